import { trueDeclarations } from '../../../shared/adapters/simulation/declaration.ts';
import { DEFECTS, soundRow, spoil } from '../../../shared/adapters/simulation/defects.ts';
import { fictionalGroups } from '../../../shared/adapters/simulation/fictional-groups.ts';
import { fictionalDeclarants } from '../../../shared/adapters/simulation/population.ts';
import { seededRandom } from '../../../shared/adapters/simulation/random.ts';
import { DIALECTS, writeDeclarations } from '../../../shared/adapters/simulation/write-declaration.ts';
import { readCsv } from '../../../shared/adapters/tables/read-csv.ts';
import { campaignYear } from '../../../shared/domain/campaign/campaign.ts';
import { directoryOf } from '../../../shared/domain/declarant/directory.ts';
import { COLUMN_NAMES, KEY_COLUMNS } from '../../../shared/domain/deposit/columns.ts';
import { columnOf } from '../../../shared/domain/deposit/match-header.ts';
import { readHundredths } from '../../../shared/domain/numbers/read-hundredths.ts';
import { judgeAsItWouldStand } from '../../../shared/domain/return/judge.ts';
import { LATEST_RULE_SET } from '../../../shared/domain/rules/rule-sets.ts';

const campaign = campaignYear('2026');
if (campaign === null) throw new Error('2026 is a campaign');

const random = seededRandom(3);
const declarants = fictionalDeclarants(400, random);
const groups = fictionalGroups(declarants, random);
const directory = directoryOf({
  declarants,
  groups,
  contacts: [],
  campaigns: [],
  accounts: [],
  measures: [],
  relaxations: [],
  history: [],
  successions: [],
  referenceEdition: null,
});
const truth = trueDeclarations(campaign, directory, random);

describe('a true declaration', () => {
  it('breaks no rule, whoever declares', () => {
    for (const declarant of declarants) {
      expect(judgeAsItWouldStand(truth.ofDeclarant(declarant), {}, LATEST_RULE_SET)).toEqual([]);
    }
  });

  it('gives digital about its usual share of the budget: 1 to 2.5 % for the median, never above 20 %', () => {
    const shares = declarants.map((declarant) => {
      const values = truth.ofDeclarant(declarant);
      const sum = (columns: readonly (keyof typeof values)[]) =>
        columns.reduce((total, column) => total + Number(values[column] ?? 0), 0);
      return sum(LATEST_RULE_SET.digitalLines) / sum(LATEST_RULE_SET.expenseTitles);
    });
    const median = shares.sort((a, b) => a - b)[200] ?? 0;
    expect(median).toBeGreaterThan(0.01);
    expect(median).toBeLessThan(0.025);
    expect(shares.at(-1)).toBeLessThan(0.2);
    expect(shares[0]).toBeGreaterThan(0.001);
  });

  it('makes what a carrier charges back the sum of what its members pay', () => {
    for (const group of groups.filter(({ code }) => code === 'CHAINE')) {
      const carrier = directory.declarant(group.carrier);
      if (!carrier) throw new Error('the chain is carried by a declarant');
      const paid = group.members.reduce((sum, { finess }) => {
        const member = directory.declarant(finess);
        return sum + ((member && truth.ofDeclarant(member).quote_part_versee) ?? 0n);
      }, 0n);
      expect(truth.ofDeclarant(carrier).quotes_parts_refacturees).toBe(paid);
      expect(paid).toBeGreaterThan(0n);
    }
  });
});

describe('a declaration as a CSV', () => {
  const [declarant] = declarants;
  if (!declarant) throw new Error('there are declarants');
  const row = soundRow(declarant.finess, campaign, truth.ofDeclarant(declarant));
  const columns = [...KEY_COLUMNS, ...COLUMN_NAMES];
  const records = (given: typeof row, dialect = DIALECTS[0]) =>
    readCsv(writeDeclarations([given], columns, dialect), (heading) => columnOf(heading) !== null).records;

  it.each(DIALECTS.map((dialect) => [dialect]))('says the same in %j', (dialect) => {
    const [header, record] = records(row, dialect);
    expect(header?.cells.map(columnOf)).toEqual(columns);
    const amount = readHundredths(record?.cells[columns.indexOf('charges_titre1')] ?? '');
    expect(amount).toEqual({ ok: true, value: row.values.charges_titre1 });
    expect(record?.cells).toHaveLength(columns.length);
  });

  it.each(DEFECTS)('shows the defect %s', (defect) => {
    expect(records(spoil(row, defect))[1]).not.toEqual(records(row)[1]);
  });

  it('has more cells than its header when unquoted decimal commas shift them', () => {
    const [header, record] = records(spoil(row, 'shifted-comma'));
    expect(record?.cells.length).toBeGreaterThan(header?.cells.length ?? 0);
  });
});
