import { readFile } from 'node:fs/promises';
import { costDocument } from '../../../infra/cost/document.ts';
import { readMeasured } from '../../../infra/cost/measured.ts';
import { measuredSample } from './sample.ts';

const ROOT = new URL('../../../', import.meta.url);

describe('docs/cost.md', () => {
  it('is what `npm run cost` writes today: figures, prices and assumptions have not moved since', async () => {
    const written = await readFile(new URL('docs/cost.md', ROOT), 'utf8');
    expect(written).toBe(costDocument(await readMeasured(new URL('infra/cost/measured.json', ROOT))));
  });

  it('says something else of other figures', () => {
    const measured = measuredSample();
    const slower = {
      ...measured,
      cases: {
        ...measured.cases,
        'sweep-editions': { ...measured.cases['sweep-editions'], readUnits: 4_000n },
      },
    };
    expect(costDocument(slower)).not.toBe(costDocument(measured));
  });

  it('holds no number that could not be worked out', () => {
    expect(costDocument(measuredSample())).not.toMatch(/NaN|undefined|null|Infinity/);
  });
});
