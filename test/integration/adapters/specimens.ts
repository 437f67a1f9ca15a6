import { createHash } from 'node:crypto';
import type {
  EditionRecord,
  Fact,
  GenerationId,
  ReturnRecord,
  Scope,
  Tombstone,
  VerdictRecord,
} from '../../../shared/application/ports.ts';
import type { Right } from '../../../shared/domain/access/right.ts';
import type { Day } from '../../../shared/domain/calendar/day.ts';
import type { CampaignYear } from '../../../shared/domain/campaign/campaign.ts';
import { NO_VALUES } from '../../../shared/domain/deposit/columns.ts';
import { type Finess, withKey } from '../../../shared/domain/finess/finess.ts';
import { NO_DETAILS } from '../../../shared/domain/return/details.ts';
import type { Entry, FactId, Source } from '../../../shared/domain/return/entry.ts';

export const SCOPE: Scope = { generation: 'g1' as GenerationId, campaign: 2026 as CampaignYear };

export const finess = (n: number): Finess => withKey(String(n).padStart(8, '0'));
export const factId = (n: number): FactId => `01K${String(n).padStart(23, '0')}` as FactId;
export const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

const source = (fact: number): Source => ({
  fact: factId(fact),
  file: 'déclaration.csv',
  sha256: sha256(String(fact)),
  day: '2026-05-20' as Day,
});

export function entry(over: { finess?: number; fact?: number; line?: number; seen?: string } = {}): Entry {
  const line = over.line ?? 2;
  return {
    campaign: SCOPE.campaign,
    finess: finess(over.finess ?? 1),
    source: source(over.fact ?? 1),
    line,
    sections: ['cloture', 'budget', 'etp'],
    values: {
      ...NO_VALUES,
      cloture: 'definitive',
      date_cloture: '2026-04-30' as Day,
      // Above 2^53: a number would lose the last cents.
      charges_titre1: 90_071_992_547_409_931n,
      etp_total: -150n,
    },
    places: { finess: { line, column: 'finess' }, charges_titre1: { sheet: 'Déclaration', cell: 'C4' } },
    issues: [
      {
        code: 'CLOSURE_DATE_YEAR_END',
        at: { line, column: 'date_cloture' },
        seen: over.seen ?? '30/04/2026 \ud800',
        facts: { limit: '31/12/2025' },
      },
    ],
  };
}

/** The entry of a large body that answers at length: 300 digital accounts, 200 measures with what it says of each. */
export function largeEntry(): Entry {
  return {
    ...entry({ fact: 4 }),
    sections: ['numerique', 'maturite', 'actions'],
    details: {
      accounts: Array.from({ length: 300 }, (_, n) => ({
        nomenclature: 'M21',
        account: `6152${n}`,
        label: 'Maintenance informatique à caractère médical',
        block: 'general',
        amount: 12_345_678_901_234n,
        digital: 12_345_678_901_234n,
        at: { sheet: 'Balance générale', cell: `A${n + 2}:H${n + 2}` },
      })),
      measures: Array.from({ length: 200 }, (_, n) => ({
        measure: `M${n}`,
        level: n % 4,
        comment: 'Échéance reportée. '.repeat(100),
        at: { sheet: 'Maturité', cell: `A${n + 2}:E${n + 2}` },
      })),
    },
    justifications: [
      { alert: 'SHARE_HIGH', text: 'é'.repeat(2_000), at: { sheet: 'Justifications', cell: 'A4' } },
    ],
  };
}

/** Of an extract that only checks. */
export function checkEntry(): Entry {
  const { values: _, places: __, ...rest } = entry({ fact: 5 });
  return {
    ...rest,
    sections: [],
    values: NO_VALUES,
    places: {},
    check: { titles: [1n, 2n, 3n, 90_071_992_547_409_931n], at: { line: 2, lastLine: 3 } },
  };
}

export function returnRecord(
  over: { finess?: number; inputs?: string; deposits?: number } = {},
): ReturnRecord {
  const { values, issues } = entry();
  const deposits = over.deposits ?? 2;
  return {
    finess: finess(over.finess ?? 1),
    territory: '53',
    inputs: sha256(over.inputs ?? 'inputs'),
    entries: [{ fact: factId(1), sha256: sha256('fact 1'), line: 2, hash: sha256('entry 1') }],
    state: {
      values,
      origins: {
        cloture: { source: source(1), at: { line: 2 } },
        charges_titre1: { source: source(2), at: { sheet: 'Déclaration', cell: 'C4' } },
      },
      sections: { cloture: source(1), actions: source(2) },
      answered: true,
      lastTaken: source(2),
      lastTry: source(3),
      tries: deposits,
      refusedTries: 1,
      lastRefusal: issues,
      judgements: Array.from({ length: deposits }, (_, n) => ({
        fact: factId(n),
        line: 2,
        taken: n % 2 === 0,
        issues,
      })),
      details: {
        ...NO_DETAILS,
        accounts: [
          {
            nomenclature: 'M21',
            account: '615261',
            label: 'Maintenance informatique',
            block: 'general',
            amount: 12_345_678_901_234n,
            digital: 1n,
            at: { line: 2, lastLine: 9, column: 'compte' },
          },
        ],
        staff: [
          { function: 'RSSI', type: 'mutualise', quota: 8000n, months: 1200n, count: 100n, at: { line: 3 } },
        ],
        measures: [{ measure: 'M01', level: null, comment: 'Sans objet', at: { line: 4 } }],
        actions: [{ item: 'silene', value: 'oui', at: { sheet: 'Actions', cell: 'C4' } }],
        directories: [{ directory: 'AD principal', score: 2, date: null, at: { line: 5 } }],
      },
      budgetCheck: { titles: [1n, 2n, 3n, 10n ** 14n], at: { line: 2 }, source: source(1) },
      acts: [
        {
          fact: factId(3),
          day: '2026-05-20' as Day,
          by: 'ars',
          kind: 'reouverture',
          text: 'Erreur de saisie « titre 2 »',
          alert: null,
          until: '2026-06-30' as Day,
        },
      ],
    },
    outcome: {
      state: 'calcule',
      figures: {
        totalExpenses: 90_071_992_547_409_931n,
        ownDigital: 2n,
        carriedDigital: 3n,
        contributions: 4n,
        allocatedDigital: 5n,
        retainedDigital: -6n,
        digitalShare: { numerator: 2n, denominator: 90_071_992_547_409_931n },
        investmentShare: null,
        ownSsiFte: 7n,
        carriedSsiFte: 0n,
        allocatedSsiFte: 0n,
        retainedSsiFte: 7n,
        externalSsiFte: null,
        shares: [{ group: 'GHT-1', charges: 5n, ssiFte: 0n }],
      },
    },
  };
}

export const verdict = (fact: number): VerdictRecord => ({
  fact: factId(fact),
  status: 'accepted-with-warnings',
  judged: sha256('judged'),
  document: `verdicts/${sha256('now')}.json`,
  first: `verdicts/${sha256('first')}.json`,
  entries: `verdicts/${sha256('entries')}.json`,
});

export const edition = (of: EditionRecord['of'], number: number): EditionRecord => ({
  of,
  number,
  inputs: sha256(`inputs ${number}`),
  nation: of === 'FR' ? null : sha256('nation'),
  builtAt: '2026-07-01T00:00:00.000Z',
  code: '0.4.0',
  documents: { workbook: `w/${number}`, figures: `f/${number}` },
});

export const BYTES = Buffer.from('finess;campagne\n');

export function fact(n: number, bytes: Uint8Array = BYTES): Fact {
  return {
    id: factId(n),
    kind: 'deposit',
    campaign: SCOPE.campaign,
    file: `établissements/${n}.csv`,
    sha256: createHash('sha256').update(bytes).digest('hex'),
    size: bytes.length,
    openedAt: '2026-05-20T08:00:00.000Z',
    day: '2026-05-20' as Day,
    depositor: { issuer: 'local', subject: 'dépôt', role: 'ars' },
    scope: '*',
  };
}

export const tombstone = (n: number, reason = 'déposé par erreur'): Tombstone => ({
  fact: factId(n),
  campaign: SCOPE.campaign,
  reason,
  erasedAt: '2026-05-21T08:00:00.000Z',
  erasedBy: { issuer: 'local', subject: 'administrateur' },
});

export const right = (subject: string, issuer = 'https://identite.exemple'): Right => ({
  issuer,
  subject,
  role: 'etablissement',
  perimeter: { kind: 'bodies', finess: [finess(1)] },
  label: 'Direction « numérique »',
  grantedAt: '2026-01-05T08:00:00.000Z',
  grantedBy: { issuer: 'local', subject: 'administrateur' },
  revoked: null,
});
