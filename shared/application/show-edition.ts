import type { Caller } from './authorize.ts';
import { describeEdition, type EditionDescription } from './edition-description.ts';
import { type EditionToFind, findEdition } from './find-edition.ts';
import type { ListEditionsPorts } from './list-editions.ts';

/** What edition.json of a region's edition says. @throws Refusal ROLE_FORBIDDEN, NOT_FOUND */
export async function showEdition(
  ports: ListEditionsPorts,
  caller: Caller,
  asked: EditionToFind,
): Promise<EditionDescription> {
  const { scope, edition } = await findEdition(ports, caller, asked);
  return describeEdition(scope, edition);
}
