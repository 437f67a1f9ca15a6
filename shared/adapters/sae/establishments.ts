import type { LegalStatus } from '../../domain/declarant/legal-status.ts';
import { type Finess, readFiness } from '../../domain/finess/finess.ts';
import { isRegion, OUT_OF_SCOPE, type RegionCode } from '../../domain/territory/regions.ts';
import type { LeftOutReason } from '../../messages/sae-lines.ts';
import { readSaeTable, type SaeLine } from './read-table.ts';

/** A line of ID_*.csv: one établissement géographique (ET) that answered the SAE. */
export interface Establishment {
  readonly finess: Finess;
  readonly legalEntity: Finess;
  readonly name: string;
  readonly status: LegalStatus;
  readonly category: string;
  readonly region: RegionCode;
  readonly department: string;
}

/** A line that gives no establishment, and why. */
export interface LeftOut {
  readonly line: number;
  readonly reason: LeftOutReason;
  readonly seen: string;
}

const COLUMNS = ['fi', 'rs', 'fi_ej', 'stjr', 'cat', 'reg', 'dep'] as const;

/** SAE, « statut juridique regroupé ». */
const STATUSES: Readonly<Record<string, LegalStatus>> = {
  '1': 'public',
  '2': 'prive_lucratif',
  '3': 'prive_non_lucratif',
};

/** FINESS codes of the overseas départements, and those of INSEE that everyone else uses. */
const DEPARTMENTS: Readonly<Record<string, string>> = {
  '9A': '971',
  '9B': '972',
  '9C': '973',
  '9D': '974',
  '9E': '975',
  '9F': '976',
};

/** The establishments of ID_*.csv, and the lines left out. */
export function readEstablishments(bytes: Uint8Array): {
  readonly establishments: readonly Establishment[];
  readonly leftOut: readonly LeftOut[];
} {
  const establishments: Establishment[] = [];
  const leftOut: LeftOut[] = [];
  for (const line of readSaeTable(bytes, COLUMNS)) {
    const read = readLine(line);
    if ('reason' in read) leftOut.push(read);
    else establishments.push(read);
  }
  return { establishments, leftOut };
}

function readLine(line: SaeLine): Establishment | LeftOut {
  const without = (reason: LeftOutReason, column: (typeof COLUMNS)[number]): LeftOut => ({
    line: line.line,
    reason,
    seen: line.text(column),
  });
  const finess = readFiness(line.text('fi'));
  if (!finess.ok) return without('finess', 'fi');
  const legalEntity = readFiness(line.text('fi_ej'));
  if (!legalEntity.ok) return without('legal-entity', 'fi_ej');
  const status = STATUSES[line.text('stjr')];
  if (status === undefined) return without('status', 'stjr');
  const region = line.text('reg');
  const department = line.text('dep');
  if (OUT_OF_SCOPE[region] !== undefined || OUT_OF_SCOPE[department] !== undefined) {
    return without('out-of-scope', 'reg');
  }
  if (!isRegion(region)) return without('region', 'reg');
  return {
    finess: finess.value,
    legalEntity: legalEntity.value,
    name: line.text('rs'),
    status,
    category: line.text('cat'),
    region,
    department: DEPARTMENTS[department] ?? department,
  };
}
