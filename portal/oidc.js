/**
 * Signing in with OpenID Connect: authorization code with PKCE (RFC 7636), a public client without a secret. Tokens
 * live as long as the tab (sessionStorage) and are sent to the API alone.
 */
import { SETTINGS } from './settings.js';

const SESSION = 'collecte.session';
const PENDING = 'collecte.connexion';

/** Where the issuer sends people back to: one address, the home page's. */
const callback = () => new URL('./', window.location.href).href;

/** The access token while it is good for at least some seconds; null when there is none. */
export function token() {
  const session = stored(SESSION);
  if (session === null) return null;
  return session.expiresAt > Date.now() + 5_000 ? session.token : null;
}

/** Whether somebody was signed in, and no longer is for the time being over. */
export function hasExpired() {
  return stored(SESSION) !== null && token() === null;
}

/** The API refuses the token: it is kept as expired, so that the page can say so. */
export function forgetToken() {
  sessionStorage.setItem(SESSION, JSON.stringify({ token: '', expiresAt: 0 }));
}

/** Goes to the issuer; people come back to the page on which they were. */
export async function signIn() {
  const { authorization_endpoint } = await discover();
  const verifier = randomText();
  const state = randomText();
  const { pathname, search } = window.location;
  sessionStorage.setItem(PENDING, JSON.stringify({ verifier, state, page: pathname + search }));
  const url = new URL(authorization_endpoint, window.location.href);
  for (const [name, value] of Object.entries({
    response_type: 'code',
    client_id: SETTINGS.client,
    redirect_uri: callback(),
    scope: SETTINGS.scope,
    state,
    code_challenge: base64url(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(verifier))),
    code_challenge_method: 'S256',
  }))
    url.searchParams.set(name, value);
  window.location.assign(url);
}

/**
 * Where the issuer has just sent somebody back: changes the code for a token and returns to the page where they were.
 *
 * @returns {Promise<'returning' | 'nothing' | 'failed'>} `returning` while the browser leaves this page.
 */
export async function completeSignIn() {
  const parameters = new URLSearchParams(window.location.search);
  const state = parameters.get('state');
  if (state === null || !(parameters.has('code') || parameters.has('error'))) return 'nothing';
  const pending = stored(PENDING);
  sessionStorage.removeItem(PENDING);
  window.history.replaceState(null, '', window.location.pathname);
  const code = parameters.get('code');
  // A state that this tab did not choose is somebody else's sign-in: its code is not used (RFC 9700, 4.7).
  if (code === null || pending?.state !== state) return 'failed';
  const session = await exchange(code, pending.verifier);
  if (session === null) return 'failed';
  sessionStorage.setItem(SESSION, JSON.stringify(session));
  window.location.replace(pending.page);
  return 'returning';
}

/** Forgets the token, then has the issuer forget too where it knows how. */
export async function signOut() {
  const session = stored(SESSION);
  sessionStorage.removeItem(SESSION);
  const { end_session_endpoint } = await discover().catch(() => ({ end_session_endpoint: undefined }));
  if (end_session_endpoint === undefined) return window.location.assign(callback());
  const url = new URL(end_session_endpoint, window.location.href);
  url.searchParams.set('client_id', SETTINGS.client);
  url.searchParams.set('post_logout_redirect_uri', callback());
  if (session?.idToken) url.searchParams.set('id_token_hint', session.idToken);
  window.location.assign(url);
}

/** @returns {Promise<{ authorization_endpoint: string, token_endpoint: string, end_session_endpoint?: string }>} */
async function discover() {
  const response = await fetch(`${SETTINGS.issuer}/.well-known/openid-configuration`);
  if (!response.ok) throw new Error('no issuer');
  return response.json();
}

/**
 * @param {string} code
 * @param {string} verifier
 */
async function exchange(code, verifier) {
  const { token_endpoint } = await discover();
  const response = await fetch(token_endpoint, {
    method: 'POST',
    body: new URLSearchParams({
      grant_type: 'authorization_code',
      client_id: SETTINGS.client,
      redirect_uri: callback(),
      code,
      code_verifier: verifier,
    }),
  });
  if (!response.ok) return null;
  const { access_token, id_token, expires_in } = await response.json();
  return { token: access_token, idToken: id_token, expiresAt: Date.now() + expires_in * 1000 };
}

/** @param {string} name */
function stored(name) {
  const text = sessionStorage.getItem(name);
  return text === null ? null : JSON.parse(text);
}

function randomText() {
  return base64url(crypto.getRandomValues(new Uint8Array(32)).buffer);
}

/** @param {ArrayBuffer} bytes */
function base64url(bytes) {
  return btoa(String.fromCharCode(...new Uint8Array(bytes)))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');
}
