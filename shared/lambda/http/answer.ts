import type { APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import type * as z from 'zod';
import { LARGEST_CHECK, type WorkbookFile } from '../../contracts/api/check.ts';
import { PROBLEM_CONTENT_TYPE, type ProblemBody } from '../../contracts/api/problem.ts';
import { attachment } from '../../contracts/attachment.ts';
import { HttpProblem } from './problem.ts';

const JSON_CONTENT_TYPE = 'application/json; charset=utf-8';
const XLSX_CONTENT_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const CSV_CONTENT_TYPE = 'text/csv; charset=utf-8';

/** Nothing that is answered is a page, nor to be guessed at, framed or kept by anybody in between. */
const SECURITY_HEADERS = {
  'x-content-type-options': 'nosniff',
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
  'referrer-policy': 'no-referrer',
  'strict-transport-security': 'max-age=31536000; includeSubDomains',
} as const;

/** What is shown to one may not be shown to another; a snapshot may be kept by its reader, who asks each time. */
export const CACHE = { none: 'no-store', snapshot: 'private, no-cache' } as const;

type Headers = Readonly<Record<string, string>>;

/** @param text the JSON document, as it is sent */
export function jsonAnswer(
  status: number,
  text: string,
  headers: Headers,
): APIGatewayProxyStructuredResultV2 {
  return {
    statusCode: status,
    headers: { ...SECURITY_HEADERS, 'content-type': JSON_CONTENT_TYPE, ...headers },
    body: text,
  };
}

/** @param text the CSV, as it is sent */
export function csvAnswer(status: number, text: string, headers: Headers): APIGatewayProxyStructuredResultV2 {
  return jsonAnswer(status, text, { ...headers, 'content-type': CSV_CONTENT_TYPE });
}

/** A workbook, to be saved under its name. @throws HttpProblem when it is larger than Lambda answers */
export function workbookAnswer(
  status: number,
  { file, bytes }: z.output<typeof WorkbookFile>,
): APIGatewayProxyStructuredResultV2 {
  if (bytes.length > LARGEST_CHECK) throw new HttpProblem('CHECK_TOO_LARGE');
  return {
    ...jsonAnswer(status, Buffer.from(bytes).toString('base64'), {
      'content-type': XLSX_CONTENT_TYPE,
      'content-disposition': attachment(file),
      'cache-control': CACHE.none,
    }),
    isBase64Encoded: true,
  };
}

export function notModified(headers: Headers): APIGatewayProxyStructuredResultV2 {
  return { statusCode: 304, headers: { ...SECURITY_HEADERS, ...headers } };
}

export function problemAnswer(problem: ProblemBody): APIGatewayProxyStructuredResultV2 {
  return jsonAnswer(problem.status, JSON.stringify(problem), {
    'content-type': PROBLEM_CONTENT_TYPE,
    'cache-control': CACHE.none,
    ...(problem.status === 401 && { 'www-authenticate': 'Bearer' }),
  });
}
