import { type Guide, plainLines } from './read-guide.ts';

/** What a guide promises to show, in its order, and what the code says of it. */
export type Shown = readonly (readonly [what: string, said: () => string | Promise<string>])[];

/** Each quotation of the guide is what the code says, and nothing else is quoted. */
export function expectQuotations({ quotations }: Guide, shown: Shown): void {
  it.each(shown.map(([what, said], index) => [what, said, index] as const))(
    'is what the code says: %s',
    async (_what, said, index) => {
      expect(quotations[index]).toEqual(plainLines(await said()));
    },
  );

  it('is produced by something', async () => {
    const said = new Set((await Promise.all(shown.map(([, say]) => say()))).flatMap(plainLines));
    expect(quotations.flat().filter((line) => !said.has(line))).toEqual([]);
    expect(quotations).toHaveLength(shown.length);
  });
}
