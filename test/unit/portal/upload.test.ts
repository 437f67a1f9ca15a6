import { MOST_BYTES } from '../../../portal/upload.js';
import { LIMITS } from '../../../shared/adapters/tables/limits.ts';

describe('the largest file that a page sends', () => {
  it('is the largest that the reader of deposits takes', () => {
    expect(MOST_BYTES).toBe(LIMITS.fileBytes);
  });
});
