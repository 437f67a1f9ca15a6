import * as fc from 'fast-check';
import {
  csvOf,
  depositsOf,
  generation,
  portsOn,
  quietRun,
  run,
  standingOf,
} from '../../builders/campaign.ts';
import { GOOD_ROW } from '../../builders/declaration.ts';
import { CARRIER, LONER } from '../../builders/directory.ts';
import { seeded, shuffled } from '../../doubles/seeded.ts';
import { unrulyQueue } from '../../doubles/unruly-queue.ts';

const bodies = fc.constantFrom(LONER, CARRIER);
const TITLES = ['I', 'II', 'III', 'IV'].map((title) => `Dépenses Titre ${title} Budget global`);

const declaration = bodies.map((finess) => csvOf({ ...GOOD_ROW, finess }));
const staff = fc
  .record({
    finess: bodies,
    mois: fc.constantFrom('6', '12', 'néant'),
    type: fc.constantFrom('interne', 'externe'),
  })
  .map((line) => csvOf({ ...line, exercice: '2025', fonction: 'RSSI', quotite: '80 %', nombre: '1' }));
const answers = fc
  .record({ finess: bodies, niveau: fc.constantFrom('0', '3', '9') })
  .map((line) =>
    csvOf({ ...line, campagne: '2026', maturite_date: '2026-03-01', mesure: 'M1', commentaire: 'Vu.' }),
  );
const extract = fc
  .record({ finess: bodies, amount: fc.constantFrom('-250000', '-1', 'x') })
  .map(({ finess, amount }) =>
    csvOf({
      'Finess EJ': finess,
      'Finess ET': '',
      Année: '2025',
      ...Object.fromEntries(TITLES.map((title) => [title, amount])),
    }),
  );
const deposits = fc
  .array(fc.oneof(declaration, staff, answers, extract), { minLength: 2, maxLength: 8 })
  .map((files) => depositsOf(...files));

const under = generation({
  measures: [{ code: 'M1', theme: 'Sauvegarde', label: 'Sauvegardes hors ligne', highest: 4 }],
});

describe('a campaign of files of several kinds', () => {
  it('ends as a quiet one, whatever the order in which they are read', async () => {
    await fc.assert(
      fc.asyncProperty(deposits, fc.nat(1_000_000), async (files, seed) => {
        const ports = portsOn();
        const queue = unrulyQueue(seed);
        await run({ ...ports, queue }, queue, shuffled(files, seeded(seed)), under);
        expect(await standingOf(ports, under)).toEqual(await quietRun(files, under));
      }),
      { numRuns: 30 },
    );
  });

  it('takes each section from the last good file that has it', async () => {
    const staffOf = (mois: string) =>
      csvOf({
        finess: LONER,
        exercice: '2025',
        fonction: 'RSSI',
        type: 'interne',
        quotite: '80 %',
        mois,
        nombre: '1',
      });
    const files = depositsOf(csvOf(GOOD_ROW), staffOf('6'), staffOf('néant'));
    const { returns } = await quietRun(files, under);
    expect(returns).toMatchObject([
      {
        finess: LONER,
        state: {
          sections: { budget: { file: 'dépôt 1.csv' }, etp: { file: 'dépôt 2.csv' } },
          details: { staff: [{ months: 600n }] },
          tries: 3,
          refusedTries: 1,
        },
      },
    ]);
  });
});
