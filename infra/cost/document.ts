import { ACTIVITIES, type Activity, usagesOf } from './activities.ts';
import { type Amount, formatAmount, formatShare, sumOf } from './amount.ts';
import { type Assumption, CAMPAIGN, CLOUD, READING, STANDING } from './assumptions.ts';
import { breaksAt, limitsOf, rebuildSeconds } from './limits.ts';
import type { Measured } from './measured.ts';
import { measuredSection } from './measured-section.ts';
import type { Price } from './price.ts';
import { METERS, PRICES } from './prices.ts';
import { remediesSection } from './remedies.ts';
import { duration, grouped, tableOf } from './table.ts';
import { costOfMeter, costOfUsage, together, type Usage } from './usage.ts';

const SCALES = [1n, 10n, 100n] as const;
const NAMES = Object.keys(ACTIVITIES) as readonly Activity[];
const HEADINGS = SCALES.map((scale) => `${grouped(CAMPAIGN.declarants.value * scale)}\t`);

/** docs/cost.md: the same figures give the same text. */
export function costDocument(measured: Measured): string {
  const usages = SCALES.map((scale) => usagesOf(measured, scale));
  return `${[
    introduction(measured, usages.map(totalOf)),
    dominant(usages),
    byActivity(usages),
    byService(usages.map((usage) => together(Object.values(usage)))),
    remediesSection(measured),
    limitsSection(measured),
    rebuildSection(measured),
    assumptionsSection(),
    pricesSection(),
    measuredSection(measured),
  ].join('\n\n')}\n`;
}

type Usages = Readonly<Record<Activity, Usage>>;

function totalOf(usages: Usages): Amount {
  return sumOf(Object.values(usages).map(costOfUsage));
}

function introduction({ date, machine, commit }: Measured, totals: readonly Amount[]): string {
  const [one = '', ten = '', hundred = ''] = totals.map(formatAmount);
  return `# What it costs

Written by \`npm run cost\` from [infra/cost](../infra/cost): figures measured on ${date} (${machine}, commit ${commit}), dated prices, and assumptions that are listed below. Do not edit: a test compares.

A national campaign of ${grouped(CAMPAIGN.declarants.value)} declarants, ${CAMPAIGN.depositsEach.value} deposits each and ${CAMPAIGN.editions.value} editions per region, kept for a year in eu-west-3, costs **${one} US dollars a year** before tax; ten times the declarants, ${ten}; a hundred times, ${hundred}. What AWS gives free is not deducted. People, support, domain names and the identity provider are not in it.`;
}

/** In words, what the tables below say of the largest shares. */
function dominant(usages: readonly Usages[]): string {
  const shareOf = (names: readonly Activity[], scale: number) => {
    const usage = usages[scale];
    if (!usage) return '';
    return formatShare(sumOf(names.map((name) => costOfUsage(usage[name]))), totalOf(usage));
  };
  const sweeps = ['sweepEditions', 'sweepReturns'] as const;
  const rest = NAMES.filter((name) => name !== 'standing' && !sweeps.some((sweep) => sweep === name));
  return `Of it the two sweeps take ${shareOf(sweeps, 0)} % at that size, ${shareOf(sweeps, 1)} % at ten times and ${shareOf(sweeps, 2)} % at a hundred times; what is there whether anybody deposits or not, ${shareOf(['standing'], 0)}, ${shareOf(['standing'], 1)} and ${shareOf(['standing'], 2)} %; all that people came for (deposits, figures, workbooks, reading, storage), ${shareOf(rest, 0)}, ${shareOf(rest, 1)} and ${shareOf(rest, 2)} %. That is one stage; each further stage pays its own alarms, dashboard, keys and queues.`;
}

function byActivity(usages: readonly Usages[]): string {
  const totals = usages.map(totalOf);
  const cells = (costs: readonly Amount[]) =>
    costs.map((cost, i) => `${formatAmount(cost)} (${formatShare(cost, totals[i] ?? cost)} %)`);
  const rows = NAMES.map((name) => [ACTIVITIES[name], ...cells(usages.map((u) => costOfUsage(u[name])))]);
  return `## By what is done

Dollars a year, by number of declarants. Reading by ARS grows faster than they do: a list of declarants has more pages, and each page reads its whole region.

${tableOf(['', ...HEADINGS], [...rows, ['**Together**', ...totals.map((t) => `**${formatAmount(t)}**`)]])}`;
}

function byService(usages: readonly Usage[]): string {
  const rows = METERS.filter((meter) => usages.some((usage) => usage[meter])).map((meter) => [
    PRICES[meter].billed,
    ...usages.map((usage) => formatAmount(costOfMeter(usage, meter))),
  ]);
  return `## By what AWS bills

${tableOf(['', ...HEADINGS], rows)}`;
}

function limitsSection(measured: Measured): string {
  const rows = limitsOf(measured).map((limit) => [
    limit.what,
    `${grouped(limit.now)} ${limit.unit}`,
    `${grouped(limit.bound)}: ${limit.why}`,
    grouped(breaksAt(limit)),
    limit.remedy,
  ]);
  const { largestPool } = measured.population;
  return `## Where it stops being linear

What grows with the campaign beside its cost, and the number of declarants at which it meets its bound, were nothing changed; nearest first. Memory is taken to grow with the declarants, which is the most it does: part of it is garbage that Node had no need to collect. A pool does not grow with their number: a carrier's change has the members of its pool computed again, ${largestPool} at most as measured.

${tableOf(['what', 'now\t', 'bound', 'met at\t', 'then'], rows)}`;
}

function rebuildSection(measured: Measured): string {
  const rows = SCALES.map((scale) => {
    const { read, compute, build } = rebuildSeconds(measured, scale);
    const cells = [read, compute, build].map((seconds) => duration(seconds * 1_000n));
    return [grouped(CAMPAIGN.declarants.value * scale), ...cells];
  });
  return `## How long a rebuild takes

With every queue as busy as its settings let it be.

${tableOf(['declarants\t', 'deposits and acts read\t', 'figures\t', 'workbooks\t'], rows)}`;
}

function assumptionsSection(): string {
  const rows = [CAMPAIGN, READING, CLOUD, STANDING]
    .flatMap((group): readonly Assumption[] => Object.values(group))
    .map(({ value, unit, why }) => [grouped(value), unit, why]);
  return `## What is supposed

${tableOf(['\t', '', 'why'], rows)}`;
}

const CERTAINTIES: Readonly<Record<Price['certainty'], string>> = {
  list: 'price list of eu-west-3, at second hand',
  everywhere: 'one price everywhere',
  elsewhere: 'price of us-east-1',
  extrapolated: 'extrapolated from us-east-1',
};

function pricesSection(): string {
  const prices: readonly Price[] = Object.values(PRICES);
  const rows = prices.map(({ billed, usd, certainty, readOn, source }) => [
    billed,
    usd,
    CERTAINTIES[certainty],
    readOn,
    source,
  ]);
  return `## Prices

Dollars before tax, on demand, first tier. None could be read from AWS itself where this was written: before a budget is decided, put the [AWS calculator](https://calculator.aws)'s figures in \`infra/cost/prices.ts\`.

${tableOf(['billed', 'dollars\t', 'certainty', 'read on', 'source'], rows)}`;
}
