import JSZip from 'jszip';

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const DOCUMENT = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const SPREADSHEETML = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

interface SheetParts {
  readonly name: string;
  /** What stands between `<sheetData>` and `</sheetData>`. */
  readonly data?: string;
  /** What follows `</sheetData>`: merges, validations… */
  readonly after?: string;
  /** The whole part, instead of data and after. */
  readonly xml?: string;
  readonly state?: 'hidden' | 'veryHidden';
  /** Last word of the relationship's type. */
  readonly type?: string;
}

export interface WorkbookParts {
  readonly sheets?: readonly SheetParts[];
  /** `<si>` elements. */
  readonly sharedStrings?: string;
  /** What stands in `<styleSheet>`. */
  readonly styles?: string;
  /** `<definedName>` elements. */
  readonly names?: string;
  /** Attributes of `<workbookPr>`. */
  readonly properties?: string;
  readonly contentType?: string;
  /** Parts to add, to replace, or (null) to leave out. */
  readonly parts?: Readonly<Record<string, string | Uint8Array | null>>;
}

/** The parts of a small workbook, by name, for tests that write the zip themselves. */
export function workbookParts(workbook: WorkbookParts = {}): Map<string, string | Uint8Array> {
  const sheets = workbook.sheets ?? [{ name: 'Feuil1' }];
  const parts = new Map<string, string | Uint8Array>();
  parts.set('[Content_Types].xml', contentTypes(workbook));
  parts.set('_rels/.rels', relationships([['rId1', 'officeDocument', 'xl/workbook.xml']]));
  parts.set('xl/workbook.xml', workbookXml(workbook, sheets));
  parts.set('xl/_rels/workbook.xml.rels', workbookRelationships(workbook, sheets));
  sheets.forEach((sheet, at) => {
    parts.set(`xl/worksheets/sheet${at + 1}.xml`, sheet.xml ?? sheetXml(sheet.data, sheet.after));
  });
  if (workbook.sharedStrings !== undefined) {
    parts.set('xl/sharedStrings.xml', `<sst xmlns="${MAIN}">${workbook.sharedStrings}</sst>`);
  }
  if (workbook.styles !== undefined) {
    parts.set('xl/styles.xml', `<styleSheet xmlns="${MAIN}">${workbook.styles}</styleSheet>`);
  }
  for (const [name, content] of Object.entries(workbook.parts ?? {})) {
    if (content === null) parts.delete(name);
    else parts.set(name, content);
  }
  return parts;
}

/** The bytes of a small workbook made of raw XML. */
export async function xlsxPackage(workbook: WorkbookParts = {}): Promise<Uint8Array> {
  const zip = new JSZip();
  for (const [name, content] of workbookParts(workbook)) {
    // As bytes: JSZip cuts a string into pieces before it encodes them, and so breaks surrogate pairs.
    zip.file(name, Buffer.from(content), { createFolders: false });
  }
  return zip.generateAsync({ type: 'uint8array', compression: 'DEFLATE' });
}

/** A workbook of one sheet with these rows. */
export function sheetOf(data: string, workbook: Omit<WorkbookParts, 'sheets'> = {}): Promise<Uint8Array> {
  return xlsxPackage({ ...workbook, sheets: [{ name: 'Feuil1', data }] });
}

/** A whole worksheet part. */
export function sheetXml(data = '', after = ''): string {
  return `<worksheet xmlns="${MAIN}"><sheetData>${data}</sheetData>${after}</worksheet>`;
}

function contentTypes(workbook: WorkbookParts): string {
  const main = workbook.contentType ?? `${SPREADSHEETML}.sheet.main+xml`;
  return (
    `<Types xmlns="${PACKAGE}/content-types"><Default Extension="xml" ContentType="application/xml"/>` +
    `<Override PartName="/xl/workbook.xml" ContentType="${main}"/></Types>`
  );
}

function relationships(list: readonly (readonly [id: string, type: string, target: string])[]): string {
  const items = list.map(
    ([id, type, target]) => `<Relationship Id="${id}" Type="${DOCUMENT}/${type}" Target="${target}"/>`,
  );
  return `<Relationships xmlns="${PACKAGE}/relationships">${items.join('')}</Relationships>`;
}

function workbookXml(workbook: WorkbookParts, sheets: readonly SheetParts[]): string {
  const tabs = sheets.map(
    ({ name, state }, at) =>
      `<sheet name="${name}" sheetId="${at + 1}" r:id="rId${at + 1}"${state ? ` state="${state}"` : ''}/>`,
  );
  return (
    `<workbook xmlns="${MAIN}" xmlns:r="${DOCUMENT}"><workbookPr ${workbook.properties ?? ''}/>` +
    `<sheets>${tabs.join('')}</sheets><definedNames>${workbook.names ?? ''}</definedNames></workbook>`
  );
}

function workbookRelationships(workbook: WorkbookParts, sheets: readonly SheetParts[]): string {
  const list: (readonly [string, string, string])[] = sheets.map(({ type }, at) => [
    `rId${at + 1}`,
    type ?? 'worksheet',
    `worksheets/sheet${at + 1}.xml`,
  ]);
  if (workbook.sharedStrings !== undefined) list.push(['rIdT', 'sharedStrings', 'sharedStrings.xml']);
  if (workbook.styles !== undefined) list.push(['rIdS', 'styles', 'styles.xml']);
  return relationships(list);
}
