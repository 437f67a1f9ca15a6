import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import JSZip from 'jszip';
import { createWorkbookWriter } from '../../../shared/adapters/workbooks/workbook-writer.ts';
import { frenchWording } from '../../../shared/messages/fr.ts';
import { nationalReport, regionalReport } from '../../builders/report.ts';

const writer = createWorkbookWriter({ wording: frenchWording });
const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');
const ROOT = join(import.meta.dirname, '../../..');

/** In a process of its own, with another clock and another language. */
function hashElsewhere(timeZone: string): string {
  const file = (path: string) => JSON.stringify(pathToFileURL(join(ROOT, path)).href);
  const script = `
    import { createHash } from 'node:crypto';
    const { createWorkbookWriter } = await import(${file('shared/adapters/workbooks/workbook-writer.ts')});
    const { frenchWording } = await import(${file('shared/messages/fr.ts')});
    const { regionalReport } = await import(${file('test/builders/report.ts')});
    const bytes = await createWorkbookWriter({ wording: frenchWording }).regional(regionalReport());
    console.log(createHash('sha256').update(bytes).digest('hex'));`;
  const env = { ...process.env, TZ: timeZone, LANG: 'de_DE.UTF-8', NODE_OPTIONS: '' };
  return execFileSync(process.execPath, ['--input-type=module', '-e', script], {
    env,
    encoding: 'utf8',
  }).trim();
}

describe('the bytes of a workbook', () => {
  it('are the same for the same report, in any time zone', async () => {
    const here = sha256(await writer.regional(regionalReport()));
    expect(sha256(await writer.regional(regionalReport()))).toBe(here);
    expect(hashElsewhere('Pacific/Kiritimati')).toBe(here);
    expect(hashElsewhere('America/Los_Angeles')).toBe(here);
  });

  it('are the same for the nation too', async () => {
    expect(sha256(await writer.national(nationalReport()))).toBe(
      sha256(await writer.national(nationalReport())),
    );
  });

  it('change with the report', async () => {
    const other = sha256(await writer.regional(regionalReport(19)));
    expect(sha256(await writer.regional(regionalReport()))).not.toBe(other);
  });

  it('carry no date but that of the last deposit, and nothing on how they were written', async () => {
    const zip = await JSZip.loadAsync(await writer.regional(regionalReport()));
    for (const entry of Object.values(zip.files))
      expect([entry.name, entry.date.toISOString()]).toEqual([entry.name, '1980-01-01T00:00:00.000Z']);
    const core = await zip.file('docProps/core.xml')?.async('string');
    const { lastDeposit } = regionalReport();
    expect(core?.match(/\d{4}-\d{2}-\d{2}T[^<]*/g)).toEqual([
      `${lastDeposit}T00:00:00Z`,
      `${lastDeposit}T00:00:00Z`,
    ]);
    expect(core).not.toContain('ExcelJS');
  });

  it('start with the parts that a reader needs first', async () => {
    const zip = await JSZip.loadAsync(await writer.national(nationalReport()));
    expect(Object.keys(zip.files).slice(0, 3)).toEqual([
      '[Content_Types].xml',
      '_rels/.rels',
      'xl/workbook.xml',
    ]);
  });
});
