import fc from 'fast-check';
import { groupsOf, placeInWords } from '../../../portal/issues.js';
import { TODO_ORDER } from '../../../portal/labels.js';
import { FILE_CODES, type IssueCode, ROW_CODES } from '../../../shared/domain/issues/codes.ts';
import type { Place } from '../../../shared/domain/issues/issue.ts';
import { TODO_OF } from '../../../shared/domain/issues/todo-of.ts';
import { frenchWording } from '../../../shared/messages/fr.ts';
import { placeInWords as placeOfVerdicts } from '../../../shared/messages/place.ts';

const FACTS = {
  limit: '1000.00',
  campaign: '2026',
  part: 'num_personnel',
  whole: 'charges_titre1',
  day: '15/07/2026',
  choices: 'oui, non',
  column: 'quotité',
};

function issueOf(code: IssueCode, seen: string, at: Place = { line: 3, column: 'finess' }) {
  return {
    code,
    severity: 'error' as const,
    todo: TODO_OF[code],
    at,
    seen,
    ...frenchWording.issue({ code, at, seen, facts: FACTS }),
  };
}

/** Texts that hold points, spaces and sentences, as cells do. */
const READ = fc.stringMatching(/^[a-zA-Z0-9]{3,9}(\.? [a-zA-Z0-9]{3,9}){0,3}\.?$/);

const places = fc.record(
  {
    sheet: fc.string({ minLength: 1 }),
    cell: fc.constantFrom('B4', 'B4:C7'),
    line: fc.nat(),
    lastLine: fc.nat(),
    column: fc.string({ minLength: 1 }),
  },
  { requiredKeys: [] },
);

describe('the issues of a verdict', () => {
  it.each([...FILE_CODES, ...ROW_CODES])('are gathered where they ask for the same remedy: %s', (code) => {
    fc.assert(
      fc.property(READ, READ, (one, other) => {
        const [group, ...others] = groupsOf([issueOf(code, one), issueOf(code, other)], TODO_ORDER);
        expect(others).toEqual([]);
        expect(group?.todo).toBe(TODO_OF[code]);
        expect(group?.tasks).toHaveLength(1);
        expect(group?.tasks[0]?.remedy).toMatch(/[.»]$/);
        expect(group?.tasks[0]?.findings.map(({ seen }) => seen)).toEqual([one, other]);
      }),
    );
  });

  it('say what is wrong apart from the place and from what to do', () => {
    const [group] = groupsOf([issueOf('FINESS_KEY', '12. 3')], TODO_ORDER);
    expect(group?.tasks).toEqual([
      {
        remedy: "Reprenez le numéro à neuf caractères de l'établissement dans le répertoire FINESS.",
        findings: [
          {
            severity: 'error',
            place: 'Ligne 3, colonne « finess »',
            what: 'La clé du numéro FINESS « 12. 3 » est fausse : il y a sans doute une faute de frappe.',
            seen: '12. 3',
            expected: 'un numéro FINESS dont la clé est exacte',
            example: expect.any(String),
          },
        ],
      },
    ]);
  });

  it('are by what to do, in the order of the list, each group an error where one of its issues is', () => {
    const warning = { ...issueOf('COLUMN_UNKNOWN', 'x'), severity: 'warning' as const };
    const issues = [
      issueOf('NUMBER_UNREADABLE', 'a'),
      warning,
      issueOf('FINESS_KEY', 'b'),
      issueOf('NUMBER_UNREADABLE', 'c'),
    ];
    const groups = groupsOf(issues, TODO_ORDER);
    expect(groups.map(({ todo, isError }) => [todo, isError])).toEqual([
      ['corriger-les-intitules', false],
      ['identifier', true],
      ['corriger-une-valeur', true],
    ]);
    expect(groups[2]?.tasks.flatMap(({ findings }) => findings.map(({ seen }) => seen))).toEqual(['a', 'c']);
  });

  it('names places as verdicts do', () => {
    fc.assert(
      fc.property(places, (at) => {
        expect(placeInWords(at)).toBe(placeOfVerdicts(at));
      }),
    );
  });
});
