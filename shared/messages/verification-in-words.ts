import type { Finding, Side, WorkbookDifference } from '../domain/verification/finding.ts';
import type { LineDifference } from '../domain/verification/line-differences.ts';
import type { FieldDifference } from '../domain/verification/value-differences.ts';
import type { Verification } from '../domain/verification/verification.ts';
import { counted } from './count.ts';

/** Findings of one kind that are told, fields of an entry and columns of a line too. */
const MOST_TOLD = 10;
const MOST_FIELDS = 3;

/** What came of a verification, a sentence a finding, then all of it in one. */
export function verificationInWords(verification: Verification): string {
  const kinds = Map.groupBy(verification.findings, ({ kind }) => kind);
  const told = [...kinds.values()].flatMap((findings) => {
    const more = findings.length - MOST_TOLD;
    const shown = findings.slice(0, MOST_TOLD).map((finding) => `- ${findingInWords(finding)}`);
    return more > 0 ? [...shown, `  … et ${counted(more, 'autre', 'autres')} de même sorte.`] : shown;
  });
  return [...told, ...(told.length > 0 ? [''] : []), conclusion(verification)].join('\n');
}

function conclusion({ findings, facts, entries, editions, out, rebuilt }: Verification): string {
  if (!rebuilt)
    return `Différent : ${counted(findings.length, 'écart')}. La campagne n'a pas été refaite : tout le reste découle de ce qui est signalé ci-dessus. Rétablissez-le, puis relancez la commande.`;
  if (findings.length > 0) return `Différent : ${counted(findings.length, 'écart')}, dits ci-dessus.`;
  const looked = [
    counted(facts, 'dépôt ou acte', 'dépôts et actes'),
    ...(entries > 0 ? [counted(entries, 'écriture')] : []),
    counted(editions, 'édition'),
    ...(out ? ['les fichiers de résultats'] : []),
  ];
  return `Égal : tout a été refait à partir des dépôts bruts, et chaque octet est le même (${looked.join(', ')}).`;
}

/** One finding in one sentence: what, where, what was expected and found, and what to do where something can be. */
export function findingInWords(finding: Finding): string {
  switch (finding.kind) {
    case 'fact-damaged':
      return `Dépôt${finding.name === null ? '' : ` « ${finding.name} »`} : ses octets ne sont plus ceux qui ont été reçus. ${finding.path} devrait avoir l'empreinte ${finding.expected}, et a ${finding.found}. Restaurez-le d'une sauvegarde, ou de l'établissement qui l'a envoyé.`;
    case 'record-damaged':
      return `La fiche ${finding.path} manque ou ne peut plus être lue. Restaurez-la d'une sauvegarde.`;
    case 'record':
      return `Fiche du dépôt ${finding.fact} : ${fieldsInWords(finding.fields, 'à la table', 'parmi les dépôts bruts')}.`;
    case 'fact-alone':
      return finding.on === 'published'
        ? `Dépôt ${finding.fact} : il a servi à ce qui est publié, et manque parmi les dépôts bruts.`
        : `Dépôt ${finding.fact} : il est parmi les dépôts bruts, et n'a pas servi à ce qui est publié.`;
    case 'reference':
      return referenceInWords(finding);
    case 'basis':
      return basisInWords(finding);
    case 'entry':
      return entryInWords(finding);
    case 'verdict':
      return `Verdict du dépôt ${finding.fact} : publié ${finding.published}, refait ${finding.rebuilt}.`;
    case 'manifest':
      return `Manifeste ${finding.file}, ligne « ${finding.of} » : ${sides(finding)}.`;
    case 'table':
      return `Table ${finding.file}, ${lineInWords(finding.difference)}.`;
    case 'workbook':
      return workbookInWords(finding.file, finding.difference);
    case 'file':
      return `Fichier ${finding.file} : il diffère de celui qui est refait à partir de l'octet ${finding.at}.`;
    case 'file-alone':
      return finding.on === 'published'
        ? `Fichier ${finding.file} : il est publié, et rien ne le refait.`
        : `Fichier ${finding.file} : il manque, alors que les dépôts le donnent.`;
    case 'document-damaged':
      return `Document ${finding.file} : ses octets ne sont plus ceux qui ont été publiés. Empreinte attendue ${finding.expected}, trouvée ${finding.found}.`;
  }
}

function referenceInWords({ file, expected, found }: Extract<Finding, { kind: 'reference' }>): string {
  if (expected === null)
    return `Référentiel : ${file} est dans le dossier, et le manifeste ne le nomme pas. Indiquez par --reference le référentiel de cette édition.`;
  if (found === null)
    return `Référentiel : ${file} manque, alors que le manifeste le nomme (empreinte ${expected}). Indiquez par --reference le référentiel de cette édition.`;
  return `Référentiel : ${file} n'est pas celui du manifeste. Empreinte attendue ${expected}, trouvée ${found}.`;
}

const BASES = {
  rules: "le jeu de règles n'est pas le même qu'ici",
  code: "la version du programme n'est pas la même qu'ici",
  nation: "l'édition nationale à laquelle la région est comparée n'est pas la même qu'ici",
} as const;

function basisInWords({ of, edition, published, rebuilt }: Extract<Finding, { kind: 'basis' }>): string {
  const said = `${capital(edition)} : ${BASES[of]} (publié ${published || 'sans'}, ici ${rebuilt || 'sans'}).`;
  if (of === 'code') return `${said} Reprenez cette version pour comparer à l'octet près.`;
  return of === 'nation' ? `${said} Vérifiez d'abord l'édition nationale.` : said;
}

function entryInWords({ finess, fact, line, change }: Extract<Finding, { kind: 'entry' }>): string {
  const place = `Écriture de FINESS ${finess}, dépôt ${fact}, ligne ${line}`;
  switch (change.kind) {
    case 'unreadable':
      return `${place} : elle ne peut plus être lue dans le journal.`;
    case 'alone':
      return change.on === 'published'
        ? `${place} : elle est au journal, et aucun dépôt ne la donne.`
        : `${place} : elle manque au journal, alors que le dépôt la donne.`;
    case 'fields':
      return `${place} : ${fieldsInWords(change.fields, 'au journal', "d'après le dépôt")}.`;
  }
}

/** @param there where the published value stands @param here where the other one comes from */
function fieldsInWords(fields: readonly FieldDifference[], there: string, here: string): string {
  const shown = fields
    .slice(0, MOST_FIELDS)
    .map(
      ({ field, published, rebuilt }) =>
        `champ « ${field} », ${published ?? 'absent'} ${there}, ${rebuilt ?? 'absent'} ${here}`,
    );
  const more = fields.length - MOST_FIELDS;
  return [...shown, ...(more > 0 ? [`et ${counted(more, 'autre champ', 'autres champs')}`] : [])].join(' ; ');
}

function lineInWords({ key, line, columns, alone }: LineDifference): string {
  const place = `ligne ${line ?? 'absente'} (${key})`;
  if (alone !== null) return `${place} : ${aloneWords(alone)}`;
  const cells = columns.map(
    ({ column, published, rebuilt }) => `${column} « ${published} » publié, « ${rebuilt} » refait`,
  );
  return `${place} : ${cells.slice(0, MOST_FIELDS).join(' ; ')}`;
}

function aloneWords(side: Side): string {
  return side === 'published' ? 'publiée, et rien ne la refait' : 'absente, alors que les dépôts la donnent';
}

function sides(of: { readonly published: string | null; readonly rebuilt: string | null }): string {
  return `${of.published ?? 'absente'} publiée, ${of.rebuilt ?? 'absente'} refaite`;
}

const PART_CHANGES = {
  content: 'différente',
  missing: 'manquante',
  added: 'de trop',
  unreadable: 'illisible',
} as const;

function workbookInWords(file: string, difference: WorkbookDifference): string {
  const { published, rebuilt, at, parts, cells, totalCells } = difference;
  const said = `Classeur ${file} : empreinte ${published}, et ${rebuilt} une fois refait ; premier octet différent, le ${at}.`;
  if (parts === null) return `${said} Ce n'est plus un classeur lisible.`;
  if (parts.length === 0)
    return `${said} Toutes ses parties sont les mêmes : seule l'enveloppe du fichier a changé.`;
  const named = parts.map(({ part, change }) => `${part} (${PART_CHANGES[change]})`).join(', ');
  const looks = totalCells === 0 && parts.every(({ change }) => change === 'content');
  return [
    said,
    `Parties : ${named}.`,
    ...(looks ? ['Aucune valeur de cellule ne diffère.'] : cellsInWords(cells, totalCells)),
  ].join(' ');
}

function cellsInWords(cells: WorkbookDifference['cells'], total: number): readonly string[] {
  if (cells.length === 0) return [];
  const named = cells.map(
    ({ sheet, address, published, rebuilt }) =>
      `${sheet}!${address} « ${published ?? 'vide'} » publié, « ${rebuilt ?? 'vide'} » refait`,
  );
  const more = total - cells.length;
  return [`Cellules : ${named.join(' ; ')}${more > 0 ? ` ; et ${counted(more, 'autre', 'autres')}` : ''}.`];
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
