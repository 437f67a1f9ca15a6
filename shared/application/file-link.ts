import type { DownloadLink } from './ports.ts';

/** A link to a file, and the name under which it is saved. */
export interface FileLink extends DownloadLink {
  readonly file: string;
}
