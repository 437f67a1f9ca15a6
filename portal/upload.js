/** From a file to its verdict: hash it, open the deposit, send the bytes, wait for what was read. */
/** @import { RouteAnswer } from '../shared/contracts/routes.ts' */
import { NetworkFailure } from './api.js';
import { openDeposit, showDeposit } from './routes.js';

/** 25 MB, as the reader of deposits: a larger file would be refused once sent. */
export const MOST_BYTES = 25 * 1024 * 1024;

const TYPES = /** @type {const} */ ({
  csv: 'text/csv',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
});

/** The upload was answered with something else than success. */
export class UploadRefused extends Error {}

/** @typedef {RouteAnswer<'show-deposit'>} Deposit */

/**
 * @param {number} campaign
 * @param {File} file
 * @param {string} finess blank for all those of the depositor's perimeter
 */
export async function open(campaign, file, finess) {
  const sha256 = hex(await crypto.subtle.digest('SHA-256', await file.arrayBuffer()));
  const extension = file.name.split('.').at(-1)?.toLowerCase() ?? '';
  return openDeposit(campaign, {
    fichier: file.name,
    taille: file.size,
    sha256,
    type_mime: extension === 'csv' || extension === 'xlsx' ? TYPES[extension] : 'application/octet-stream',
    ...(finess !== '' && { finess }),
  });
}

/**
 * Posts the form that the opening gave, the file last as S3 asks.
 *
 * @param {RouteAnswer<'open-deposit'>['envoi']} form
 * @param {File} file
 * @param {(sent: number, total: number) => void} progress bytes
 * @returns {Promise<void>}
 * @throws {NetworkFailure} @throws {UploadRefused}
 */
export function send({ url, champs }, file, progress) {
  const body = new FormData();
  for (const [name, value] of Object.entries(champs)) body.append(name, value);
  body.append('file', file);
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.upload.addEventListener('progress', ({ loaded, total }) => progress(loaded, total));
    request.addEventListener('load', () =>
      request.status >= 200 && request.status < 300
        ? resolve()
        : reject(new UploadRefused(String(request.status))),
    );
    request.addEventListener('error', () => reject(new NetworkFailure('upload')));
    request.open('POST', url);
    request.send(body);
  });
}

/** Milliseconds: verdicts come in less than a second; a burst of deposits may take minutes. */
const FIRST_WAIT = 250;
const LONGEST_WAIT = 4_000;
const GIVE_UP_AFTER = 180_000;

/**
 * Asks until the deposit is read.
 *
 * @param {number} campaign
 * @param {string} id
 * @returns {Promise<Deposit | null>} null when it takes too long: the verdict will be on the deposit's page.
 */
export async function verdictOf(campaign, id) {
  let waited = 0;
  for (let wait = FIRST_WAIT; waited < GIVE_UP_AFTER; wait = Math.min(wait * 1.5, LONGEST_WAIT)) {
    await new Promise((resolve) => setTimeout(resolve, wait));
    waited += wait;
    const deposit = await showDeposit(campaign, id);
    if (deposit.statut !== 'en-attente') return deposit;
  }
  return null;
}

/** @param {ArrayBuffer} bytes */
function hex(bytes) {
  return Array.from(new Uint8Array(bytes), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
