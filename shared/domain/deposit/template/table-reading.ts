import type { Issue } from '../../issues/issue.ts';
import type { Details } from '../../return/details.ts';
import type { FileJustification } from '../../return/entry.ts';
import type { SectionName } from '../columns.ts';
import type { TableTotal } from './totals.ts';

/** What one table of the template says. */
export interface TableReading {
  readonly issues: readonly Issue[];
  readonly details?: Partial<Details>;
  /** Of single inputs. */
  readonly totals?: readonly TableTotal[];
  /** A section that the file leaves as it was, though it has its table. */
  readonly withheld?: SectionName;
  readonly justifications?: readonly FileJustification[];
}
