import { readFileSync } from 'node:fs';
import { readDepositBytes } from '../../shared/adapters/tables/read-deposit-bytes.ts';
import { checkFile } from '../../shared/application/check-file.ts';
import { readDay } from '../../shared/domain/calendar/day.ts';
import { campaignYear } from '../../shared/domain/campaign/campaign.ts';
import { directoryOf } from '../../shared/domain/declarant/directory.ts';
import { readFiness } from '../../shared/domain/finess/finess.ts';
import type { FactId } from '../../shared/domain/return/entry.ts';
import { LATEST_RULE_SET } from '../../shared/domain/rules/rule-sets.ts';
import { frenchWording } from '../../shared/messages/fr.ts';
import { mostHeldMb } from './most-held-mb.ts';

/** What the parent reads on the last line: of one file, from its bytes to its verdict, in a process that did nothing before. */
export interface BalanceTimes {
  readonly status: string;
  readonly milliseconds: number;
  /** Of processor, since others may be using the machine. */
  readonly processorMilliseconds: number;
  /** Most memory held, beyond what the process held with the bytes of the file. */
  readonly growthMb: number;
}

const [path = ''] = process.argv.slice(2);
const campaign = campaignYear('2026');
const day = readDay('2026-06-15');
const finess = readFiness('010008407');
if (campaign === null || !day.ok || !finess.ok) throw new Error('the campaign of the bench is no campaign');
const declarant = {
  finess: finess.value,
  name: 'CH du banc d’essai',
  status: 'public',
  category: '355',
  region: '84',
  department: '01',
  legalEntity: finess.value,
} as const;
const directory = directoryOf({
  declarants: [declarant],
  groups: [],
  contacts: [],
  campaigns: [],
  accounts: [
    {
      nomenclature: 'M21',
      year: 2024,
      account: '615261',
      label: 'Maintenance informatique',
      block: 'general',
      mode: 'lecture',
    },
  ],
  measures: [],
  relaxations: [],
  history: [],
  successions: [],
  referenceEdition: null,
});
const source = { fact: '0' as FactId, file: 'balance.csv', sha256: '0'.repeat(64), day: day.value };
const perimeter = { kind: 'bodies', finess: [finess.value] } as const;
const ports = {
  readFile: readDepositBytes,
  wording: frenchWording,
  standing: () => Promise.resolve(new Map()),
};

const bytes = readFileSync(path);
const held = process.memoryUsage.rss() / 1024 ** 2;
const processor = process.cpuUsage();
const started = performance.now();
const context = { campaign, source, directory, perimeter };
const { verdict } = await checkFile(ports, bytes, context, LATEST_RULE_SET);
const milliseconds = performance.now() - started;
const { user, system } = process.cpuUsage(processor);
const times: BalanceTimes = {
  status: verdict.status,
  milliseconds,
  processorMilliseconds: (user + system) / 1000,
  growthMb: mostHeldMb() - held,
};
console.log(JSON.stringify(times));
