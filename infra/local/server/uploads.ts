import type { LinkSigner } from '../../../shared/adapters/signed-links/signature.ts';
import { judgeUpload, UPLOAD_PATH } from '../../../shared/adapters/signed-links/upload-form.ts';
import { LIMITS } from '../../../shared/adapters/tables/limits.ts';
import type { Facts } from '../../../shared/application/ports.ts';
import { readBytesKey } from '../../../shared/contracts/object-keys.ts';
import { BodyTooLarge, type Endpoint, type HttpRequest } from './exchange.ts';
import { problem } from './problem.ts';

/** The file, and a form around it. Bytes. */
const MOST_BODY = LIMITS.fileBytes + 64 * 1024;

/** Takes posted forms as S3 does: what the form fixed and nothing else, then 204. */
export function uploads(signer: LinkSigner, facts: Facts): Endpoint {
  return async (request) => {
    if (request.path !== UPLOAD_PATH) return null;
    if (request.method !== 'POST') return problem('METHOD_NOT_ALLOWED', { allow: 'POST' });
    const form = await readForm(request);
    if (form === 'too-large') return problem('DEPOSIT_TOO_LARGE');
    if (!form) return problem('UPLOAD_MALFORMED');
    const judged = judgeUpload(signer, form.fields, form.file);
    if (!judged.ok) return problem('UPLOAD_REFUSED');
    const named = readBytesKey(judged.key);
    const fact = named && (await facts.record(named.campaign, named.fact));
    if (!fact) return problem('UPLOAD_REFUSED');
    await facts.put(fact, form.file);
    return { status: 204, headers: { 'cache-control': 'no-store' }, body: '' };
  };
}

interface PostedForm {
  readonly fields: ReadonlyMap<string, string>;
  readonly file: Uint8Array;
}

/** Fields of text, each once, then one file named `file`; null for anything else. */
async function readForm(request: HttpRequest): Promise<PostedForm | 'too-large' | null> {
  const type = request.headers['content-type'] ?? '';
  const body = await request.body(MOST_BODY).catch((error: unknown) => {
    if (error instanceof BodyTooLarge) return 'too-large' as const;
    throw error;
  });
  if (body === 'too-large' || !/^multipart\/form-data\s*;/i.test(type))
    return body === 'too-large' ? body : null;
  const entries = await parseForm(body, type);
  const [name, file] = entries.at(-1) ?? [];
  if (name !== 'file' || !(file instanceof File)) return null;
  const fields = new Map<string, string>();
  for (const [field, value] of entries.slice(0, -1)) {
    if (typeof value !== 'string' || fields.has(field)) return null;
    fields.set(field, value);
  }
  return { fields, file: new Uint8Array(await file.arrayBuffer()) };
}

/** The platform's own parser; nothing for what it cannot read. */
async function parseForm(body: Buffer, type: string): Promise<readonly (readonly [string, string | File])[]> {
  try {
    const form = await new Response(Uint8Array.from(body), { headers: { 'content-type': type } }).formData();
    return [...form];
  } catch {
    return [];
  }
}
