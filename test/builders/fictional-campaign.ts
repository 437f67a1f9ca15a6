import { writeDay } from '../../shared/domain/calendar/day.ts';
import type { CampaignYear } from '../../shared/domain/campaign/campaign.ts';
import { directoryOf } from '../../shared/domain/declarant/directory.ts';
import type { Declarant, Group, Member, ReferenceSet } from '../../shared/domain/declarant/reference-set.ts';
import { NO_VALUES, SECTIONS, type Values } from '../../shared/domain/deposit/columns.ts';
import { type Finess, withKey } from '../../shared/domain/finess/finess.ts';
import type { Issue } from '../../shared/domain/issues/issue.ts';
import type { ReportContext } from '../../shared/domain/report/build-regional-report.ts';
import type { Standing } from '../../shared/domain/report/standing.ts';
import type { Entry, FactId } from '../../shared/domain/return/entry.ts';
import { foldEntries } from '../../shared/domain/return/fold.ts';
import { LATEST_RULE_SET } from '../../shared/domain/rules/rule-sets.ts';
import { TOTALS_ALONE } from './directory.ts';
import { standingOf } from './standing.ts';

const CAMPAIGN = 2026 as CampaignYear;
const RULES = LATEST_RULE_SET;

/** The declarant of that rank; from 10,000 on, in another region. */
export const finessOf = (rank: number): Finess => withKey(`69${String(rank).padStart(6, '0')}`);
const ELSEWHERE = 10_000;
const EXTERNAL_CARRIER = withKey('69990001');
const NO_DECLARANT = withKey('69990002');

/** Ranks of the declarants that stand for each situation; the others are sound. */
export const RANKS = {
  carrier: 0,
  silentMember: 3,
  externalCarrierMembers: [4, 5, 6],
  silentCarrier: 7,
  waiting: 8,
  carrierWithoutKey: 9,
  memberWithoutKey: 10,
  incomplete: 11,
  refused: 12,
  neverWithoutContact: 13,
  formulaName: 14,
  unknownCategory: 15,
  lowShare: 16,
  noSsiFte: 17,
  changed: 18,
} as const;

const CATEGORIES = ['355', '101', '365', '128', '131', '109', '292'];
const STATUSES = ['public', 'public', 'prive_lucratif', 'prive_non_lucratif'] as const;

function declarantOf(rank: number): Declarant {
  return {
    finess: finessOf(rank),
    name: rank === RANKS.formulaName ? '=1+1 Clinique fictive' : `Établissement fictif n° ${rank}`,
    status: STATUSES[rank % STATUSES.length] ?? 'public',
    category: rank === RANKS.unknownCategory ? '999' : (CATEGORIES[rank % CATEGORIES.length] ?? '355'),
    region: rank >= ELSEWHERE ? '11' : '84',
    department: rank >= ELSEWHERE ? '75' : '69',
    legalEntity: finessOf(rank),
  };
}

function group(code: string, carrier: Finess, members: readonly Member[], externalCarrier = false): Group {
  const sorted = [...members].sort((a, b) => (a.finess < b.finess ? -1 : 1));
  return { code, label: `Groupement ${code}`, carrier, externalCarrier, members: sorted };
}

const member = (rank: number, activity: bigint | null): Member => ({ finess: finessOf(rank), activity });

function groupsOf(): readonly Group[] {
  const [a, b, c] = RANKS.externalCarrierMembers;
  return [
    group('GCS02', EXTERNAL_CARRIER, [member(a, 10_000n), member(b, 25_500n), member(c, 33_333n)], true),
    group('GHT01', finessOf(RANKS.carrier), [
      member(RANKS.carrier, 1_234_567n),
      member(1, 333_333n),
      member(2, 100_001n),
      member(RANKS.silentMember, 70_000n),
      { finess: NO_DECLARANT, activity: 12_345n },
      member(ELSEWHERE, 400_000n),
      member(ELSEWHERE + 1, 50_000n),
    ]),
    group('GHT03', finessOf(RANKS.silentCarrier), [
      member(RANKS.silentCarrier, 1n),
      member(RANKS.waiting, 2n),
    ]),
    group('GHT04', finessOf(RANKS.carrierWithoutKey), [
      member(RANKS.carrierWithoutKey, 5n),
      member(RANKS.memberWithoutKey, null),
    ]),
  ];
}

/** Amounts that differ from one rank to the next and have cents; every column is given. */
function valuesOf(rank: number): Values {
  const base = 1_234_567_89n * BigInt((rank % 37) + 3) + BigInt(rank * 7);
  const carries = rank === RANKS.carrier || rank === RANKS.carrierWithoutKey;
  const digital = rank === RANKS.lowShare ? 1_000n : rank === RANKS.changed ? 30n : 55n + BigInt(rank % 17);
  return {
    ...NO_VALUES,
    cloture: 'definitive',
    date_cloture: writeDay(2026, 5, 1 + (rank % 28)),
    charges_titre1: base * 6n,
    charges_titre2: base * 2n,
    charges_titre3: base + 1n,
    charges_titre4: base / 3n,
    emplois_investissement: rank % 9 === 2 ? 0n : base,
    num_personnel: base / digital,
    num_medical: base / 200n,
    num_general: rank === RANKS.lowShare ? 0n : base / 19n,
    num_amortissement: base / 99n,
    num_investissement: rank % 9 === 2 ? 0n : rank % 5 === 4 ? null : base / (20n + BigInt(rank % 7)),
    mutualise_charges: carries ? base / 30n : null,
    mutualise_etp_ssi: carries ? 75n : null,
    quote_part_versee: rank === 1 || rank === 5 ? base / 500n : null,
    quotes_parts_refacturees: rank === RANKS.carrier ? base / 400n : null,
    etp_total: 90_000n + BigInt(rank),
    etp_ssi_internes: rank === RANKS.noSsiFte ? 0n : 100n + BigInt(rank % 13) * 25n,
    etp_ssi_externes: rank % 4 === 1 ? null : BigInt(rank % 4) * 50n,
    maturite_date: writeDay(rank % 10 === 9 ? 2025 : 2026, 3, 1 + (rank % 28)),
  };
}

function entryOf(finess: Finess, rank: number, values: Values, issues: readonly Issue[] = []): Entry {
  const column = (name: string) => ({ line: rank + 2, column: name });
  const places = Object.fromEntries(Object.keys(values).map((name) => [name, column(name)]));
  const deposit = Math.floor(rank / 40);
  return {
    campaign: CAMPAIGN,
    finess,
    source: {
      fact: `01J0000000000000000000${String(deposit).padStart(4, '0')}` as FactId,
      file: `dépôts/établissements ${deposit}.csv`,
      sha256: String(deposit).padStart(64, 'a0'),
      day: writeDay(2026, 6, 1 + (deposit % 28)),
    },
    line: rank + 2,
    sections: SECTIONS,
    values,
    places,
    issues,
  };
}

function entriesOf(rank: number): readonly Entry[] {
  const finess = finessOf(rank);
  const values = valuesOf(rank);
  switch (rank) {
    case RANKS.silentMember:
    case RANKS.silentCarrier:
    case RANKS.neverWithoutContact:
      return [];
    case RANKS.incomplete:
      return [
        entryOf(finess, rank, {
          ...values,
          cloture: 'provisoire',
          num_general: null,
          etp_ssi_internes: null,
        }),
      ];
    case RANKS.refused:
      return [
        entryOf(finess, rank, values, [
          { code: 'NUMBER_UNREADABLE', at: { line: rank + 2, column: 'num_general' }, seen: '12 EUR' },
          { code: 'FINESS_KEY', at: { line: rank + 2, column: 'finess' }, seen: finess },
        ]),
      ];
    default:
      return rank >= 20 && rank < ELSEWHERE && rank % 11 === 0 ? [] : [entryOf(finess, rank, values)];
  }
}

/**
 * A fictional campaign: that many declarants of Auvergne-Rhône-Alpes, two of Île-de-France, four groups and
 * every situation of a declarant among the first twenty. The same arguments give the same campaign.
 */
export function fictionalCampaign(declarants = 20): { standing: Standing; context: ReportContext } {
  const ranks = [...Array(declarants).keys(), ELSEWHERE, ELSEWHERE + 1];
  const present = new Set<string>([...ranks.map(finessOf), NO_DECLARANT]);
  const groups = groupsOf().filter(({ members }) => members.every(({ finess }) => present.has(finess)));
  const reference: ReferenceSet = {
    declarants: ranks.map(declarantOf).sort((a, b) => (a.finess < b.finess ? -1 : 1)),
    groups,
    contacts: ranks
      .filter((rank) => rank !== RANKS.neverWithoutContact)
      .map((rank) => ({
        finess: finessOf(rank),
        role: 'DSI',
        name: `Personne Fictive ${rank}`,
        email: `dsi.${rank}@exemple.fr`,
        phone: '+33 4 00 00 00 00',
      })),
    campaigns: [],
    accounts: [],
    measures: [],
    relaxations: [],
    successions: [],
    referenceEdition: null,
    history: ranks
      .filter((rank) => rank % 3 === 0)
      .map((rank) => ({
        campaign: (CAMPAIGN - 1) as CampaignYear,
        finess: finessOf(rank),
        totalExpenses: 1_000_000_00n * BigInt((rank % 7) + 1),
        retainedDigital: rank === RANKS.changed ? 2_000_00n : 12_345_67n * BigInt((rank % 7) + 1),
        retainedSsiFte: 125n,
        ...TOTALS_ALONE,
      })),
  };
  const directory = directoryOf(reference);
  const context: ReportContext = {
    campaign: CAMPAIGN,
    generation: 'f00d'.repeat(16),
    directory,
    rules: RULES,
  };

  const returns = new Map(ranks.map((rank) => [finessOf(rank), foldEntries(entriesOf(rank), RULES)]));
  const pool = {
    ...NO_VALUES,
    cloture: 'definitive',
    mutualise_charges: 1_000_000_01n,
    mutualise_etp_ssi: 100n,
  } as const;
  returns.set(EXTERNAL_CARRIER, foldEntries([entryOf(EXTERNAL_CARRIER, 19, pool)], RULES));
  return { standing: standingOf(returns, context), context };
}
