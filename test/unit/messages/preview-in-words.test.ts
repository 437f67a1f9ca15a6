import type { Figures } from '../../../shared/domain/figures/figures.ts';
import { ratio } from '../../../shared/domain/numbers/ratio.ts';
import { type Previewed, previewInWords } from '../../../shared/messages/preview-in-words.ts';
import { LONER, pastFigures } from '../../builders/directory.ts';

const FIGURES: Figures = {
  totalExpenses: 100_000_000n,
  ownDigital: 2_000_000n,
  carriedDigital: 0n,
  contributions: 0n,
  allocatedDigital: 0n,
  retainedDigital: 2_000_000n,
  digitalShare: ratio(2_000_000n, 100_000_000n),
  investmentShare: null,
  ownSsiFte: 250n,
  carriedSsiFte: 0n,
  allocatedSsiFte: 0n,
  retainedSsiFte: 250n,
  externalSsiFte: null,
  shares: [],
};

function previewed(over: Partial<Previewed> = {}): Previewed {
  return {
    finess: LONER,
    name: 'CH de la Pluie',
    outcome: { state: 'calcule', figures: FIGURES },
    previous: null,
    breaks: [],
    peers: null,
    alerts: [],
    differences: [],
    unknownPools: [],
    ...over,
  };
}

const linesOf = (over: Partial<Previewed> = {}, others = 0) =>
  previewInWords([previewed(over)], others).split('\n');

describe('what a file would give', () => {
  it('is nothing where nothing is taken of it', () => expect(previewInWords([], 0)).toBe(''));

  it('is the share and the FTE, body by body, with the count of the others', () => {
    expect(linesOf({}, 1_234)).toEqual([
      'Ce que donnerait ce fichier',
      '',
      `CH de la Pluie (${LONER})`,
      '  Part du budget dédiée au numérique : 2,00 %',
      '  ETP SSI retenus : 2,50',
      '',
      '… et 1\u202f234 autres établissements.',
    ]);
    expect(linesOf({}, 1).at(-1)).toBe('… et 1 autre établissement.');
  });

  it('stands beside the median of the category and how many it is of', () => {
    const peers = {
      category: '355',
      digitalShare: { n: 45n, median: '0.018949' },
      ssiFte: { n: 46n, median: '1.25' },
    };
    const lines = linesOf({ peers });
    expect(lines[3]).toMatch(
      /^ {2}Part .+ : 2,00 % \(médiane de la catégorie « Centre hospitalier.* » : 1,89 %, 45 établissements\)$/,
    );
    expect(lines[4]).toMatch(/2,50 \(médiane .+ : 1,25, 46 établissements\)$/);
    expect(linesOf({ peers: { ...peers, digitalShare: null } })[3]).toBe(
      '  Part du budget dédiée au numérique : 2,00 %',
    );
  });

  it('stands beside the year before', () => {
    const lines = linesOf({ previous: pastFigures(LONER, { retainedDigital: 1_000_000n }) });
    expect(lines.slice(5)).toEqual([
      '  Par rapport à la campagne 2025',
      expect.stringContaining("Charges d'exploitation totales"),
      expect.stringMatching(/numériques retenues : 10.000 € → 20.000 €, \+100 %$/),
      expect.stringContaining('ETP SSI'),
      expect.stringMatching(/de 1,00 % à 2,00 %, soit \+1 point$/),
    ]);
    const broken = linesOf({ previous: pastFigures(LONER), breaks: ['succession'] });
    expect(broken.at(-1)).toMatch(/^ {4}- .+ sous un autre numéro FINESS, remplacé depuis\.$/);
  });

  it('says why there are no figures', () => {
    const lines = linesOf({
      outcome: { state: 'non_calcule', reasons: ['comptes-non-clos', 'mutualisation-non-close'] },
    });
    expect(lines.slice(3)).toEqual([
      '  Chiffres non calculés',
      "    - Les comptes de l'exercice ne sont pas déclarés définitivement clos.",
      "    - Le porteur d'un groupement n'a pas encore déclaré sa mutualisation sur comptes clos.",
    ]);
  });

  it('says that a pool is not known here, rather than that its carrier said nothing', () => {
    const outcome = { state: 'non_calcule', reasons: ['mutualisation-non-close'] } as const;
    const [line = ''] = linesOf({ outcome, unknownPools: ['GHT A', 'GCS B'] }).slice(-1);
    expect(line).toMatch(/« GHT A » et « GCS B ».*n'est pas connu hors ligne/);
  });

  it('of an external carrier says that it has no figures', () => {
    expect(linesOf({ outcome: null })[3]).toMatch(/^ {2}Porteur externe : /);
  });

  it('lists what to check and what changes', () => {
    const lines = linesOf({
      alerts: [{ code: 'SSI_FTE_ZERO', finess: LONER, facts: { budget: '30 M€', seuil: '20 M€' } }],
      differences: [
        {
          section: 'budget',
          subject: { kind: 'column', column: 'charges_titre1' },
          unit: 'amount',
          before: 12_000_000n,
          after: 1_200_000n,
          change: ratio(-9n, 10n),
        },
      ],
    });
    expect(lines.slice(5)).toEqual([
      '  À vérifier, ou à justifier',
      expect.stringMatching(/^ {4}- .+30 M€/),
      '  Ce qui change',
      expect.stringMatching(/^ {4}- .+ : 120.000 € → 12.000 €, −90 %$/),
    ]);
  });
});
