import type { PublishedWorkbook } from '../../shared/application/published-workbook.ts';
import type { RouteAnswer } from '../../shared/contracts/routes.ts';

type EditionBody = RouteAnswer<'list-editions'>['elements'][number];

export function editionBody({ number, builtAt, hash }: PublishedWorkbook): EditionBody {
  return { numero: number, publiee_le: builtAt, sha256: hash };
}
