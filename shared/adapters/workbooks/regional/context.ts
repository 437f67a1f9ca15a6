import { financialYear } from '../../../domain/campaign/campaign.ts';
import type { Figures } from '../../../domain/figures/figures.ts';
import type { RegionalReport, ReportRow } from '../../../domain/report/regional-report.ts';
import type { RuleSet } from '../../../domain/rules/rule-set.ts';
import { REGIONS } from '../../../domain/territory/regions.ts';
import type { Wording } from '../../../domain/verdict/verdict.ts';
import type { Book } from '../package/book.ts';

/** A declarant with its figures. */
export interface ComputedRow {
  readonly row: ReportRow;
  readonly figures: Figures;
}

/** What every sheet is written from. */
export interface RegionalContext {
  readonly book: Book;
  readonly report: RegionalReport;
  readonly rules: RuleSet;
  readonly wording: Wording;
  /** « ARS Bretagne – campagne 2026 (exercice 2025) » */
  readonly owner: string;
  /** By FINESS. */
  readonly computed: readonly ComputedRow[];
}

/** Saint-Pierre-et-Miquelon has no ARS. */
export function regionTitle({ region }: RegionalReport): string {
  return region === '975' ? REGIONS[region] : `ARS ${REGIONS[region]}`;
}

export function ownerOf(report: RegionalReport): string {
  const { campaign } = report;
  return `${regionTitle(report)} – campagne ${campaign} (exercice ${financialYear(campaign)})`;
}

export function computedRows(report: RegionalReport): readonly ComputedRow[] {
  return report.rows.flatMap((row) =>
    row.outcome.state === 'calcule' ? [{ row, figures: row.outcome.figures }] : [],
  );
}
