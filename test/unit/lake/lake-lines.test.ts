import type { Territory } from '../../../shared/domain/declarant/directory.ts';
import { lakeLines } from '../../../shared/domain/lake/lake-lines.ts';
import { LAKE_TABLE_NAMES, LAKE_TABLES } from '../../../shared/domain/lake/lake-tables.ts';
import { figuresTable } from '../../../shared/domain/report/figures-table.ts';
import type { Standing } from '../../../shared/domain/report/standing.ts';
import type { Entry } from '../../../shared/domain/return/entry.ts';
import { foldEntries } from '../../../shared/domain/return/fold.ts';
import { LATEST_RULE_SET } from '../../../shared/domain/rules/rule-sets.ts';
import {
  CARRIER,
  directory,
  EXTERNAL,
  LONER,
  MEMBER,
  NEIGHBOUR,
  OUTSIDER,
} from '../../builders/directory.ts';
import { day, entryOf, sourceOf } from '../../builders/entry.ts';
import { fictionalCampaign } from '../../builders/fictional-campaign.ts';
import { returnOf } from '../../builders/return.ts';

const TERRITORIES: readonly Territory[] = ['84', '93', 'EXT'];
const CONTEXT = { directory: directory(), rules: LATEST_RULE_SET };

/** Lines of every territory together. */
function linesOf(standing: Standing) {
  const all = TERRITORIES.map((territory) => lakeLines(territory, standing, CONTEXT));
  return {
    declarants: all.flatMap(({ declarants }) => declarants),
    sections: all.flatMap(({ sections }) => sections),
    issues: all.flatMap(({ issues }) => issues),
    pools: all.flatMap(({ pools }) => pools),
  };
}

function standingOf(...entries: readonly Entry[]): Standing {
  const [first] = entries;
  return new Map(
    first ? [[first.finess, { state: foldEntries(entries, LATEST_RULE_SET), outcome: null }]] : [],
  );
}

describe('the lines of the lake', () => {
  it('have a value for every column of the schema, null only where it may be', () => {
    const { standing, context } = fictionalCampaign();
    const territories: readonly Territory[] = [...context.directory.regions(), 'EXT'];
    for (const table of LAKE_TABLE_NAMES) {
      const columns = Object.entries(LAKE_TABLES[table].columns);
      const rows = territories.flatMap((territory) => [...lakeLines(territory, standing, context)[table]]);
      expect([table, rows.length > 0]).toEqual([table, true]);
      for (const row of rows) {
        expect(Object.keys(row)).toEqual(columns.map(([name]) => name));
        for (const [name, value] of Object.entries(row))
          if (value === null)
            expect([table, name, columns.find(([one]) => one === name)?.[1].nullable]).toEqual([
              table,
              name,
              true,
            ]);
      }
    }
  });

  it('name each declarant once, in its region, with its groups', () => {
    const { declarants } = linesOf(new Map());
    expect(declarants.map(({ finess, groupes }) => [finess, groupes])).toEqual([
      [CARRIER, 'GHT-1'],
      [MEMBER, 'GCS-2|GHT-1'],
      [LONER, null],
      [NEIGHBOUR, 'GCS-2|GHT-1'],
    ]);
    expect(lakeLines('93', new Map(), CONTEXT).declarants.map(({ finess }) => finess)).toEqual([NEIGHBOUR]);
    expect(lakeLines('EXT', new Map(), CONTEXT).declarants).toEqual([]);
  });

  it('give the figures of figures.csv, as whole numbers of their last digit', () => {
    const { standing, context } = fictionalCampaign(60);
    const { declarants } = context.directory.reference;
    const [headings = [], ...written] = figuresTable(context.campaign, declarants, standing);
    const figures = context.directory
      .regions()
      .flatMap((region) => lakeLines(region, standing, context).figures.map((row) => ({ region, ...row })));
    const byFiness = new Map(figures.map((row) => [String(row.finess), row]));
    expect(byFiness.size).toBe(written.length);
    for (const line of written) {
      const cells = Object.fromEntries(headings.map((heading, index) => [heading, line[index] ?? '']));
      const row = byFiness.get(cells['finess'] ?? '') as Readonly<Record<string, unknown>>;
      for (const [name, cell] of Object.entries(cells)) {
        if (name === 'campagne') continue;
        const value = row[name];
        const text = typeof value === 'bigint' ? String(value).padStart(cell.length - 1, '0') : (value ?? '');
        expect([name, text]).toEqual([name, typeof value === 'bigint' ? cell.replace('.', '') : cell]);
      }
    }
  });

  it('leave out a part that no column can hold, and keep what it is made of', () => {
    const [finess, figures] = [LONER, fictionalFigures()];
    const share = { numerator: 10n ** 17n, denominator: 1n };
    const standing: Standing = new Map([
      [
        finess,
        { state: returnOf(), outcome: { state: 'calcule', figures: { ...figures, digitalShare: share } } },
      ],
    ]);
    const row = lakeLines('84', standing, CONTEXT).figures.find((one) => one.finess === finess);
    expect(row).toMatchObject({ part_numerique: null, charges_totales: figures.totalExpenses });
  });
});

function fictionalFigures() {
  const { standing } = fictionalCampaign();
  for (const { outcome } of standing.values()) if (outcome?.state === 'calcule') return outcome.figures;
  throw new Error('nobody has figures');
}

describe('the sections', () => {
  it('are those in force, each with the deposit that it comes from', () => {
    const standing = standingOf(
      entryOf('fact-1', { charges_titre1: 1n, etp_total: 2n }),
      entryOf('fact-2', { charges_titre1: 3n }),
    );
    expect(linesOf(standing).sections.map(({ section, fichier }) => [section, fichier])).toEqual([
      ['budget', 'fact-2.csv'],
      ['etp', 'fact-1.csv'],
    ]);
    expect(linesOf(standing).sections[0]).toEqual({
      finess: LONER,
      section: 'budget',
      fichier: 'fact-2.csv',
      sha256: 'a'.repeat(64),
      jour_depot: '2026-07-15',
      fait: 'fact-2',
    });
  });

  it('of an external carrier are of no region', () => {
    const standing = standingOf(entryOf('fact-1', { mutualise_charges: 1n }, { finess: EXTERNAL }));
    expect(lakeLines('EXT', standing, CONTEXT).sections).toHaveLength(1);
    expect(linesOf(standing).sections).toHaveLength(1);
  });
});

describe('the issues', () => {
  const unreadable = {
    code: 'NUMBER_UNREADABLE',
    at: { line: 2, column: 'num_general' },
    seen: '12 EUR',
  } as const;
  const early = {
    code: 'CLOSURE_DATE_YEAR_END',
    at: { sheet: 'Saisie', cell: 'C7' },
    seen: '31/12/2025',
  } as const;

  it('are those of the deposits in force and of the last one, not of those that were replaced', () => {
    const standing = standingOf(
      entryOf('fact-1', { etp_total: 1n }, { issues: [early] }),
      entryOf('fact-2', { charges_titre1: 1n }, { issues: [early] }),
      entryOf('fact-3', { charges_titre1: 2n }),
      entryOf('fact-4', { charges_titre1: 3n }, { issues: [unreadable] }),
    );
    expect(linesOf(standing).issues).toEqual([
      {
        finess: LONER,
        fait: 'fact-1',
        fichier: 'fact-1.csv',
        jour_depot: '2026-07-15',
        retenue: true,
        code: 'CLOSURE_DATE_YEAR_END',
        severite: 'warning',
        feuille: 'Saisie',
        cellule: 'C7',
        ligne: null,
        derniere_ligne: null,
        colonne: null,
        lu: '31/12/2025',
      },
      {
        finess: LONER,
        fait: 'fact-4',
        fichier: 'fact-4.csv',
        jour_depot: '2026-07-15',
        retenue: false,
        code: 'NUMBER_UNREADABLE',
        severite: 'error',
        feuille: null,
        cellule: null,
        ligne: 2,
        derniere_ligne: null,
        colonne: 'num_general',
        lu: '12 EUR',
      },
    ]);
  });

  it('are as grave as the rules of their day say', () => {
    const from = day('2026-07-10');
    const rules = {
      ...LATEST_RULE_SET,
      relaxations: [{ code: 'PART_OVER_WHOLE', from, to: 'warning', reason: 'essai' }],
    } as unknown as typeof LATEST_RULE_SET;
    const over = { num_personnel: 5n, charges_titre1: 1n };
    const state = (on: string) =>
      foldEntries([entryOf('fact-1', over, { source: sourceOf('fact-1', { day: day(on) }) })], rules);
    const severity = (on: string) =>
      lakeLines('84', new Map([[LONER, { state: state(on), outcome: null }]]), {
        ...CONTEXT,
        rules,
      }).issues.map(({ severite, retenue }) => [severite, retenue]);
    expect(severity('2026-07-09')).toEqual([['error', false]]);
    expect(severity('2026-07-10')).toEqual([['warning', true]]);
  });
});

describe('the pools', () => {
  const carrier = (over = {}) => returnOf({ mutualise_charges: 100_003n, mutualise_etp_ssi: 7n, ...over });

  it('sum over all territories to what the carriers declared, members that are no declarants included', () => {
    const { pools } = linesOf(
      new Map([
        [CARRIER, { state: carrier(), outcome: null }],
        [EXTERNAL, { state: carrier({ mutualise_charges: 1n }), outcome: null }],
      ]),
    );
    const sum = (group: string, of: 'charges' | 'etp') =>
      pools.filter(({ groupe }) => groupe === group).reduce((total, row) => total + (row[of] ?? 0n), 0n);
    expect([sum('GHT-1', 'charges'), sum('GHT-1', 'etp')]).toEqual([100_003n, 7n]);
    expect([sum('GCS-2', 'charges'), sum('GCS-2', 'etp')]).toEqual([1n, 7n]);
    const named = pools.map(({ groupe, finess }) => `${groupe} ${finess}`);
    expect(new Set(named).size).toBe(named.length);
    expect(named).toHaveLength(6);
  });

  it('stand in the region of each member, and in that of the carrier for one that is no declarant', () => {
    const { pools } = lakeLines('84', new Map(), CONTEXT);
    expect(pools.map(({ groupe, finess, situation }) => [groupe, finess, situation])).toEqual([
      ['GCS-2', MEMBER, 'sans-chiffres'],
      ['GHT-1', CARRIER, 'sans-chiffres'],
      ['GHT-1', MEMBER, 'sans-chiffres'],
      ['GHT-1', OUTSIDER, 'hors-champ'],
    ]);
    expect(lakeLines('93', new Map(), CONTEXT).pools.map(({ finess }) => finess)).toEqual([
      NEIGHBOUR,
      NEIGHBOUR,
    ]);
    expect(pools[1]).toMatchObject({
      porteur: CARRIER,
      porteur_externe: false,
      activite: 500_000n,
      charges: null,
    });
  });

  it('have no shares until the carrier has closed its accounts', () => {
    const open = { state: carrier({ cloture: 'provisoire' }), outcome: null };
    const { pools } = lakeLines('84', new Map([[CARRIER, open]]), CONTEXT);
    expect(pools.map(({ charges, etp }) => [charges, etp])).toEqual(pools.map(() => [null, null]));
  });
});
