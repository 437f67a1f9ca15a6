import { LIMITS } from '../../../shared/adapters/tables/limits.ts';
import { sniff } from '../../../shared/adapters/tables/sniff.ts';
import { refusalOf } from '../../builders/refusal.ts';
import { xlsxPackage } from '../../builders/xlsx-package.ts';

const bytes = (text: string) => Buffer.from(text, 'latin1');
const codeOf = async (file: Uint8Array) => (await refusalOf(() => sniff(file))).code;

/** An OLE container as far as the sniffer looks: the signature, and one directory record with a stream's name. */
function oleContainer(stream: string, shift = 0): Uint8Array {
  const file = Buffer.alloc(2048);
  file.write('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1', 'latin1');
  file.write(`${stream}\0`, 1024 + shift, 'utf16le');
  return file;
}

describe('sniff', () => {
  it('takes a zip for a workbook, whatever its name would be', async () => {
    expect(sniff(await xlsxPackage())).toBe('xlsx');
  });

  it('takes text for a delimited file, in UTF-8 with or without mark, or in Windows-1252', () => {
    expect(sniff(bytes('finess;campagne\r\n'))).toBe('delimited');
    expect(sniff(Buffer.from('\ufefffiness;clôture'))).toBe('delimited');
    expect(sniff(bytes('finess;cl\xf4ture'))).toBe('delimited');
  });

  it('refuses an empty file', async () => {
    expect(await codeOf(new Uint8Array())).toBe('FILE_EMPTY');
  });

  it('refuses a file one byte over the limit and takes one on it', async () => {
    const limits = { ...LIMITS, fileBytes: 10 };
    expect(sniff(bytes('0123456789'), limits)).toBe('delimited');
    const issue = await refusalOf(() => sniff(bytes('01234567890'), limits));
    expect(issue).toMatchObject({ code: 'FILE_TOO_LARGE', seen: '11', facts: { limit: '10' } });
  });

  it('announces 25 MB', () => {
    expect(LIMITS.fileBytes).toBe(26_214_400);
  });

  it('tells an encrypted workbook from a legacy one by the streams of its container', async () => {
    expect(await codeOf(oleContainer('EncryptedPackage'))).toBe('FILE_IS_ENCRYPTED');
    expect(await codeOf(oleContainer('Workbook'))).toBe('FILE_IS_LEGACY_XLS');
    expect(await codeOf(oleContainer('Book'))).toBe('FILE_IS_LEGACY_XLS');
    expect(await codeOf(oleContainer('WordDocument'))).toBe('FILE_KIND_UNKNOWN');
  });

  it('does not take the words of a text for the name of a stream', async () => {
    expect(await codeOf(oleContainer('EncryptedPackage', 6))).toBe('FILE_KIND_UNKNOWN');
  });

  it.each([
    ['%PDF-1.7\n', 'PDF'],
    ['\x89PNG\r\n\x1a\n', 'PNG'],
    ['\xff\xd8\xff\xe0', 'JPEG'],
    ['{\\rtf1', 'RTF'],
    ['\x1f\x8b\x08', 'GZIP'],
    ['<?xml version="1.0"?><Workbook/>', 'XML'],
    ['\xef\xbb\xbf\n<html><table>', 'HTML'],
    ['finess\0;campagne', 'binary'],
    ['\xff\xfef\0i\0', 'UTF-16'],
    ['\xfe\xff\0f\0i', 'UTF-16'],
  ])('refuses %j and says what it is', async (text, kind) => {
    const issue = await refusalOf(() => sniff(bytes(text)));
    expect(issue).toMatchObject({ code: 'FILE_KIND_UNKNOWN', facts: { kind } });
  });
});
