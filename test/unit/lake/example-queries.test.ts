import { EXAMPLE_QUERIES } from '../../../shared/domain/lake/example-queries.ts';
import { fictionalCampaign } from '../../builders/fictional-campaign.ts';
import { onLake, partitionsOf } from '../../builders/lake-folder.ts';

describe('the example queries', () => {
  it.each(EXAMPLE_QUERIES.map((query) => [query.title, query.sql] as const))(
    '« %s » answers',
    async (_, sql) => {
      const { standing, context } = fictionalCampaign(60);
      const { columns, rows } = await onLake(partitionsOf(standing, context), (database) =>
        database.query(sql),
      );
      expect(columns.length).toBeGreaterThan(1);
      expect(rows.length).toBeGreaterThan(0);
      expect(rows.flat().filter((cell) => cell !== null).length).toBeGreaterThan(rows.length);
    },
  );
});
