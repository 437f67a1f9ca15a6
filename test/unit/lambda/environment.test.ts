import { readEnvironment } from '../../../shared/lambda/environment.ts';

describe('the environment of a function', () => {
  it('gives what was asked for, by the names of the infrastructure', () => {
    const variables = { COLLECTE_TABLE: 'table', COLLECTE_RAW_BUCKET: 'raw', OTHER: 'x' };
    expect(readEnvironment(['table', 'rawBucket'], variables)).toEqual({ table: 'table', rawBucket: 'raw' });
  });

  it('names every variable that is missing or blank', () => {
    const read = () => readEnvironment(['table', 'rawBucket', 'documentsBucket'], { COLLECTE_TABLE: '' });
    expect(read).toThrow(/COLLECTE_TABLE, COLLECTE_RAW_BUCKET, COLLECTE_DOCUMENTS_BUCKET/);
  });

  it.each([
    [undefined, false],
    ['non', false],
    ['oui', true],
  ])('says whether uploads are scanned: %s', (value, expected) => {
    expect(readEnvironment(['malwareScan'], { COLLECTE_ANALYSE_ANTIVIRUS: value })).toEqual({
      malwareScan: expected,
    });
  });

  it('takes no other word for a yes or a no', () => {
    const read = () => readEnvironment(['malwareScan'], { COLLECTE_ANALYSE_ANTIVIRUS: 'true' });
    expect(read).toThrow(/COLLECTE_ANALYSE_ANTIVIRUS/);
  });
});
