import type { FileLink } from '../../application/file-link.ts';
import type { RouteAnswer } from '../../contracts/routes.ts';

export function linkBody({ url, expiresAt, file }: FileLink): RouteAnswer<'download-deposit'> {
  return { url, expire_le: expiresAt, fichier: file };
}
