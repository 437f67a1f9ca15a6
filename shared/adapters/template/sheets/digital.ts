import type ExcelJS from 'exceljs';
import {
  ACCOUNT_MODES,
  BLOCK_COLUMNS,
  type Block,
  type DigitalAccount,
  NOMENCLATURES,
} from '../../../domain/accounts/digital-account.ts';
import type { TemplateRequest } from '../../../domain/deposit/template/template-request.ts';
import {
  ACCOUNT_HEADINGS,
  BLOCK_WORDS,
  DIGITAL_HEADINGS,
  DIGITAL_NOTE,
  MODE_WORDS,
  TEMPLATE_TABLE_CHECKS,
} from '../../../messages/template-texts.ts';
import { hundredthsOrBlank } from '../../workbooks/exact.ts';
import { ACROSS_ROWS, writeAcross } from '../across.ts';
import { addSheet, live, periodOf } from '../frame.ts';
import { type TableCell, writeTable } from '../input-table.ts';
import { AT_LEAST_ZERO, decimalBetween, noLongerThan, oneOf, refusing } from '../inputs.ts';
import * as styles from '../styles.ts';
import { type AccountRows, checkOf, foundIn, sumOf } from './digital-formulas.ts';

export const DIGITAL = 'Charges numériques';
export const TOTAL_DIGITAL = 'total_charges_numeriques';

const ACROSS_ROW = 4;
const HEADING_ROW = ACROSS_ROW + ACROSS_ROWS + 1;
const FIRST_ROW = HEADING_ROW + 1;
/** Under the accounts given; more where none is. */
const ADDED_LINES = 20;
const BLANK_LINES = 40;

const BLOCKS = Object.keys(BLOCK_COLUMNS) as readonly Block[];

/** The digital part of each account, whose sums by block give the five lines above them. */
export function addDigital(workbook: ExcelJS.Workbook, request: TemplateRequest): void {
  const { campaign, body } = request;
  const accounts = body?.accounts ?? [];
  const added = accounts.length > 0 ? ADDED_LINES : BLANK_LINES;
  const given = { first: FIRST_ROW, last: HEADING_ROW + accounts.length };
  const lastRow = given.last + added;
  const sheet = addSheet(workbook, request, {
    name: DIGITAL,
    note: `Comptes clos, ${periodOf(campaign)}. ${DIGITAL_NOTE}`,
    widths: [15, 13, 46, 19, 19, 20, 20, 20, 30],
    frozen: { rows: HEADING_ROW, columns: 2 },
  });
  writeAcross(sheet, request, { row: ACROSS_ROW, column: 4 }, [
    ...BLOCKS.map((block) => ({
      column: BLOCK_COLUMNS[block],
      heading: DIGITAL_HEADINGS[block],
      formula: sumOf(block, { first: FIRST_ROW, last: lastRow }),
    })),
    {
      total: TOTAL_DIGITAL,
      heading: DIGITAL_HEADINGS.total,
      formula: `IF(COUNT(D${ACROSS_ROW + 1}:G${ACROSS_ROW + 1})=0,"",SUM(D${ACROSS_ROW + 1}:G${ACROSS_ROW + 1}))`,
      previous: body?.previousTotals.digital ?? null,
    },
  ]);
  const amount = styles.inputStyle(styles.AMOUNT_FORMAT);
  const checks = TEMPLATE_TABLE_CHECKS;
  writeTable(sheet, {
    name: 'tableau_comptes',
    row: HEADING_ROW,
    columns: [
      { heading: ACCOUNT_HEADINGS.nomenclature, style: TEXT_INPUT },
      { heading: ACCOUNT_HEADINGS.account, style: TEXT_INPUT },
      { heading: ACCOUNT_HEADINGS.label, style: styles.inputStyle(styles.TEXT_FORMAT, 'left') },
      { heading: ACCOUNT_HEADINGS.block, style: TEXT_INPUT },
      { heading: ACCOUNT_HEADINGS.mode, style: TEXT_INPUT },
      { heading: ACCOUNT_HEADINGS.amount, style: amount, check: refusing(ANY_AMOUNT, checks.anyAmount) },
      { heading: ACCOUNT_HEADINGS.digital, style: amount, check: refusing(AT_LEAST_ZERO, checks.amount) },
      { heading: ACCOUNT_HEADINGS.previous, style: styles.previousStyle(styles.AMOUNT_FORMAT) },
      { heading: ACCOUNT_HEADINGS.check, style: styles.CHECK },
    ],
    lines: [
      ...accounts.map((account, index) => givenLine(account, FIRST_ROW + index, request)),
      ...Array.from({ length: added }, (_, index) =>
        addedLine(FIRST_ROW + accounts.length + index, request, given),
      ),
    ],
  });
}

/** Of an account that was reversed more than it was used, below zero. */
const ANY_AMOUNT = decimalBetween(-1e13, 1e13);
const TEXT_INPUT = styles.inputStyle(styles.TEXT_FORMAT, 'center');

function givenLine(account: DigitalAccount, row: number, { body }: TemplateRequest): readonly TableCell[] {
  // Of a fixed asset the balance is no expense of the year: what was acquired is asked for.
  const asset = account.block === 'investissement';
  const whole = !asset && account.mode === 'lecture';
  const closed = { content: null, style: styles.CLOSED } as const;
  return [
    { content: account.nomenclature, style: styles.GIVEN_CENTER },
    { content: account.account, style: styles.GIVEN_CENTER },
    { content: account.label, style: styles.GIVEN },
    { content: BLOCK_WORDS[account.block], style: styles.GIVEN_CENTER },
    { content: MODE_WORDS[account.mode], style: styles.GIVEN_CENTER },
    asset ? closed : null,
    whole ? closed : null,
    hundredthsOrBlank(body?.previousAccounts.get(account.account) ?? null),
    live(checkOf(row)),
  ];
}

/** @param given rows of the accounts given, among which that of an added line is looked for */
function addedLine(row: number, { body }: TemplateRequest, given: AccountRows): readonly TableCell[] {
  const checks = TEMPLATE_TABLE_CHECKS;
  const chosen = (choices: readonly string[]): TableCell => ({
    content: null,
    style: TEXT_INPUT,
    check: refusing(oneOf(choices), checks.choice),
  });
  const found = (letter: string): TableCell => ({
    content: live(foundIn(letter, row, given)),
    style: styles.GIVEN_CENTER,
  });
  const listed = given.last >= given.first;
  return [
    {
      content: body?.nomenclature ?? null,
      style: TEXT_INPUT,
      check: refusing(oneOf(NOMENCLATURES), checks.choice),
    },
    { content: null, style: TEXT_INPUT, check: refusing(noLongerThan(12), checks.account) },
    null,
    listed ? found('D') : chosen(BLOCKS.map((block) => BLOCK_WORDS[block])),
    listed ? found('E') : chosen(ACCOUNT_MODES.map((mode) => MODE_WORDS[mode])),
    null,
    null,
    null,
    live(checkOf(row)),
  ];
}
