import { readDeposit } from '../../../shared/domain/deposit/read-deposit.ts';
import type { IssueCode, Severity } from '../../../shared/domain/issues/codes.ts';
import type { Place } from '../../../shared/domain/issues/issue.ts';
import { TODO_OF } from '../../../shared/domain/issues/todo-of.ts';
import { foldEntries } from '../../../shared/domain/return/fold.ts';
import { RULES_2026_1 as RULES } from '../../../shared/domain/rules/2026-1.ts';
import { giveVerdict } from '../../../shared/domain/verdict/give-verdict.ts';
import type { Verdict, VerdictIssue } from '../../../shared/domain/verdict/verdict.ts';
import { frenchWording } from '../../../shared/messages/fr.ts';
import { verdictInWords } from '../../../shared/messages/verdict-in-words.ts';
import { declarations, GOOD_ROW, type RowText, readingContext } from '../../builders/declaration.ts';

/** The verdict of a first deposit of these rows. */
function verdictOf(...rows: readonly RowText[]): Verdict {
  const context = readingContext();
  const reading = readDeposit({ kind: 'delimited', content: declarations(...rows) }, context);
  const { judgements } = foldEntries(reading.entries, RULES);
  return giveVerdict({ ...context.source, file: 'budget.csv' }, reading, judgements, RULES, frenchWording);
}

function found(code: IssueCode, at: Place, seen = 'x', severity: Severity = 'error'): VerdictIssue {
  return { code, severity, todo: TODO_OF[code], at, seen, ...frenchWording.issue({ code, at, seen }) };
}

/** What is said of these issues, without the summary. */
const bodyOf = (issues: readonly VerdictIssue[], over: Partial<Verdict> = {}) => {
  const verdict = { ...verdictOf(GOOD_ROW), sections: [], issues, total: issues.length, ...over };
  return verdictInWords(verdict).split('\n').slice(2);
};

describe('a verdict in words', () => {
  it('of a good file is its sentence, and what it filled', () => {
    expect(verdictInWords(verdictOf(GOOD_ROW))).toBe(
      [
        "Le fichier « budget.csv » est accepté : il renseigne la clôture des comptes, le budget, les charges numériques, les ETP et la maturité ; rien n'est à corriger.",
        '',
        'Renseigné par ce fichier : la clôture des comptes, le budget, les charges numériques, les ETP et la maturité.',
      ].join('\n'),
    );
  });

  it('groups issues by what to do, each with its place, what was read, what was expected and an example', () => {
    const verdict = verdictOf({
      ...GOOD_ROW,
      cloture: 'oui',
      date_cloture: '2025-12-31',
      num_medical: '12 EUR',
      num_personnel: '-5',
      inconnue: 'x',
    });
    expect(verdictInWords(verdict)).toBe(
      [
        "Le fichier « budget.csv » est refusé : rien n'a été pris en compte ; 3 anomalies sont à corriger et 2 points sont à vérifier.",
        '',
        "Corriger la ligne d'intitulés",
        "  - Avertissement. Ligne 1, colonne « inconnue » : la colonne « inconnue » n'est pas connue : elle n'a pas été lue. Si elle porte une donnée attendue, donnez-lui l'intitulé du modèle ; sinon, laissez-la.",
        '    lu : inconnue | attendu : un intitulé du modèle',
        '',
        'À corriger dans les cellules',
        "  - Ligne 2, colonne « cloture » : « oui » n'est pas un état de clôture. Saisissez « definitive », « provisoire », ou laissez la cellule vide.",
        '    lu : oui | attendu : « definitive », « provisoire » ou rien | exemple : definitive',
        "  - Ligne 2, colonne « num_personnel » : « -5 » est négatif. Saisissez le montant ou l'effectif en positif.",
        '    lu : -5 | attendu : un nombre positif ou nul pour « Charges numériques – personnel » | exemple : 5',
        "  - Ligne 2, colonne « num_medical » : « 12 EUR » n'est pas un nombre lisible. Saisissez un nombre simple, sans texte ni autre séparateur que l'espace.",
        '    lu : 12 EUR | attendu : un nombre pour « Charges numériques – à caractère médical » | exemple : 1234,56',
        '',
        'À vérifier',
        "  - Avertissement. Ligne 2, colonne « date_cloture » : la date de clôture « 2025-12-31 » est celle de la fin de l'exercice (31/12/2025). Vérifiez qu'il s'agit bien du jour où les comptes ont été arrêtés ou approuvés.",
        "    lu : 2025-12-31 | attendu : le jour de l'arrêté ou de l'approbation des comptes | exemple : 20/05/2026",
      ].join('\n'),
    );
  });

  it('says errors before warnings under one heading', () => {
    const lines = bodyOf([
      found('CLOSURE_DATE_YEAR_END', { line: 2 }, 'x', 'warning'),
      found('CLOSURE_DATE_YEAR_END', { line: 3 }, 'y', 'error'),
    ]);
    expect(lines[0]).toBe('À vérifier');
    expect(lines.filter((line) => line.startsWith('  - ')).map((line) => line.slice(4, 10))).toEqual([
      'Ligne ',
      'Averti',
    ]);
  });

  it('says once what is wrong in many places', () => {
    const scattered = [3, 7, 12].map((line) => found('NUMBER_UNREADABLE', { line, column: 'etp_total' }));
    expect(bodyOf(scattered)).toEqual([
      'À corriger dans les cellules',
      "  - Lignes 3, 7 et 12, colonne « etp_total » : « x » n'est pas un nombre lisible. Saisissez un nombre simple, sans texte ni autre séparateur que l'espace.",
      '    lu : x | attendu : un nombre | exemple : 1234,56',
    ]);
  });

  it('says apart what was expected otherwise', () => {
    const verdict = verdictOf({ ...GOOD_ROW, etp_total: 'néant', etp_ssi_externes: 'néant' });
    const bullets = verdictInWords(verdict)
      .split('\n')
      .filter((line) => line.startsWith('  - '));
    expect(bullets.map((line) => /colonne « (\w+) »/.exec(line)?.[1])).toEqual([
      'etp_total',
      'etp_ssi_externes',
    ]);
  });

  it('names ten of a kind, then counts the others', () => {
    const many = (count: number) =>
      Array.from({ length: count }, (_, i) => found('COLUMN_UNKNOWN', { line: 1 }, `c${i}`, 'warning'));
    expect(bodyOf(many(10)).join('\n')).not.toContain('nature');
    expect(bodyOf(many(11)).at(-1)).toBe('  … et 1 autre anomalie de même nature.');
    expect(bodyOf(many(40)).at(-1)).toBe('  … et 30 autres anomalies de même nature.');
  });

  it('ends with the true total where neighbours were merged or too many were cut', () => {
    const range = [found('NUMBER_UNREADABLE', { line: 2, lastLine: 5_001, column: 'x' })];
    expect(bodyOf(range, { total: 5_000 }).at(-1)).toBe(
      'En tout : 5\u202f000 constats ; les semblables sont regroupés.',
    );
    const cut = Array.from({ length: 1_000 }, (_, i) => found('NUMBER_UNREADABLE', { line: i + 2 }, `x${i}`));
    expect(bodyOf(cut, { total: 1_200 }).at(-1)).toBe(
      'En tout : 1\u202f200 constats ; les semblables sont regroupés, 1\u202f000 au plus sont donnés.',
    );
    expect(bodyOf(cut).join('\n')).not.toContain('En tout');
  });
});
