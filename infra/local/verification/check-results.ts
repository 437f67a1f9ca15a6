import { readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { readIfThere } from '../../../shared/adapters/files/read-if-there.ts';
import type { EditionRecord } from '../../../shared/application/ports.ts';
import type { CampaignYear } from '../../../shared/domain/campaign/campaign.ts';
import type { Finding } from '../../../shared/domain/verification/finding.ts';
import { type Exported, workbookPath } from '../export-results.ts';
import { compareFiles } from './compare-files.ts';

export interface ResultsToCheck {
  /** Folder of the published results. */
  readonly out: string;
  /** Folder of those made again, and what it holds. */
  readonly again: string;
  readonly exported: Exported;
  readonly campaign: CampaignYear;
  /** The only editions wanted; null for every file. */
  readonly only: readonly EditionRecord['of'][] | null;
  /** Files that may be there without being made again. */
  readonly erased: ReadonlySet<string>;
}

/** Holds the files of a results folder against those made again; a file that it never wrote is somebody's. */
export async function checkResults({
  out,
  again,
  exported,
  campaign,
  only,
  erased,
}: ResultsToCheck): Promise<readonly Finding[]> {
  const findings: Finding[] = [];
  const wanted = (path: string) => only === null || only.some((of) => isOf(path, of, campaign));
  for (const path of Object.keys(exported.files).filter(wanted)) {
    const file = join(out, path);
    const published = await readIfThere(file);
    if (published) {
      const rebuilt = await readFile(join(again, path));
      findings.push(...(await compareFiles({ file, what: whatOf(path), published, rebuilt })));
    } else findings.push({ kind: 'file-alone', file, on: 'rebuilt' });
  }
  for (const path of (await writtenIn(out)).filter(wanted)) {
    if (path in exported.files || erased.has(path) || !(await readIfThere(join(out, path)))) continue;
    findings.push({ kind: 'file-alone', file: join(out, path), on: 'published' });
  }
  return findings;
}

function isOf(path: string, of: EditionRecord['of'], campaign: CampaignYear): boolean {
  const nations = of === 'FR' && (path === 'figures.csv' || path === 'aggregates.csv');
  return nations || path.startsWith(`${workbookPath(campaign, of)}.`);
}

function whatOf(path: string): string {
  if (path.endsWith('.manifest.txt')) return 'manifest';
  return path.endsWith('.xlsx') ? 'workbook' : basename(path, '.csv');
}

/** The files that summary.json says were written. */
async function writtenIn(out: string): Promise<readonly string[]> {
  const bytes = await readIfThere(join(out, 'summary.json'));
  try {
    const summary = JSON.parse(new TextDecoder().decode(bytes ?? undefined)) as Partial<Exported>;
    return Object.keys(summary.files ?? {});
  } catch {
    return [];
  }
}
