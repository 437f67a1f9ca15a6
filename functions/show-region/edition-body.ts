import type { EditionLink } from '../../shared/application/link-edition.ts';
import type { PublishedWorkbook } from '../../shared/application/published-workbook.ts';
import type { RouteAnswer } from '../../shared/contracts/routes.ts';
import { linkBody } from '../../shared/lambda/http/link-body.ts';

type EditionBody = RouteAnswer<'list-editions'>['elements'][number];

export function editionBody({ number, builtAt, hash, manifest }: PublishedWorkbook): EditionBody {
  return { numero: number, publiee_le: builtAt, sha256: hash, manifeste_sha256: manifest };
}

export function editionLinkBody(link: EditionLink): RouteAnswer<'download-edition'> {
  return { ...linkBody(link), sha256: link.hash, manifeste_sha256: link.manifest };
}
