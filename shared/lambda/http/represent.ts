import type { APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import { sha256 } from '../../application/digest.ts';
import type { WriteCsv } from '../../application/ports.ts';
import { WorkbookFile } from '../../contracts/api/check.ts';
import type { RouteSpec } from '../../contracts/routes.ts';
import { CACHE, csvAnswer, jsonAnswer, notModified, workbookAnswer } from './answer.ts';
import { csvRows, prefersCsv } from './csv.ts';
import { isKnown, quoted, Snapshot } from './etag.ts';

interface Asked {
  readonly accept?: string | undefined;
  readonly ifNoneMatch?: string | undefined;
}

/** What a route found, as it is asked for: JSON, CSV where it is a list, a workbook where it is one. */
export function represent(
  route: RouteSpec,
  found: unknown,
  { accept, ifNoneMatch }: Asked,
  writeCsv: WriteCsv | null,
): APIGatewayProxyStructuredResultV2 {
  const { method, status } = route;
  if (route.answer === WorkbookFile) return workbookAnswer(status, WorkbookFile.parse(found));
  const snapshot = found instanceof Snapshot ? found : null;
  const answer = snapshot ? snapshot.answer : found;
  const asCsv = route.csv && writeCsv && prefersCsv(accept);
  const text = asCsv
    ? new TextDecoder().decode(writeCsv(csvRows(answer, route.answer, route.csv)))
    : JSON.stringify(answer);
  const headers = {
    'cache-control': snapshot ? CACHE.snapshot : CACHE.none,
    ...(route.csv && { vary: 'accept' }),
    ...(asCsv && nextPage(answer)),
  };
  const send = asCsv ? csvAnswer : jsonAnswer;
  if (method !== 'GET') return send(status, text, headers);
  const etag = quoted(snapshot ? `${snapshot.etag}${asCsv ? '-csv' : ''}` : sha256(text));
  return isKnown(etag, ifNoneMatch)
    ? notModified({ ...headers, etag })
    : send(status, text, { ...headers, etag });
}

/** The cursor of the next page has no place in a CSV. */
function nextPage(answer: unknown): Readonly<Record<string, string>> {
  const next = (answer as { readonly suivant?: unknown }).suivant;
  return typeof next === 'string' ? { 'x-suivant': next } : {};
}
