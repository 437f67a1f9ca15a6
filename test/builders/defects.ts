import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readDepositBytes } from '../../shared/adapters/tables/read-deposit-bytes.ts';
import { FactInfected, FactUnscannable } from '../../shared/application/errors.ts';
import type { Fact } from '../../shared/application/ports.ts';
import { readBytes } from '../../shared/application/read-bytes.ts';
import { readFact } from '../../shared/application/read-fact.ts';
import { directoryOf } from '../../shared/domain/declarant/directory.ts';
import type { ReferenceSet } from '../../shared/domain/declarant/reference-set.ts';
import type { Reading } from '../../shared/domain/deposit/reading.ts';
import { withKey } from '../../shared/domain/finess/finess.ts';
import type { IssueCode } from '../../shared/domain/issues/codes.ts';
import { csvOf, depositsOf, generation, portsOn } from './campaign.ts';
import { GOOD_ROW, readingContext } from './declaration.ts';
import { DEFECT_WORKBOOKS } from './defect-workbooks.ts';
import { LONER, referenceSet } from './directory.ts';
import { day } from './entry.ts';
import { tombstoneOf } from './tombstone.ts';

export const DEFECTS_FOLDER = join(import.meta.dirname, '../fixtures/defects');

/**
 * What the specimens are read against: the fictional bodies, two digital accounts, a questionnaire of two measures, a
 * number that was replaced.
 */
const REFERENCE: Partial<ReferenceSet> = {
  accounts: [
    { account: '6284', label: 'Informatique', block: 'general', mode: 'lecture' } as const,
    { account: '6288', label: 'Autres prestations', block: 'general', mode: 'retraitement' } as const,
  ].map((account) => ({ nomenclature: 'M21', year: 2024, ...account })),
  measures: [
    { code: 'M1', theme: 'Sauvegardes', label: 'Sauvegarde hors ligne', highest: 4 },
    { code: 'M2', theme: 'Accès', label: 'Authentification forte', highest: 4 },
  ],
  successions: [{ former: withKey('77000001'), successor: LONER, from: day('2026-01-01') }],
};

/** The name of a specimen kept as a file: `FINESS_KEY` is `finess-key.csv`. */
export function defectFile(code: IssueCode): string {
  return `${code.toLowerCase().replaceAll('_', '-')}.csv`;
}

/** What the specimen of a code says; null where there is none. */
export async function readDefect(code: IssueCode): Promise<Reading | null> {
  const fact = FACTS[code];
  if (fact) return fact();
  const bytes = await specimen(code);
  const directory = directoryOf(referenceSet(REFERENCE));
  // Its author deposits for one body, and the specimen names another.
  const perimeter = { kind: 'bodies', finess: [LONER] } as const;
  const context = readingContext(code === 'FINESS_OUT_OF_SCOPE' ? { directory, perimeter } : { directory });
  return bytes && readBytes(readDepositBytes, bytes, context);
}

async function specimen(code: IssueCode): Promise<Uint8Array | null> {
  const path = join(DEFECTS_FOLDER, defectFile(code));
  if (existsSync(path)) return readFileSync(path);
  const workbooks: Partial<Record<IssueCode, () => Uint8Array | Promise<Uint8Array>>> = DEFECT_WORKBOOKS;
  return (await workbooks[code]?.()) ?? null;
}

/** What is not in the bytes: an erasure, and what a scan says. */
const FACTS: Partial<Record<IssueCode, () => Promise<Reading>>> = {
  FILE_ERASED: () => readFactWith((fact) => tombstoneOf(fact.id)),
  FILE_INFECTED: () => readFactWith(() => null, FactInfected),
  FILE_UNSCANNABLE: () => readFactWith(() => null, FactUnscannable),
};

async function readFactWith(
  tombstone: (fact: Fact) => ReturnType<typeof tombstoneOf> | null,
  Scanned?: new (message: string) => Error,
): Promise<Reading> {
  const { facts, readFile } = portsOn();
  const [deposit] = depositsOf(csvOf(GOOD_ROW));
  if (!deposit) throw new Error('no deposit');
  await facts.put(deposit.fact, deposit.bytes);
  const read = Scanned ? () => Promise.reject(new Scanned('scan')) : facts.read;
  const ports = { facts: { ...facts, read }, readFile };
  const { fact } = deposit;
  return (await readFact(ports, generation(), { id: fact.id }, tombstone(fact))).reading;
}
