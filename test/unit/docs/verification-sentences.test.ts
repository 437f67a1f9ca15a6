import { sha256 } from '../../../shared/application/digest.ts';
import { verifyReceipt } from '../../../shared/application/verify-receipt.ts';
import { ReceiptBody } from '../../../shared/contracts/api/deposit.ts';
import type { Finding } from '../../../shared/domain/verification/finding.ts';
import { readManifest } from '../../../shared/domain/verification/manifest-lines.ts';
import { receiptCheckInWords } from '../../../shared/messages/receipt-check-in-words.ts';
import { findingInWords, verificationInWords } from '../../../shared/messages/verification-in-words.ts';
import { readGuide } from './read-guide.ts';
import { expectQuotations, type Shown } from './shown.ts';

const GUIDE = readGuide('verification.md');
const BLOCKS = new Map(
  [...GUIDE.text.matchAll(/^```(?:json|text) (\S+)\n([\s\S]*?)^```$/gm)].map(([, name = '', text = '']) => [
    name,
    text,
  ]),
);
const MANIFEST = 'ARS-84-campagne-2026.manifest.txt';
const RECEIPT = ReceiptBody.parse(JSON.parse(BLOCKS.get('recepisse.json') ?? ''));
const FACT = RECEIPT.depot;

function receiptSaid(manifest: string, name: string): string {
  const lines = readManifest(manifest);
  if (!lines) throw new Error('the guide has no manifest');
  const names = { manifest: name, manifestHash: sha256(manifest), file: RECEIPT.fichier };
  return receiptCheckInWords(verifyReceipt(RECEIPT, lines, RECEIPT.sha256), names);
}

/** What is said of the entry of the guide where a manifest of another region is given. */
function elsewhere(): string {
  const said = receiptSaid('0.4.0  code\n', 'ARS-93-campagne-2026.manifest.txt');
  return said.split('\n').find((line) => line.startsWith('Écriture')) ?? '';
}

const say = (...findings: readonly Finding[]) => findings.map(findingInWords).join('\n');

const SHOWN: Shown = [
  ['a receipt that is borne out', () => receiptSaid(BLOCKS.get(MANIFEST) ?? '', MANIFEST)],
  ['which manifest to take', elsewhere],
  [
    'that all is equal',
    () =>
      verificationInWords({ facts: 22, entries: 38, editions: 4, out: true, rebuilt: true, findings: [] }),
  ],
  [
    'a deposit and a reference file',
    () =>
      say(
        {
          kind: 'fact-damaged',
          name: '01/anse.csv',
          path: `raw/2026/${FACT}-6a9d`,
          expected: '6a9d',
          found: '17c4',
        },
        { kind: 'reference', file: 'declarants.csv', expected: '9383', found: '0b1c' },
      ),
  ],
  [
    'an entry',
    () =>
      say({
        kind: 'entry',
        finess: '010000016',
        fact: FACT,
        line: 2,
        change: {
          kind: 'fields',
          fields: [{ field: 'values.num_personnel', published: '"1200000"', rebuilt: '"1100000"' }],
        },
      }),
  ],
  [
    'a workbook and a table',
    () =>
      say(
        {
          kind: 'workbook',
          file: 'regions/ARS-84-campagne-2026.xlsx',
          difference: {
            published: '41d2',
            rebuilt: '77ab',
            at: 5338,
            parts: [{ part: 'xl/worksheets/sheet2.xml', change: 'content' }],
            cells: [{ sheet: 'Part numérique', address: 'H12', published: '1000', rebuilt: '1100' }],
            totalCells: 1,
          },
        },
        {
          kind: 'table',
          file: 'figures.csv',
          difference: {
            key: '2026;010000016',
            line: 4,
            columns: [{ column: 'charges_totales', published: '2250000.00', rebuilt: '3250000.00' }],
            alone: null,
          },
        },
      ),
  ],
];

describe('a sentence of the guide to verification', () => {
  expectQuotations(GUIDE, SHOWN);
});
