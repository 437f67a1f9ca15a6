import JSZip from 'jszip';
import { annotateFile } from '../../../shared/adapters/annotation/annotate-file.ts';
import { buildTemplate } from '../../../shared/adapters/template/build-template.ts';
import { createWorkbookWriter } from '../../../shared/adapters/workbooks/workbook-writer.ts';
import { requestOfAnyone } from '../../../shared/domain/deposit/template/make-request.ts';
import { frenchWording } from '../../../shared/messages/fr.ts';
import { CAMPAIGN } from '../../builders/entry.ts';
import { illustratedBook } from '../../builders/illustrated-book.ts';
import { PLANTED_FAULTS } from '../../builders/planted-faults.ts';
import { deflated, rawZip } from '../../builders/raw-zip.ts';
import { nationalReport, regionalReport, silentNationalReport, silentReport } from '../../builders/report.ts';
import { issueAt, verdictWith } from '../../builders/verdict.ts';
import { workbookFaults } from '../../builders/workbook-faults/workbook-faults.ts';
import { partsOf, treeOf } from '../../builders/workbook-package.ts';

const writer = createWorkbookWriter({ wording: frenchWording });
const template = () => buildTemplate(requestOfAnyone(CAMPAIGN));

describe('the package of every workbook that we write has no fault', () => {
  it.each<readonly [string, () => Promise<Uint8Array>]>([
    ...[0, 1, 3, 20, 120].map(
      (size) => [`a region of ${size}`, () => writer.regional(regionalReport(size))] as const,
    ),
    ['a region that only shares in a pool', () => writer.regional(regionalReport(20, '11'))],
    ['a silent region', () => writer.regional(silentReport())],
    ['a silent region without a declarant', () => writer.regional(silentReport(0))],
    ['the nation', () => writer.national(nationalReport(120))],
    ['a silent nation', () => writer.national(silentNationalReport())],
    ['a template', template],
    [
      'a template handed back',
      async () => annotateFile(await template(), verdictWith([issueAt({ sheet: 'Budget', cell: 'B5' }, {})])),
    ],
    ['every kind of visual', () => illustratedBook().toBytes()],
  ])('%s', async (_name, write) => {
    expect(await workbookFaults(await write())).toEqual([]);
  });
});

describe('who has a workbook read aloud', () => {
  it.each<readonly [string, () => Promise<Uint8Array>]>([
    ['a region', () => writer.regional(regionalReport())],
    ['the nation', () => writer.national(nationalReport())],
    ['a template', template],
  ])('hears its title, and in French: %s', async (_name, write) => {
    const properties = treeOf(await partsOf(await write()), 'docProps/core.xml').children;
    const said = (local: string) => properties.find((one) => one.local === local)?.text;
    expect(said('title')).toMatch(/2026/);
    expect(said('language')).toBe('fr-FR');
  });
});

describe('a fault planted in a package is told', () => {
  let parts: ReadonlyMap<string, Buffer>;
  beforeAll(async () => {
    parts = await partsOf(await illustratedBook().toBytes());
  });

  it.each(PLANTED_FAULTS)('%s', async (_fault, part, change, said) => {
    const before = parts.get(part)?.toString() ?? '';
    const after = change?.(before) ?? null;
    expect(after === before).toBe(false);
    const zip = new JSZip();
    for (const [name, bytes] of parts) if (name !== part) zip.file(name, bytes);
    if (after !== null) zip.file(part, Buffer.from(after));
    const faults = await workbookFaults(await zip.generateAsync({ type: 'uint8array' }));
    expect(faults.join('\n')).toMatch(said);
  });

  it('an entry twice', async () => {
    const entries = [...parts, ['XL/styles.xml', Buffer.from('<x/>')] as const];
    const zip = rawZip(entries.map(([name, bytes]) => deflated(name, bytes)));
    expect((await workbookFaults(zip)).join('\n')).toContain('entry twice: xl/styles.xml');
  });
});
