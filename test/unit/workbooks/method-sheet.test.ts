import type ExcelJS from 'exceljs';
import { createWorkbookWriter } from '../../../shared/adapters/workbooks/workbook-writer.ts';
import { VERSION } from '../../../shared/domain/version.ts';
import { frenchWording } from '../../../shared/messages/fr.ts';
import { day } from '../../builders/entry.ts';
import { openWorkbook } from '../../builders/open-workbook.ts';
import { nationalReport, regionalReport } from '../../builders/report.ts';

const writer = createWorkbookWriter({ wording: frenchWording });

function textsOf(workbook: ExcelJS.Workbook): string {
  const texts: string[] = [];
  workbook.getWorksheet('Méthode')?.eachRow((row) => row.eachCell(({ text }) => texts.push(text)));
  return texts.join('\n');
}

describe('the method of a workbook', () => {
  it.each([
    ['of a region', async () => writer.regional(regionalReport()), 'ARS-84-campagne-2026.manifest.txt'],
    ['of the nation', async () => writer.national(nationalReport()), 'DNS-campagne-2026.manifest.txt'],
  ])('says what the edition %s was made of, and how to verify it', async (_, write, manifest) => {
    const texts = textsOf(await openWorkbook(await write()));
    for (const part of [
      `${'5'.repeat(64)} : SHA-256 de ${manifest}`,
      'npm run verify-receipt',
      VERSION,
      'Référentiel : historique.csv',
      `SHA-256 ${'e'.repeat(64)}`,
      'Rupture : Fusion',
    ])
      expect(texts).toContain(part);
  });

  it('says which rules the reference set turned down', async () => {
    const relaxations = [
      { code: 'COLUMN_UNKNOWN', to: 'off', from: day('2026-03-01'), reason: 'Exports de paie' },
    ] as const;
    const told = await writer.regional({ ...regionalReport(), relaxations });
    expect(textsOf(await openWorkbook(told))).toContain('Motif : Exports de paie.');
  });
});
