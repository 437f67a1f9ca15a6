import { sha256 } from '../../../shared/application/digest.ts';
import { makeTemplate } from '../../../shared/application/make-template.ts';
import { publishReference } from '../../../shared/application/publish-reference.ts';
import type { Perimeter } from '../../../shared/domain/access/perimeter.ts';
import type { TemplateRequest } from '../../../shared/domain/deposit/template/template-request.ts';
import { type Finess, withKey } from '../../../shared/domain/finess/finess.ts';
import { bodiesOf, callerOf, refusedWith, regionOf } from '../../builders/caller.ts';
import { generation } from '../../builders/campaign.ts';
import { declarantOf, EXTERNAL, LONER, NEIGHBOUR, pastFigures, STRANGER } from '../../builders/directory.ts';
import { CAMPAIGN, day, year } from '../../builders/entry.ts';
import { refusedReturn, returnOf } from '../../builders/return.ts';
import { readingStage } from '../../doubles/reading-stage.ts';

const BEFORE = year('2025');
const [A, B] = [withKey('77000001'), withKey('77000002')];
const replaced = (...formers: readonly Finess[]) =>
  formers.map((former) => ({ former, successor: LONER, from: day('2026-01-01') }));
const BYTES = new TextEncoder().encode('modèle');

/** A stage whose templates are kept as they are asked for. */
async function stage(under = generation()) {
  const stood = await readingStage(under);
  const asked: TemplateRequest[] = [];
  const ports = {
    ...stood.ports,
    writeTemplate: async (request: TemplateRequest) => {
      asked.push(request);
      return BYTES;
    },
  };
  const make = (finess: Finess, within: Perimeter = bodiesOf(LONER)) =>
    makeTemplate(ports, callerOf('etablissement', within), CAMPAIGN, finess);
  /** The campaign before was collected here, and this is what stands of it under each number that it knew. */
  const collectedBefore = async (state = returnOf(), numbers: readonly Finess[] = [LONER]) => {
    const { scope, ...set } =
      numbers[0] === LONER
        ? under
        : generation({ groups: [], declarants: numbers.map((finess) => declarantOf(finess)) });
    const past = { ...set, scope: { ...scope, campaign: BEFORE } };
    await publishReference(ports, past, new Map());
    await ports.generations.switchTo(BEFORE, past.scope.generation, null);
    const record = (finess: Finess) => ({
      finess,
      territory: '84' as const,
      inputs: '0'.repeat(64),
      entries: [],
      state,
      outcome: null,
    });
    for (const finess of numbers) await ports.returns.put(past.scope, record(finess), null);
  };
  return { ...stood, ports, asked, make, collectedBefore };
}

describe('the template made for a body', () => {
  it('is kept under its own content and linked', async () => {
    const { make, ports, asked } = await stage();
    const key = `templates/2026/${LONER}-${sha256(BYTES)}.xlsx`;
    expect(await make(LONER)).toEqual({
      url: `https://documents.test/${key}`,
      expiresAt: expect.any(String),
      file: `modele-2026-${LONER}.xlsx`,
    });
    expect(await ports.documents.get(key)).toEqual(BYTES);
    expect(asked).toMatchObject([{ campaign: 2026, body: { finess: LONER, previous: {} } }]);
  });

  it('recalls what the body declared for the campaign before, where it was collected here', async () => {
    const { make, asked, collectedBefore } = await stage();
    await collectedBefore(returnOf({ charges_titre1: 12_300n }));
    await make(LONER);
    expect(asked[0]?.body?.previous).toMatchObject({ charges_titre1: 12_300n });
  });

  it('recalls nothing of a return whose every row was refused, but published figures', async () => {
    const history = [pastFigures(LONER, { totalExpenses: 777n })];
    const { make, asked, collectedBefore } = await stage(generation({ history }));
    await collectedBefore(refusedReturn());
    await make(LONER);
    expect(asked[0]?.body?.previous.charges_titre1 ?? null).toBeNull();
    expect(asked[0]?.body?.previousTotals.expenses).toBe(777n);
  });

  it('recalls what was declared for the campaign before under the number that was replaced since', async () => {
    const { make, asked, collectedBefore } = await stage(generation({ successions: replaced(A) }));
    await collectedBefore(returnOf({ charges_titre1: 12_300n }), [A]);
    await make(LONER);
    expect(asked[0]?.body?.previous).toMatchObject({ charges_titre1: 12_300n });
  });

  it('recalls of several numbers, merged since, the published totals alone', async () => {
    const history = [A, B].map((finess) => pastFigures(finess, { totalExpenses: 777n }));
    const { make, asked, collectedBefore } = await stage(
      generation({ history, successions: replaced(A, B) }),
    );
    await collectedBefore(returnOf(), [A, B]);
    await make(LONER);
    expect(asked[0]?.body?.previous.charges_titre1 ?? null).toBeNull();
    expect(asked[0]?.body?.previousTotals.expenses).toBe(1_554n);
  });

  it('is made for an external carrier too', async () => {
    const { make, asked } = await stage();
    await make(EXTERNAL, bodiesOf(EXTERNAL));
    expect(asked[0]?.body).toMatchObject({ declarant: null, name: 'GCS e-santé' });
  });

  it('is not found for a body elsewhere as for one that nobody knows', async () => {
    const { make, asked } = await stage();
    const refusals = [
      await refusedWith(() => make(NEIGHBOUR)),
      await refusedWith(() => make(STRANGER, bodiesOf(STRANGER))),
      await refusedWith(() => make(NEIGHBOUR, regionOf('84'))),
    ];
    expect(refusals).toEqual(refusals.map(() => ({ code: 'NOT_FOUND', facts: {} })));
    expect(asked).toEqual([]);
  });
});
