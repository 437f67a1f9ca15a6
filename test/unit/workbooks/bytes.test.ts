import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import JSZip from 'jszip';
import { createWorkbookWriter } from '../../../shared/adapters/workbooks/workbook-writer.ts';
import { frenchWording } from '../../../shared/messages/fr.ts';
import { illustratedBook } from '../../builders/illustrated-book.ts';
import { nationalReport, regionalReport } from '../../builders/report.ts';

const writer = createWorkbookWriter({ wording: frenchWording });
const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');
const ROOT = join(import.meta.dirname, '../../..');

interface Elsewhere {
  readonly timeZone: string;
  readonly language: string;
  /** Of Node. */
  readonly flags: readonly string[];
  /** Of the order in which the store gives the returns. */
  readonly seed: number;
}

/** Of each kind of workbook, written here. */
async function hashesHere(): Promise<readonly string[]> {
  return [
    sha256(await writer.regional(regionalReport())),
    sha256(await writer.national(nationalReport())),
    sha256(await illustratedBook().toBytes()),
  ];
}

/** In a process of its own, with another clock, another language, another memory, another order. */
function hashesElsewhere({ timeZone, language, flags, seed }: Elsewhere): readonly string[] {
  const file = (path: string) => JSON.stringify(pathToFileURL(join(ROOT, path)).href);
  const script = `
    import { createHash } from 'node:crypto';
    const { createWorkbookWriter } = await import(${file('shared/adapters/workbooks/workbook-writer.ts')});
    const { frenchWording } = await import(${file('shared/messages/fr.ts')});
    const { nationalReport, regionalReport } = await import(${file('test/builders/report.ts')});
    const { illustratedBook } = await import(${file('test/builders/illustrated-book.ts')});
    const { seeded, shuffled } = await import(${file('test/doubles/seeded.ts')});
    const arrange = (standing) => new Map(shuffled([...standing], seeded(${seed})));
    const writer = createWorkbookWriter({ wording: frenchWording });
    const sha256 = (bytes) => createHash('sha256').update(bytes).digest('hex');
    const written = [
      writer.regional(regionalReport(20, '84', arrange)),
      writer.national(nationalReport(20, arrange)),
      illustratedBook().toBytes(),
    ];
    console.log((await Promise.all(written)).map(sha256).join(' '));`;
  const env = { ...process.env, TZ: timeZone, LANG: language, LC_ALL: language, NODE_OPTIONS: '' };
  return execFileSync(process.execPath, [...flags, '--input-type=module', '-e', script], {
    env,
    encoding: 'utf8',
  })
    .trim()
    .split(' ');
}

describe('the bytes of a workbook', () => {
  it('are the same for the same report', async () => {
    expect(await hashesHere()).toEqual(await hashesHere());
  });

  it.each<readonly [string, Elsewhere]>([
    [
      'far to the east, in German',
      { timeZone: 'Pacific/Kiritimati', language: 'de_DE.UTF-8', flags: [], seed: 1 },
    ],
    [
      'far to the west, in plain ASCII, with little memory',
      {
        timeZone: 'America/Los_Angeles',
        language: 'C',
        flags: ['--max-old-space-size=256', '--max-semi-space-size=1'],
        seed: 2,
      },
    ],
    [
      'in Turkish, where i is not I, with much memory',
      {
        timeZone: 'Europe/Istanbul',
        language: 'tr_TR.UTF-8',
        flags: ['--max-old-space-size=4096', '--max-semi-space-size=64'],
        seed: 3,
      },
    ],
  ])('are the same %s, whatever order returns come in', async (_where, elsewhere) => {
    expect(hashesElsewhere(elsewhere)).toEqual(await hashesHere());
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
