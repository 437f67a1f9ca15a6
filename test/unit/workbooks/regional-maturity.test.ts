import type ExcelJS from 'exceljs';
import { createWorkbookWriter } from '../../../shared/adapters/workbooks/workbook-writer.ts';
import type { RegionalReport } from '../../../shared/domain/report/regional-report.ts';
import { frenchWording } from '../../../shared/messages/fr.ts';
import { finessOf, RANKS } from '../../builders/fictional-campaign.ts';
import { maturityAnswers, QUESTIONNAIRE, withMaturity } from '../../builders/maturity-answers.ts';
import { openWorkbook, readTable } from '../../builders/open-workbook.ts';
import { regionalReport } from '../../builders/report.ts';

const writer = createWorkbookWriter({ wording: frenchWording });
const write = async (report: RegionalReport) => openWorkbook(await writer.regional(report));
const headings = (book: ExcelJS.Workbook) => Object.keys(readTable(book, 'Maturite')[0] ?? {});
const reading = (book: ExcelJS.Workbook) => String(book.getWorksheet('Maturité')?.getCell('A3').value);

const report = withMaturity(regionalReport());
let workbook: ExcelJS.Workbook;
beforeAll(async () => {
  workbook = await write(report);
});
const line = (rank: number) =>
  readTable(workbook, 'Maturite').find(({ FINESS }) => FINESS === finessOf(rank));
const M01 = 'M01 – Mesure fictive n° 1 :…';
const M05 = 'M05 – Mesure fictive n° 5 :…';

describe('the maturity of each declarant', () => {
  it('has a column per measure, under its code and the beginning of its label, in full above', () => {
    const sheet = workbook.getWorksheet('Maturité');
    expect(headings(workbook).slice(6, 12)).toEqual([
      'Date déclarée',
      'Compte pour la campagne',
      'Niveau moyen',
      'Mesures cotées',
      M01,
      'M02 – Mesure fictive n° 2 :…',
    ]);
    expect(sheet?.getCell('K4').value).toBe(`Gouvernance – ${QUESTIONNAIRE[0]?.label}`);
    expect(sheet?.pageSetup.printTitlesRow).toBe('4:5');
  });

  it('shows levels, « n.a. » for what does not apply, a blank for no answer, and no comment', () => {
    expect(line(1)).toMatchObject({ [M01]: 3, [M05]: 2 });
    expect(line(RANKS.carrier)?.[M01]).toBeNull();
    expect(line(6)).toMatchObject({ [M01]: 'n.a.' });
    const texts = JSON.stringify(readTable(workbook, 'Maturite'));
    expect(texts).not.toContain('à ne montrer à personne');
  });

  it('takes the mean of the levels given alone', () => {
    const levels = maturityAnswers(1).measures.flatMap(({ level }) => level ?? []);
    expect(line(1)).toMatchObject({
      'Mesures cotées': levels.length,
      'Niveau moyen': levels.reduce((sum, level) => sum + level, 0) / levels.length,
    });
    expect(levels.length).toBeLessThan(QUESTIONNAIRE.length);
  });

  it('gives the worst score of the directories and the answers on the other actions', () => {
    expect(line(1)).toMatchObject({
      'Score ADS': 2,
      'Dernier exercice de crise': new Date('2026-02-03T00:00:00Z'),
      'Retour d’expérience écrit': 'Non',
      'SSO : utilisateurs': 240,
      'Club SSI': null,
    });
  });
});

describe('a measure over the region', () => {
  it('counts the assessments of this campaign alone: answers, those that do not apply, mean and levels', () => {
    const counted = report.rows.filter(({ state }) => (state?.values.maturite_date ?? '') >= '2026-01-01');
    const answers = counted.flatMap(
      ({ state }) => state?.details.measures.find(({ measure }) => measure === 'm05') ?? [],
    );
    const levels = answers.flatMap(({ level }) => level ?? []);
    const of = (level: number) => levels.filter((one) => one === level).length;
    expect(counted.length).toBeLessThan(report.rows.length);
    expect(readTable(workbook, 'Mesures')[4]).toEqual({
      Mesure: 'M05',
      Libellé: QUESTIONNAIRE[4]?.label,
      Thème: 'Protection des accès',
      'Niveau moyen de la mesure': levels.reduce((sum, level) => sum + level, 0) / levels.length,
      'Niveaux donnés': levels.length,
      'Non applicable': answers.length - levels.length,
      'Niveau 0': of(0),
      'Niveau 1': of(1),
      'Niveau 2': of(2),
      'Niveau 3': of(3),
      'Niveau 4': 0,
      'Niveau 5': 0,
    });
  });

  it('counts neighbouring levels together on a long scale, the last included', async () => {
    const measures = QUESTIONNAIRE.map((measure) => ({ ...measure, highest: 100 }));
    const [first, ...others] = report.rows;
    if (!first?.state) throw new Error('the first declarant answered');
    const best = { measure: 'M01', level: 100, comment: '', at: { line: 2 } };
    const details = { ...first.state.details, measures: [best] };
    const rows = [{ ...first, state: { ...first.state, details } }, ...others];
    const [m01] = readTable(await write({ ...report, measures, rows }), 'Mesures');
    const names = Object.keys(m01 ?? {}).slice(6);
    expect(names).toHaveLength(11);
    expect([names[0], names.at(-1)]).toEqual(['Niveaux 0 à 9', 'Niveau 100']);
    expect(m01?.['Niveau 100']).toBe(1);
  });

  it('has no mean where nobody answered', async () => {
    const rows = report.rows.map((row) => ({ ...row, state: null }));
    expect(readTable(await write({ ...report, rows }), 'Mesures')[0]).toMatchObject({
      'Niveau moyen de la mesure': null,
      'Niveaux donnés': 0,
    });
  });
});

describe('without a questionnaire', () => {
  it('says so, and shows dates alone', async () => {
    const without = await write(regionalReport());
    expect(reading(without)).toContain("Le référentiel n'a pas de questionnaire (mesures.csv)");
    expect(headings(without).slice(6)).toEqual(['Date déclarée', 'Compte pour la campagne']);
    expect(reading(workbook)).not.toContain('mesures.csv');
  });

  it('still shows what was answered on the other actions', async () => {
    const answered = await write({ ...report, measures: [] });
    expect(headings(answered)).toContain('Score ADS');
    expect(headings(answered)).not.toContain('Niveau moyen');
  });
});

describe('a questionnaire as an operator may write it', () => {
  it('takes any code and label: brackets, quotes, line breaks, none', async () => {
    const odd = ["A [1] 'b'", '#2 @c', 'Groupe', 'FINESS'].map((code, i) => ({
      code,
      theme: '',
      label: i < 2 ? `[x]\n# "y" ${'é'.repeat(300)}` : '',
      highest: 5,
    }));
    const book = await write({ ...report, measures: odd });
    expect(headings(book).slice(10, 14)).toEqual([
      `A [1] 'b' – [x] # "y" ${'é'.repeat(16)}…`,
      `#2 @c – [x] # "y" ${'é'.repeat(16)}…`,
      'Mesure – Groupe',
      'Mesure – FINESS',
    ]);
  });
});
