import type { DigitalAccount } from '../../domain/accounts/digital-account.ts';
import {
  OPTIONAL_COLUMNS,
  REFERENCE_FILES,
  type ReferenceFile,
} from '../../domain/declarant/reading/reference-files.ts';
import type { Contact, Declarant, Group, PastFigures } from '../../domain/declarant/reference-set.ts';
import type { Succession } from '../../domain/declarant/successions.ts';
import type { Measure } from '../../domain/maturity/measure.ts';
import { formatHundredths } from '../../domain/numbers/format-hundredths.ts';
import { HYPOTHESIS_NOTE } from '../accounts/hypothesis.ts';
import { MEASURES_NOTE } from '../simulation/fictional-measures.ts';
import { writeCsv } from './write-csv.ts';

/** The files of a reference set, in the form that readReferenceFiles reads. A list that is empty has no file. */
export function writeReferenceFiles(set: {
  readonly declarants: readonly Declarant[];
  readonly groups?: readonly Group[];
  readonly contacts?: readonly Contact[];
  /** Written with a column `note` that says what they are worth. */
  readonly accounts?: readonly DigitalAccount[];
  /** Written with a column `note` too. */
  readonly measures?: readonly Measure[];
  readonly history?: readonly PastFigures[];
  readonly successions?: readonly Succession[];
}): Map<ReferenceFile, Uint8Array> {
  const files = new Map<ReferenceFile, Uint8Array>();
  const add = (
    file: ReferenceFile,
    records: readonly (readonly string[])[],
    beside: readonly string[] = [],
  ) => {
    files.set(file, writeCsv([[...REFERENCE_FILES[file], ...beside], ...records]));
  };
  add('declarants.csv', set.declarants.map(declarantRecord));
  if (set.groups?.length) add('groupes.csv', set.groups.flatMap(groupRecords));
  if (set.accounts?.length)
    add('comptes.csv', set.accounts.map(accountRecord), OPTIONAL_COLUMNS['comptes.csv']);
  if (set.measures?.length)
    add('mesures.csv', set.measures.map(measureRecord), OPTIONAL_COLUMNS['mesures.csv']);
  if (set.contacts?.length) add('contacts.csv', set.contacts.map(contactRecord));
  if (set.history?.length)
    add('historique.csv', set.history.map(historyRecord), OPTIONAL_COLUMNS['historique.csv']);
  if (set.successions?.length) add('successions.csv', set.successions.map(successionRecord));
  return files;
}

function declarantRecord(declarant: Declarant): readonly string[] {
  const { finess, name, status, category, region, department, legalEntity } = declarant;
  return [finess, name, status, category, region, department, legalEntity];
}

function groupRecords(group: Group): readonly (readonly string[])[] {
  const { code, label, carrier } = group;
  const members = group.members.map(({ finess, activity }) => {
    const role = finess === carrier ? 'porteur' : 'membre';
    return [code, label, finess, role, activity === null ? '' : formatActivity(activity)];
  });
  return group.externalCarrier ? [[code, label, carrier, 'porteur_externe', ''], ...members] : members;
}

function accountRecord(listed: DigitalAccount): readonly string[] {
  const { nomenclature, year, account, label, block, mode } = listed;
  return [nomenclature, String(year), account, label, block, mode, HYPOTHESIS_NOTE];
}

function contactRecord({ finess, role, name, email, phone }: Contact): readonly string[] {
  return [finess, role, name, email, phone];
}

function measureRecord({ code, theme, label, highest }: Measure): readonly string[] {
  return [code, theme, label, String(highest), MEASURES_NOTE];
}

/** In the order of the columns that it must have, then of those that it may. */
function historyRecord(past: PastFigures): readonly string[] {
  const known = [past.totalExpenses, past.retainedDigital, past.retainedSsiFte];
  const beside = [
    past.ownDigital,
    past.carriedDigital,
    past.contributions,
    past.ownSsiFte,
    past.carriedSsiFte,
    past.externalSsiFte,
  ];
  const texts = [...known, ...beside].map((value) => (value === null ? '' : formatHundredths(value)));
  return [String(past.campaign), past.finess, 'calcule', ...texts];
}

function successionRecord({ former, successor, from }: Succession): readonly string[] {
  return [former, successor, from];
}

/** Ten-thousandths, never negative, with the decimals that are needed: 105000n → `10.5`. */
function formatActivity(activity: bigint): string {
  const digits = activity.toString().padStart(5, '0');
  const decimals = digits.slice(-4).replace(/0+$/, '');
  return decimals === '' ? digits.slice(0, -4) : `${digits.slice(0, -4)}.${decimals}`;
}
