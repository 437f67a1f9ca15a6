import { sha256 } from '../../shared/application/digest.ts';
import type { RouteAnswer } from '../../shared/contracts/routes.ts';
import { signIn } from './sign-in.ts';

/** Somebody signed in to a server. */
export interface ApiClient {
  readonly token: string;
  get(path: string, headers?: Readonly<Record<string, string>>): Promise<Response>;
  /** @param method @default 'POST' */
  send(path: string, body: unknown, method?: 'POST' | 'PUT'): Promise<Response>;
  /** The body of an answer that must be a success. */
  read<T>(path: string): Promise<T>;
}

export async function apiClient(origin: string, account: string): Promise<ApiClient> {
  const token = await signIn(origin, account);
  const authorization = `Bearer ${token}`;
  const get = (path: string, headers = {}) =>
    fetch(origin + path, { headers: { authorization, ...headers } });
  return {
    token,
    get,
    send: (path, body, method = 'POST') =>
      fetch(origin + path, {
        method,
        headers: { authorization, 'content-type': 'application/json' },
        body: JSON.stringify(body),
      }),
    read: async <T>(path: string) => {
      const response = await get(path);
      if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`);
      return (await response.json()) as T;
    },
  };
}

export type Opened = RouteAnswer<'open-deposit'>;

/** Opens a deposit of the campaign 2026, of these bytes. @throws when it is refused */
export async function openDeposit(
  client: ApiClient,
  file: string,
  bytes: Uint8Array,
  over: Readonly<Record<string, unknown>> = {},
): Promise<Opened> {
  const body = { fichier: file, taille: bytes.length, sha256: sha256(bytes), ...over };
  const response = await client.send('/campagnes/2026/depots', body);
  if (response.status !== 201) throw new Error(`${response.status} ${await response.text()}`);
  return (await response.json()) as Opened;
}

/** Posts a file with the form that was given for it. @param over fields sent otherwise, null for one left out */
export function upload(
  { envoi }: Opened,
  bytes: Uint8Array,
  over: Readonly<Record<string, string | null>> = {},
): Promise<Response> {
  const form = new FormData();
  for (const [name, value] of Object.entries({ ...envoi.champs, ...over })) {
    if (value !== null) form.append(name, value);
  }
  form.append('file', new Blob([Uint8Array.from(bytes)]), 'fichier');
  return fetch(envoi.url, { method: 'POST', body: form });
}

/** Opens and posts. @returns the id of the deposit */
export async function deposit(
  client: ApiClient,
  file: string,
  bytes: Uint8Array,
  over: Readonly<Record<string, unknown>> = {},
): Promise<string> {
  const opened = await openDeposit(client, file, bytes, over);
  const response = await upload(opened, bytes);
  if (response.status !== 204) throw new Error(`${response.status} ${await response.text()}`);
  return opened.depot;
}

/** The bytes behind a link that the API gives. */
export async function download(client: ApiClient, path: string): Promise<Buffer> {
  const { url } = await client.read<RouteAnswer<'download-edition'>>(path);
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${url}: ${response.status}`);
  return Buffer.from(await response.arrayBuffer());
}
