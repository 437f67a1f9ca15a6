import { writeFile } from 'node:fs/promises';
import { costDocument } from './document.ts';
import { readMeasured } from './measured.ts';

/** `npm run cost`: docs/cost.md again, from the figures measured and the prices. */
const document = costDocument(await readMeasured(new URL('measured.json', import.meta.url)));
await writeFile(new URL('../../docs/cost.md', import.meta.url), document);
