import { type AnnotatePorts, annotate } from './annotate.ts';
import { annotatedName } from './annotated-name.ts';
import type { Caller } from './authorize.ts';
import { type CheckAsDepositPorts, checkAsDeposit, type FileToCheck } from './check-as-deposit.ts';

export type AnnotateCheckPorts = CheckAsDepositPorts & AnnotatePorts;

/** A file that was made for its reader, and its name. */
export interface MadeFile {
  readonly file: string;
  readonly bytes: Uint8Array;
}

/**
 * A dry run whose verdict is given in the file itself. Nothing is kept.
 *
 * @throws Refusal as checkAsDeposit does, and FILE_NOT_ANNOTABLE.
 */
export async function annotateCheck(
  ports: AnnotateCheckPorts,
  caller: Caller,
  file: FileToCheck,
): Promise<MadeFile> {
  const { verdict } = await checkAsDeposit(ports, caller, file);
  return { file: annotatedName(file.file), bytes: await annotate(ports, file.bytes, verdict) };
}
