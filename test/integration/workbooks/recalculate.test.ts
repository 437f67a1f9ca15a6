import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import JSZip from 'jszip';
import { ACCOUNTS_HYPOTHESIS } from '../../../shared/adapters/accounts/hypothesis.ts';
import { buildTemplate } from '../../../shared/adapters/template/build-template.ts';
import { templateFiller } from '../../../shared/adapters/template/fill-template.ts';
import { createWorkbookWriter } from '../../../shared/adapters/workbooks/workbook-writer.ts';
import { requestOfAnyone, templateRequest } from '../../../shared/domain/deposit/template/make-request.ts';
import { frenchWording } from '../../../shared/messages/fr.ts';
import { isRecalculationHere } from '../../acceptance/libreoffice.ts';
import { compareRecalculated } from '../../acceptance/recalculated.ts';
import { withComparisons } from '../../builders/compared-report.ts';
import { CARRIER, directory } from '../../builders/directory.ts';
import { CAMPAIGN } from '../../builders/entry.ts';
import { withMaturity } from '../../builders/maturity-answers.ts';
import { nationalReport, regionalReport, silentNationalReport, silentReport } from '../../builders/report.ts';
import { simulatedNation } from '../../builders/simulated-nation.ts';
import { wideNation } from '../../builders/wide-nation.ts';

const writer = createWorkbookWriter({ wording: frenchWording });
/** Only where LibreOffice and its bridge are installed, as in continuous integration. */
const whenHere = isRecalculationHere() ? describe : describe.skip;

whenHere('recalculating a workbook in LibreOffice', () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'workbooks-'));
  });
  afterAll(async () => rm(folder, { recursive: true, force: true }));

  /** What differs in workbooks, by name, and how many of their formulas were compared. */
  async function compare(workbooks: Readonly<Record<string, Uint8Array>>) {
    const files = Object.keys(workbooks).map((name) => join(folder, `${name}.xlsx`));
    await Promise.all(Object.values(workbooks).map((bytes, index) => writeFile(files[index] ?? '', bytes)));
    const compared = [...(await compareRecalculated(files)).values()];
    return Object.keys(workbooks).map((name, index) => ({ name, ...compared[index] }));
  }

  it('changes no cell, to the bit, whatever is reported', async () => {
    const compared = await compare({
      région: await writer.regional(regionalReport()),
      'région qui ne fait que partager': await writer.regional(regionalReport(20, '11')),
      'région muette': await writer.regional(silentReport()),
      'région sans déclarant': await writer.regional(silentReport(0)),
      nation: await writer.national(nationalReport()),
      'nation muette': await writer.national(silentNationalReport()),
      'nation de plusieurs campagnes': await writer.national(wideNation()),
      'région comparée, avec son questionnaire': await writer.regional(
        withComparisons(withMaturity(regionalReport())),
      ),
    });
    expect(compared.map(({ name, differences }) => ({ name, differences }))).toEqual(
      compared.map(({ name }) => ({ name, differences: [] })),
    );
    const fewest = [300, 50, 50, 30, 50, 50, 1_000, 1_000];
    compared.forEach(({ formulas }, index) => {
      expect(formulas).toBeGreaterThan(fewest[index] ?? 0);
    });
  });

  it('changes no cell, to the bit, of a template, whether of anyone, prepared or filled', async () => {
    const prepared = templateRequest(CARRIER, directory({ accounts: ACCOUNTS_HYPOTHESIS }), CAMPAIGN, null);
    if (!prepared) throw new Error('no template for the carrier');
    const fill = await templateFiller(CAMPAIGN);
    const values = { charges_titre1: 100_000_33n, num_personnel: 12_01n, etp_ssi_internes: 123n };
    const compared = await compare({
      modèle: await buildTemplate(requestOfAnyone(CAMPAIGN)),
      'modèle préparé': await buildTemplate(prepared),
      'modèle rempli': await fill({ finess: CARRIER, campaign: String(CAMPAIGN), values }),
    });
    for (const { differences, formulas } of compared) {
      expect(differences).toEqual([]);
      expect(formulas).toBeGreaterThan(100);
    }
  });

  it('changes no cell, to the bit, of the nation and of its largest region at their true size', async () => {
    const { national, largest } = await simulatedNation(3_400);
    expect(largest.rows.length).toBeGreaterThan(400);
    const [nation, region] = await compare({
      nation: await writer.national(national),
      région: await writer.regional(largest),
    });
    expect(nation?.differences).toEqual([]);
    expect(region?.differences).toEqual([]);
    expect(nation?.formulas).toBeGreaterThan(300);
    expect(region?.formulas).toBeGreaterThan(10_000);
    expect(region?.cells).toBeGreaterThan(100_000);
  });

  it('shows a cached value that is wrong by its last bit, another that is wrong, and an error', async () => {
    const zip = await JSZip.loadAsync(await writer.regional(regionalReport()));
    const { name, xml, ratios } = await sheetOfRatios(zip);
    const [drifting, wrong, failing] = ratios;
    if (!drifting || !wrong || !failing) throw new Error(`no ratio on ${name}`);
    const planted = [
      [drifting.xml, drifting.xml.replace(drifting.value, String(nextDouble(Number(drifting.value))))],
      [wrong.xml, wrong.xml.replace(wrong.value, String(Number(wrong.value) + 0.0001))],
      [failing.xml, failing.xml.replace(/<f>[^<]*<\/f>/, '<f>1/0</f>')],
    ] as const;
    zip.file(
      name,
      planted.reduce((text, [before, after]) => text.replace(before, () => after), xml),
    );
    const [compared] = await compare({ faux: await zip.generateAsync({ type: 'uint8array' }) });
    const found = compared?.differences?.map(({ cell, kind }) => [cell, kind]) ?? [];
    expect(found.filter(([, kind]) => kind !== 'error')).toEqual([
      [drifting.cell, 'drift'],
      [wrong.cell, 'value'],
    ]);
    // And in each cell that rests on it.
    expect(found).toContainEqual([failing.cell, 'error']);
  });
});

/** The sheet that holds most formulas whose cached value is a ratio, and these in their order. */
async function sheetOfRatios(zip: JSZip) {
  const names = Object.keys(zip.files).filter((name) => name.startsWith('xl/worksheets/sheet'));
  const sheets = await Promise.all(
    names.map(async (name) => {
      const xml = (await zip.file(name)?.async('string')) ?? '';
      const cells = xml.matchAll(/<c r="([A-Z]+\d+)"[^>]*><f>[^<]*<\/f><v>(\d+\.\d{9,})<\/v><\/c>/g);
      const ratios = [...cells].map(([whole, cell = '', value = '']) => ({ xml: whole, cell, value }));
      return { name, xml, ratios };
    }),
  );
  return sheets.reduce((most, sheet) => (sheet.ratios.length > most.ratios.length ? sheet : most));
}

/** The next number that a double can hold, away from zero. */
function nextDouble(value: number): number {
  const view = new DataView(new ArrayBuffer(8));
  view.setFloat64(0, value);
  view.setBigUint64(0, view.getBigUint64(0) + 1n);
  return view.getFloat64(0);
}
