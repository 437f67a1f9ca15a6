import { PassThrough } from 'node:stream';
import { text } from 'node:stream/consumers';
import { converse } from '../../../infra/local/sql/converse.ts';
import { fictionalCampaign } from '../../builders/fictional-campaign.ts';
import { onLake, partitionsOf } from '../../builders/lake-folder.ts';

/** What a person reads who types this, after the tables. */
async function conversation(typed: string): Promise<string> {
  const { standing, context } = fictionalCampaign();
  const output = new PassThrough();
  const read = text(output);
  await onLake(partitionsOf(standing, context), async (database) => {
    const input = new PassThrough();
    input.end(typed);
    await converse(database, input, output);
  });
  output.end();
  const said = await read;
  return said.slice(said.indexOf('Requêtes terminées'));
}

describe('the prompt of npm run sql', () => {
  it('answers each query once it ends with a semicolon, on however many lines', async () => {
    const said = await conversation('SELECT 1 AS un;\n\nSELECT\n  2 AS deux\n;\n');
    expect(said).toMatch(/un\n──\n 1\n\(1 ligne\)/);
    expect(said).toMatch(/^sql> /m);
    expect(said).toMatch(/deux\n────\n {3}2\n\(1 ligne\)/);
  });

  it('explains a query that is refused, and waits for the next', async () => {
    const said = await conversation('SELECT * FROM chiffres;\nSELECT 3 AS trois;\n');
    expect(said).toContain("Erreur : une table, une colonne ou une fonction n'existe pas");
    expect(said).toMatch(/trois\n─────\n {4}3\n/);
  });

  it('leaves a query that was not ended unanswered', async () => {
    expect(await conversation('SELECT 4 AS quatre\n')).not.toContain('(1 ligne)');
  });
});
