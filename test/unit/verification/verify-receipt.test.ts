import { sha256 } from '../../../shared/application/digest.ts';
import { verifyReceipt } from '../../../shared/application/verify-receipt.ts';
import type { ReceiptBody } from '../../../shared/contracts/api/deposit.ts';
import { readManifest } from '../../../shared/domain/verification/manifest-lines.ts';
import { isBorneOut } from '../../../shared/domain/verification/receipt-check.ts';
import { receiptCheckInWords } from '../../../shared/messages/receipt-check-in-words.ts';

const DEPOSIT = '01K00000000000000000000001';
const FILE = sha256('file');
const [HERE, ELSEWHERE, CARRIER] = ['380000042', '130000037', '750000068'];

const RECEIPT: ReceiptBody = {
  depot: DEPOSIT,
  campagne: 2026,
  fichier: 'depot.xlsx',
  taille: 4,
  sha256: FILE,
  ouvert_le: '2026-07-15T08:00:00.000Z',
  jour: '2026-07-15',
  depose_par: 'etablissement',
  mention: null,
  perimetre: HERE,
  statut: 'accepted',
  verdict_sha256: sha256('verdict'),
  generation: 'g',
  ecritures: [{ finess: HERE, region: '84', ligne: 2, ecriture: sha256('entry') }],
  ecritures_total: 1,
};

const LINES = [
  `${FILE}  fait ${DEPOSIT}`,
  `${sha256('entry')}  ecriture ${DEPOSIT} ligne 2 ${HERE}`,
  `${sha256('declarants')}  referentiel declarants.csv`,
  '0.4.0  code',
];

function manifestOf(lines: readonly string[]) {
  const manifest = readManifest(`${lines.join('\n')}\n`);
  if (!manifest) throw new Error('no manifest');
  return manifest;
}

function verified(
  over: Partial<ReceiptBody>,
  {
    lines = LINES,
    file = null,
    name = 'ARS-84-campagne-2026.manifest.txt',
  }: {
    readonly lines?: readonly string[];
    readonly file?: string | null;
    readonly name?: string;
  } = {},
) {
  const check = verifyReceipt({ ...RECEIPT, ...over }, manifestOf(lines), file);
  const names = { manifest: name, manifestHash: 'm', file: 'depot.xlsx' };
  return { ok: isBorneOut(check), words: receiptCheckInWords(check, names) };
}

const entry = (finess: string, region: string | null) => ({
  ecritures: [{ finess, region, ligne: 3, ecriture: sha256('other') }],
});

describe('a receipt held against a manifest', () => {
  it('is borne out where its deposit, its entries and its file have their hashes', () => {
    const { ok, words } = verified({}, { file: FILE });
    expect(ok).toBe(true);
    expect(words).toMatch(/c'est bien celui qui a été déposé/);
    expect(words).toMatch(/^Écriture de la ligne 2, FINESS 380000042 .* figure au manifeste, sous la même/m);
    expect(words).toMatch(/\nRécépissé vérifié\.\n/);
  });

  it('is not where the file is another', () => {
    const { ok, words } = verified({}, { file: sha256('saved again') });
    expect(ok).toBe(false);
    expect(words).toContain(`Empreinte attendue ${FILE}, trouvée ${sha256('saved again')}`);
    expect(words).toMatch(/\nRécépissé non vérifié/);
  });

  it.each([
    [
      'deposit',
      0,
      new RegExp(`^Dépôt ${DEPOSIT} : figure au manifeste sous une autre empreinte, 0{64}\\.`, 'm'),
    ],
    ['entry', 1, /^Écriture de la ligne 2, .* : figure au manifeste sous une autre empreinte, 0{64}\./m],
  ])('is not where the %s has another hash there', (_, index, sentence) => {
    const lines = LINES.map((line, i) => (i === index ? line.replace(/^\w+/, '0'.repeat(64)) : line));
    const { ok, words } = verified({}, { lines });
    expect(ok).toBe(false);
    expect(words).toMatch(sentence);
  });

  it('is not where the deposit is not there', () => {
    const { ok, words } = verified({}, { lines: LINES.slice(1) });
    expect(ok).toBe(false);
    expect(words).toMatch(new RegExp(`^Dépôt ${DEPOSIT} : ne figure pas dans ce manifeste\\.`, 'm'));
  });

  it('says which manifest names an entry that this one does not', () => {
    const { ok, words } = verified(entry(ELSEWHERE, '93'));
    expect(ok).toBe(false);
    expect(words).toContain('de la région 93 : prenez ARS-93-campagne-2026.manifest.txt.');
    expect(verified(entry(CARRIER, null)).words).toContain(
      "Cet établissement n'est d'aucune région : prenez DNS-campagne-2026.manifest.txt.",
    );
  });

  it.each(['ARS-93-campagne-2026-edition-2.manifest.txt', 'DNS-campagne-2026.manifest.txt'])(
    'says that an entry should be there where %s does not name it',
    (name) => {
      expect(verified(entry(ELSEWHERE, '93'), { name }).words).toContain(
        "Elle devrait y être : ce manifeste est d'une édition antérieure au dépôt",
      );
    },
  );

  it('asks for no line where the deposit added nothing to the journal', () => {
    const nothing = { statut: 'rejected', ecritures: [], ecritures_total: 0 } as const;
    const { ok, words } = verified({ ...nothing, ecritures: [] }, { lines: LINES.slice(2), file: FILE });
    expect(ok).toBe(true);
    expect(words).toContain("il n'a donné aucune écriture");
  });

  it('is not where it was taken before the verdict', () => {
    const { ok, words } = verified({ statut: 'en-attente', ecritures: null, ecritures_total: 0 });
    expect(ok).toBe(false);
    expect(words).toContain('pris avant le verdict');
  });

  it('says how many entries it does not name', () => {
    expect(verified({ ecritures_total: 3 }).words).toContain('ne nomme pas 2 autres écritures.');
  });
});

describe('a manifest', () => {
  it('is read whatever its line endings', () => {
    expect(readManifest(`${LINES.join('\r\n')}\r\n`)).toEqual(manifestOf(LINES));
  });

  it.each([
    ['a blank file', ''],
    ['another text', 'finess;campagne\n'],
    ['a line of one space', `${FILE} fait ${DEPOSIT}\n`],
    ['the same thing twice', `${LINES[0]}\n${LINES[0]}\n`],
  ])('is not %s', (_, text) => {
    expect(readManifest(text)).toBeNull();
  });
});
