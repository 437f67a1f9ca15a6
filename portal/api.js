/** @import { ProblemBody } from '../shared/contracts/api/problem.ts' */
import { forgetToken, token } from './oidc.js';
import { SETTINGS } from './settings.js';

/** The API said no, in a problem document (RFC 9457). */
export class ApiProblem extends Error {
  /** @param {ProblemBody} problem */
  constructor(problem) {
    super(problem.title);
    this.problem = problem;
  }
}

/** Nothing answered. */
export class NetworkFailure extends Error {}

/** Nobody is signed in, or no longer. */
export class SignedOut extends Error {}

/**
 * @param {string} path
 * @param {Readonly<Record<string, string>>} [query] blank values are left out
 */
export function get(path, query = {}) {
  return call(asking(path, query), { method: 'GET' });
}

/**
 * @param {string} path
 * @param {Readonly<Record<string, string>>} query
 */
function asking(path, query) {
  const asked = new URLSearchParams(Object.entries(query).filter(([, value]) => value !== ''));
  return asked.size > 0 ? `${path}?${asked}` : path;
}

/**
 * The bytes of a file as they are.
 *
 * @param {string} path
 * @param {Blob} body
 * @param {Readonly<Record<string, string>>} query blank values are left out
 */
export function postBytes(path, body, query) {
  const headers = { 'content-type': 'application/octet-stream' };
  return call(asking(path, query), { method: 'POST', headers, body });
}

/**
 * @param {string} path
 * @param {unknown} body
 */
export function post(path, body) {
  return call(path, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
}

/**
 * @param {string} path
 * @param {{ method: string, headers?: Record<string, string>, body?: string | Blob }} request
 * @returns {Promise<any>} what the route answers: routes.js gives it its type
 */
async function call(path, { headers, ...request }) {
  const bearer = token();
  if (bearer === null) throw new SignedOut();
  const response = await answer(SETTINGS.api + path, {
    ...request,
    headers: { ...headers, authorization: `Bearer ${bearer}` },
  });
  if (response.status === 401) {
    forgetToken();
    throw new SignedOut();
  }
  if (!response.ok) throw new ApiProblem(await problemOf(response));
  return response.json();
}

/**
 * @param {string} url
 * @param {RequestInit} request
 */
async function answer(url, request) {
  try {
    return await fetch(url, request);
  } catch (cause) {
    throw new NetworkFailure('no answer', { cause });
  }
}

/**
 * A gateway may answer in its own words, or in none.
 *
 * @param {Response} response
 * @returns {Promise<ProblemBody>}
 */
async function problemOf(response) {
  const { status } = response;
  const unknown = {
    type: 'about:blank',
    title: 'Le service n’a pas pu répondre.',
    status,
    code: `HTTP_${status}`,
  };
  try {
    const body = await response.json();
    return typeof body?.title === 'string' ? { ...unknown, ...body } : unknown;
  } catch {
    return unknown;
  }
}
