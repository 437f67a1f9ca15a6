import type {
  CheckedEntry,
  CheckedFile,
  ReceiptCheck,
  Standing,
} from '../domain/verification/receipt-check.ts';
import { isBorneOut } from '../domain/verification/receipt-check.ts';
import { counted } from './count.ts';

/** Names and hashes of what a receipt was held against. */
export interface ReceiptCheckNames {
  /** Names of the files, without their folders. */
  readonly manifest: string;
  /** SHA-256 of the manifest itself. */
  readonly manifestHash: string;
  readonly file: string;
}

/** What came of a receipt, sentence after sentence: the file, the deposit, each entry, then all of it. */
export function receiptCheckInWords(check: ReceiptCheck, names: ReceiptCheckNames): string {
  return [
    ...(check.file === null ? [] : [fileSentence(check.file, names.file)]),
    ...depositSentences(check),
    ...entrySentences(check, names.manifest),
    '',
    conclusion(check, names),
  ].join('\n');
}

function fileSentence({ expected, found }: CheckedFile, name: string): string {
  return expected === found
    ? `Fichier « ${name} » : c'est bien celui qui a été déposé (SHA-256 ${found}).`
    : `Fichier « ${name} » : ce n'est pas celui qui a été déposé. Empreinte attendue ${expected}, trouvée ${found}. Choisissez le fichier tel qu'il a été envoyé : un fichier réenregistré depuis n'a plus la même empreinte.`;
}

function depositSentences({ deposit, standing }: ReceiptCheck): readonly string[] {
  if (standing === null)
    return [`Dépôt ${deposit} : il n'a donné aucune écriture, aucun manifeste n'a donc à le nommer.`];
  return [`Dépôt ${deposit} : ${standingWords(standing)}.`];
}

function standingWords(standing: Standing): string {
  switch (standing.kind) {
    case 'there':
      return 'figure au manifeste, sous la même empreinte';
    case 'other':
      return `figure au manifeste sous une autre empreinte, ${standing.found}`;
    case 'absent':
      return 'ne figure pas dans ce manifeste';
  }
}

function entrySentences({ campaign, entries, total }: ReceiptCheck, manifest: string): readonly string[] {
  if (entries === null)
    return [
      'Écritures : ce récépissé a été pris avant le verdict et ne les nomme pas. Reprenez-le, maintenant que le verdict est rendu.',
    ];
  const lines = entries.map((entry) => `${entrySentence(entry)}.${whereToLook(entry, campaign, manifest)}`);
  const more = total - entries.length;
  return more === 0
    ? lines
    : [...lines, `Ce récépissé ne nomme pas ${counted(more, 'autre écriture', 'autres écritures')}.`];
}

function entrySentence({ finess, line, hash, standing }: CheckedEntry): string {
  return `Écriture de la ligne ${line}, FINESS ${finess} (${hash}) : ${standingWords(standing)}`;
}

/** Which manifest to take for an entry that this one does not name. */
function whereToLook({ region, standing }: CheckedEntry, campaign: number, manifest: string): string {
  if (standing.kind !== 'absent') return '';
  const national = `DNS-campagne-${campaign}`;
  const right = region === null ? national : `ARS-${region}-campagne-${campaign}`;
  if (manifest.startsWith(right) || manifest.startsWith(national))
    return " Elle devrait y être : ce manifeste est d'une édition antérieure au dépôt, ou le dépôt a été effacé depuis. Prenez celui de la dernière édition.";
  if (region === null) return ` Cet établissement n'est d'aucune région : prenez ${national}.manifest.txt.`;
  return ` Cet établissement est de la région ${region} : prenez ${right}.manifest.txt.`;
}

function conclusion(check: ReceiptCheck, { manifest, manifestHash }: ReceiptCheckNames): string {
  const printed = `Empreinte du manifeste « ${manifest} » : ${manifestHash}. Elle est imprimée dans la feuille « Synthèse » du classeur qui en est fait.`;
  return isBorneOut(check)
    ? `Récépissé vérifié.\n${printed}`
    : `Récépissé non vérifié : voyez les lignes ci-dessus.\n${printed}`;
}
