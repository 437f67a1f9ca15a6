import type { Caller } from './authorize.ts';
import { documentHash } from './document-hash.ts';
import type { FileLink } from './file-link.ts';
import { type EditionToFind, findEdition } from './find-edition.ts';
import type { ListEditionsPorts } from './list-editions.ts';
import type { Downloads, Sha256 } from './ports.ts';
import { editionDocument } from './published-workbook.ts';

export interface LinkEditionPorts extends ListEditionsPorts {
  readonly downloads: Pick<Downloads, 'ofDocument'>;
}

/** What of an edition is downloaded, and how the name of its file ends. */
const EXTENSIONS = { workbook: 'xlsx', manifest: 'manifest.txt' } as const;

export interface EditionLink extends FileLink {
  /** SHA-256 of the file. */
  readonly hash: Sha256;
  /** SHA-256 of the manifest of the edition. */
  readonly manifest: Sha256;
}

/** A link to the workbook or to the manifest of a region's edition. @throws Refusal ROLE_FORBIDDEN, NOT_FOUND */
export async function linkEdition(
  ports: LinkEditionPorts,
  caller: Caller,
  asked: EditionToFind,
  document: keyof typeof EXTENSIONS,
): Promise<EditionLink> {
  const { edition } = await findEdition(ports, caller, asked);
  const { campaign, region, number } = asked;
  const file = `ARS-${region}-campagne-${campaign}-edition-${number}.${EXTENSIONS[document]}`;
  const key = editionDocument(edition, document);
  return {
    ...(await ports.downloads.ofDocument(key, file)),
    file,
    hash: documentHash(key),
    manifest: documentHash(editionDocument(edition, 'manifest')),
  };
}
