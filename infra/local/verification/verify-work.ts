import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { EditionRecord } from '../../../shared/application/ports.ts';
import type { CampaignYear } from '../../../shared/domain/campaign/campaign.ts';
import type { Finding } from '../../../shared/domain/verification/finding.ts';
import type { Verification } from '../../../shared/domain/verification/verification.ts';
import { CommandFailure } from '../command.ts';
import { type Derived, deriveFromFacts } from '../derive-from-facts.ts';
import { exportResults, verdictPath } from '../export-results.ts';
import type { Progress } from '../progress.ts';
import { checkEdition } from './check-editions.ts';
import { checkFacts } from './check-facts.ts';
import { checkJournal, checkVerdicts } from './check-journal.ts';
import { checkOpenings } from './check-openings.ts';
import { checkReference } from './check-reference.ts';
import { checkResults } from './check-results.ts';
import { type PublishedEditions, publishedEditions } from './published-editions.ts';
import { withPublishedJournal } from './published-work.ts';

export interface VerificationJob {
  readonly campaign: CampaignYear;
  /** Work folder: `raw`, `documents`, and `table` where there is one. Nothing is written there. */
  readonly work: string;
  readonly reference: string;
  /** The figures.csv of an earlier edition with which the campaign was processed. @default none */
  readonly referenceEdition?: string;
  /** Folder of published results, to be held against those made again too. */
  readonly out: string | null;
  /** The only editions wanted; null for all. */
  readonly only: readonly EditionRecord['of'][] | null;
  readonly progress: Progress;
}

/** Makes a campaign again from its deposits and holds all that was published against it. */
export function verifyWork(job: VerificationJob): Promise<Verification> {
  const { campaign, work } = job;
  return withPublishedJournal(work, campaign, async (journal) => {
    const generation = journal?.scope.generation ?? null;
    const published = await publishedEditions(join(work, 'documents'), campaign, generation);
    refuseWithoutEditions(published, job);
    const facts = await checkFacts(join(work, 'raw'), campaign);
    const atRest = [...published.findings, ...facts.findings, ...(await checkReference(job, published))];
    const counts = { facts: facts.count, entries: 0, editions: 0, out: job.out !== null };
    // All else follows from them: it would differ everywhere, and say nothing more.
    if (atRest.length > 0) return { ...counts, findings: atRest, rebuilt: false };
    const wanted = [...published.editions.values()].filter(
      ({ description }) => job.only?.includes(description.de) ?? true,
    );
    return deriveFromFacts({ ...job, raw: join(work, 'raw') }, async (derived) => {
      const checked = journal ? await checkJournal(journal, derived) : { entries: 0, findings: [] };
      const findings = [
        ...(journal ? await checkOpenings(journal, derived) : []),
        ...(journal ? await checkVerdicts(journal, derived) : []),
        ...checked.findings,
        ...(await inTurn(wanted, (edition) => checkEdition(edition, derived))),
        ...(await checkOut(job, derived)),
      ];
      return {
        ...counts,
        entries: checked.entries,
        editions: wanted.length,
        findings: unique(findings),
        rebuilt: true,
      };
    });
  });
}

function refuseWithoutEditions(
  { editions, findings }: PublishedEditions,
  { campaign, work, only }: VerificationJob,
) {
  if (editions.size === 0 && findings.length === 0)
    throw new CommandFailure(
      `Erreur : « ${work} » ne contient aucune édition de la campagne ${campaign}. Indiquez par --work le dossier de travail d'une campagne traitée.`,
    );
  const missing = only?.filter((of) => !editions.has(of)) ?? [];
  if (missing.length > 0)
    throw new CommandFailure(
      `Erreur : aucune édition de ${missing.join(', ')} dans « ${work} ». Vérifiez l'option --of.`,
    );
}

async function checkOut(
  { out, campaign, only }: VerificationJob,
  { ports, generation }: Derived,
): Promise<readonly Finding[]> {
  if (out === null) return [];
  const again = await mkdtemp(join(tmpdir(), 'verification-'));
  try {
    const exported = await exportResults(ports, generation, again);
    const erased = await erasedVerdicts(ports, campaign);
    return await checkResults({ out, again, exported, campaign, only, erased });
  } finally {
    await rm(again, { recursive: true, force: true });
  }
}

/** Where the verdicts of erased deposits were written: once their bytes are removed, nothing gives them again. */
async function erasedVerdicts(
  { facts }: Derived['ports'],
  campaign: CampaignYear,
): Promise<ReadonlySet<string>> {
  const ids = [...(await facts.erased(campaign)).keys()];
  const records = await Promise.all(ids.map((id) => facts.record(campaign, id)));
  return new Set(records.flatMap((fact) => (fact ? [verdictPath(fact.file)] : [])));
}

async function inTurn<T>(
  all: readonly T[],
  check: (one: T) => Promise<readonly Finding[]>,
): Promise<readonly Finding[]> {
  const findings: Finding[] = [];
  for (const one of all) findings.push(...(await check(one)));
  return findings;
}

/** A fact that is on one side only is missing from several manifests at once. */
function unique(findings: readonly Finding[]): readonly Finding[] {
  return [...new Map(findings.map((finding) => [JSON.stringify(finding), finding])).values()];
}
