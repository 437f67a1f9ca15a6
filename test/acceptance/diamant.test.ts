import { existsSync } from 'node:fs';
import { copyFile, mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { runCampaign } from '../../infra/local/run-campaign.ts';
import { readDepositBytes } from '../../shared/adapters/tables/read-deposit-bytes.ts';
import { directoryOf } from '../../shared/domain/declarant/directory.ts';
import { readDeposit } from '../../shared/domain/deposit/read-deposit.ts';
import { readFiness } from '../../shared/domain/finess/finess.ts';
import { inFolder, jobOf, PROJECT } from '../builders/campaign-job.ts';
import { readingContext } from '../builders/declaration.ts';
import { declarantOf, referenceSet } from '../builders/directory.ts';
import { day, year } from '../builders/entry.ts';
import { openWorkbook, readList } from '../builders/open-workbook.ts';

/** Six rows of one legal entity and of its establishments, of 2017 to 2022, as a region receives them. */
const EXTRACT = join(PROJECT, '..', 'shared', 'data', 'diamant', 'QUO_SAN_FINANCE_2023_01_20.CSV');
const whenHere = existsSync(EXTRACT) ? describe : describe.skip;

const ENTITY = '010008407';

/** What the extract says of the declarants of a campaign: titles in cents. */
async function checks(campaign: string, finess: string) {
  const reading = readFiness(finess);
  if (!reading.ok) throw new Error(`no FINESS: ${finess}`);
  const directory = directoryOf(referenceSet({ declarants: [declarantOf(reading.value)], groups: [] }));
  const { kind, issues, orphans, entries } = readDeposit(
    await readDepositBytes(await readFile(EXTRACT)),
    readingContext({ campaign: year(campaign), directory }),
  );
  return {
    kind,
    issues,
    orphans,
    titles: entries.map(({ line, check }) => [line, ...(check?.titles ?? [])]),
  };
}

whenHere('a real extract of DIAMANT', () => {
  const nothing = { kind: 'diamant', issues: [], orphans: [] };

  // Worked out by hand from the seventeen digits of the file.
  it('gives the titles of the entity where no establishment is named, to the cent', async () => {
    expect(await checks('2020', ENTITY)).toEqual({
      ...nothing,
      titles: [[5, 638_858_736n, 75_982_807n, 312_932_658n, 38_418_091n]],
    });
    expect(await checks('2018', ENTITY)).toEqual({
      ...nothing,
      titles: [[6, 593_230_852n, 40_617_393n, 98_609_140n, 50_929_581n]],
    });
  });

  it('gives the titles of an establishment that is a declarant', async () => {
    expect(await checks('2023', '350039574')).toEqual({
      ...nothing,
      titles: [[2, 3_831_547_049n, 726_212_521n, 679_061_545n, 416_842_580n]],
    });
  });

  it('is refused for another year, which it names, and for other bodies', async () => {
    expect((await checks('2026', ENTITY)).issues).toMatchObject([
      { code: 'NO_ROW_OF_YEAR', facts: { exercice: '2025', found: '2017, 2019, 2020, 2021, 2022' } },
    ]);
    expect((await checks('2023', ENTITY)).issues).toMatchObject([{ code: 'NO_DECLARANT_IN_EXTRACT' }]);
  });
});

const REFERENCE = `finess;raison_sociale;statut;categorie;region;departement;finess_ej
${ENTITY};CH de l’extrait;public;355;84;01;${ENTITY}
`;
/** 10,661,922.92 € in the extract; three per cent less is declared. */
const DECLARATION = `finess;campagne;cloture;date_cloture;charges_titre1;charges_titre2;charges_titre3;charges_titre4;num_personnel;num_medical;num_general;num_amortissement;etp_ssi_internes;maturite_date
${ENTITY};2020;definitive;2020-05-20;6068929,67;759828,07;3129326,58;384180,91;100000;0;60000;40000;1;2020-03-10
`;

/** Deposits the extract, and the declaration after it or not; what the campaign of 2020 says then. */
async function campaignOf2020(folder: string, declared: boolean) {
  const [reference, deposits, out, work] = ['reference', 'deposits', 'out', 'work'].map((name) =>
    join(folder, name),
  ) as [string, string, string, string];
  await mkdir(reference);
  await mkdir(deposits);
  await writeFile(join(reference, 'declarants.csv'), REFERENCE);
  await copyFile(EXTRACT, join(deposits, 'a-extrait.csv'));
  if (declared) await writeFile(join(deposits, 'b-declaration.csv'), DECLARATION);
  const folders = { reference, deposits, out, work };
  await runCampaign(jobOf(folders, { campaign: year('2020'), asOf: day('2020-07-15') }));
  const verdict = JSON.parse(await readFile(join(out, 'verdicts', 'a-extrait.csv.json'), 'utf8'));
  const figures = await readFile(join(out, 'figures.csv'), 'utf8');
  const bytes = await readFile(join(out, 'regions', 'ARS-84-campagne-2020.xlsx'));
  return { verdict, figures: figures.split('\n')[1], workbook: await openWorkbook(bytes) };
}

whenHere('a campaign in which an extract is deposited', () => {
  it('doubts the budget declared, and changes no figure', async () => {
    await inFolder(async (folder) => {
      const { verdict, figures, workbook } = await campaignOf2020(folder, true);
      expect(verdict).toMatchObject({
        kind: 'diamant',
        status: 'accepted',
        rows: { read: 1, accepted: 1, refused: 0 },
        sections: [],
        issues: [],
      });
      expect(figures).toMatch(/^2020;010008407;84;calcule;;10342265\.23;200000\.00;/);
      const alerts = readList(workbook, 'Alertes').filter(({ FINESS }) => FINESS === ENTITY);
      expect(JSON.stringify(alerts)).toContain('Budget différent du compte financier');
      expect(JSON.stringify(alerts)).toContain('3,00 %');
    });
  });

  it('still waits for the first deposit of a body that the extract alone names', async () => {
    await inFolder(async (folder) => {
      const { figures, workbook } = await campaignOf2020(folder, false);
      expect(figures).toMatch(/^2020;010008407;84;non_repondant;;;/);
      const [line] = readList(workbook, 'À relancer').filter(({ FINESS }) => FINESS === ENTITY);
      expect(JSON.stringify(line).toLowerCase()).toContain('jamais déposé');
    });
  });
});
