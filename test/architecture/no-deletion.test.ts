import { findingsIn, sourcesIn } from './scan.ts';

/** Commands of AWS that take away what was kept. IAM cannot refuse a deletion inside a batch: docs/adr/0010. */
const DELETIONS = [/\bDelete(Item|Object|Objects|Table|Bucket)?(Command|Request)\b/, /\bDeleteRequest\b/];

describe('nothing that runs on AWS asks for a deletion', () => {
  const sources = sourcesIn('shared', 'functions');

  it('in any of its sources', () => {
    expect(sources.length).toBeGreaterThan(200);
    expect(sources.flatMap((source) => findingsIn(source, DELETIONS))).toEqual([]);
  });

  it.each([
    'new DeleteCommand({ TableName, Key })',
    'new DeleteObjectCommand({ Bucket, Key })',
    'batch.push({ DeleteRequest: { Key } });',
  ])('and a planted one is caught: %s', (line) => {
    expect(findingsIn({ path: 'planted.ts', text: line }, DELETIONS)).toHaveLength(1);
  });
});
