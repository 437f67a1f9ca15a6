import * as fc from 'fast-check';
import { readEntry, writeEntry } from '../../../shared/adapters/dynamodb/codecs/entry-item.ts';
import { readReturn, writeReturn } from '../../../shared/adapters/dynamodb/codecs/return-item.ts';
import { entryHashes } from '../../../shared/application/compute-figures.ts';
import { foldEntries } from '../../../shared/domain/return/fold.ts';
import { RULES_2026_1 } from '../../../shared/domain/rules/2026-1.ts';
import { anyEntry, anyJournal } from '../../builders/any-entry.ts';
import { LONER } from '../../builders/directory.ts';

describe('whatever a journal holds', () => {
  it('is read back as it was, and the same entry is the same text', () => {
    fc.assert(
      fc.property(anyEntry, (entry) => {
        const written = writeEntry(entry);
        const read = readEntry(written);
        expect(read).toEqual(entry);
        expect(writeEntry(read)).toBe(written);
      }),
    );
  });

  it('makes a return that is read back as it was', () => {
    fc.assert(
      fc.property(anyJournal, (entries) => {
        const state = foldEntries(entries, RULES_2026_1);
        const record = {
          finess: LONER,
          territory: '84' as const,
          inputs: '0'.repeat(64),
          outcome: null,
          entries: entryHashes(entries),
        };
        const read = readReturn(writeReturn({ ...record, state }));
        expect(read).toMatchObject({ state, entries: record.entries });
      }),
    );
  });
});
