import type { Block } from '../../../domain/accounts/digital-account.ts';
import { BLOCK_WORDS, MODE_WORDS } from '../../../messages/template-texts.ts';

/** Rows of the table of accounts, headings excluded. */
export interface AccountRows {
  readonly first: number;
  readonly last: number;
}

/** The whole of the accounts that are read, the digital part of the others; blank while no line is filled. */
export function sumOf(block: Block, rows: AccountRows): string {
  const range = (letter: string) => `$${letter}$${rows.first}:$${letter}$${rows.last}`;
  const [blocks, modes, amounts, parts] = ['D', 'E', 'F', 'G'].map((letter) => range(letter));
  const of = `${blocks},"${BLOCK_WORDS[block]}"`;
  // Investment is optional: zero would say that there is none.
  if (block === 'investissement')
    return `IF(COUNTIFS(${of},${parts},"<>")=0,"",ROUND(SUMIFS(${parts},${of}),2))`;
  const read = `SUMIFS(${amounts},${of},${modes},"${MODE_WORDS.lecture}")`;
  const shared = `SUMIFS(${parts},${of},${modes},"<>${MODE_WORDS.lecture}")`;
  return `IF(COUNT(${amounts},${parts})=0,"",ROUND(${read}+${shared},2))`;
}

/** What stands beside the account given that is the longest beginning of this one: they are sorted, the last match is it. */
export function foundIn(letter: string, row: number, given: AccountRows): string {
  const accounts = `$B$${given.first}:$B$${given.last}`;
  const begins = `(LEN(${accounts})>0)*(LEFT(B${row},LEN(${accounts}))=${accounts})`;
  const values = `$${letter}$${given.first}:$${letter}$${given.last}`;
  return `IF(B${row}="","",IFERROR(LOOKUP(2,1/(${begins}),${values}),""))`;
}

/** What is still wrong on a line, in words. */
export function checkOf(row: number): string {
  const [none, shared, over] = [
    'Compte hors liste : non compté',
    'Part numérique à indiquer',
    'Part supérieure au montant',
  ];
  const both = `AND(ISNUMBER(F${row}),ISNUMBER(G${row}))`;
  const asked = `OR(E${row}="${MODE_WORDS.retraitement}",D${row}="${BLOCK_WORDS.investissement}")`;
  const missing = `AND(${asked},G${row}="",N(F${row})<>0)`;
  const wrong = `IF(${missing},"${shared}",IF(AND(${both},N(G${row})>N(F${row})),"${over}",""))`;
  return `IF(COUNTA(F${row}:G${row})=0,"",IF(D${row}="","${none}",${wrong}))`;
}
