import * as fc from 'fast-check';
import { documentReferences } from '../../../shared/adapters/references/document-references.ts';
import { readReference, writeReference } from '../../../shared/adapters/references/reference-record.ts';
import { StorageFailure } from '../../../shared/application/errors.ts';
import type { GenerationId, PublishedReference } from '../../../shared/application/ports.ts';
import {
  ACCOUNT_MODES,
  BLOCK_COLUMNS,
  type Block,
  NOMENCLATURES,
} from '../../../shared/domain/accounts/digital-account.ts';
import type { Day } from '../../../shared/domain/calendar/day.ts';
import type { CampaignYear } from '../../../shared/domain/campaign/campaign.ts';
import { LEGAL_STATUSES, type LegalStatus } from '../../../shared/domain/declarant/legal-status.ts';
import { ALERT_CODES } from '../../../shared/domain/figures/alert-codes.ts';
import type { PublishedOutcome } from '../../../shared/domain/figures/edition-figures.ts';
import { REASONS } from '../../../shared/domain/figures/figures.ts';
import { withKey } from '../../../shared/domain/finess/finess.ts';
import { RELAXABLE_CODES } from '../../../shared/domain/rules/relaxation.ts';
import { REGIONS, type RegionCode } from '../../../shared/domain/territory/regions.ts';
import { referenceSet } from '../../builders/directory.ts';
import { memoryPorts } from '../../doubles/memory-ports.ts';

const finess = fc.nat(99_999_999).map((n) => withKey(String(n).padStart(8, '0')));
const year = fc.integer({ min: 1000, max: 9999 }).map((n) => n as CampaignYear);
const day = fc
  .date({ min: new Date('2000-01-01'), max: new Date('2099-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10) as Day);
// Halves of characters too: a name is kept as it was read.
const text = fc.string({ unit: 'binary' });
const cents = fc.bigInt({ min: -(10n ** 20n), max: 10n ** 20n });

const region = fc.constantFrom(...(Object.keys(REGIONS) as RegionCode[]));
const sixDecimals = cents.map((numerator) => ({ numerator, denominator: 1_000_000n }));
const outcome: fc.Arbitrary<PublishedOutcome> = fc.oneof(
  fc.constant({ state: 'non_repondant' as const }),
  fc.record({ state: fc.constant('non_calcule' as const), reasons: fc.subarray([...REASONS]) }),
  fc.record({
    state: fc.constant('calcule' as const),
    figures: fc.record({
      totalExpenses: cents,
      ownDigital: cents,
      carriedDigital: cents,
      contributions: cents,
      allocatedDigital: cents,
      retainedDigital: cents,
      digitalShare: sixDecimals,
      investmentShare: fc.option(sixDecimals),
      ownSsiFte: cents,
      carriedSsiFte: cents,
      allocatedSsiFte: cents,
      retainedSsiFte: cents,
      externalSsiFte: fc.option(cents),
    }),
  }),
);

const published: fc.Arbitrary<PublishedReference> = fc.record({
  ruleSet: text,
  files: fc.dictionary(fc.string(), fc.stringMatching(/^[0-9a-f]{64}$/), { noNullPrototype: true }),
  reference: fc.record({
    declarants: fc.array(
      fc.record({
        finess,
        name: text,
        status: fc.constantFrom(...(Object.keys(LEGAL_STATUSES) as LegalStatus[])),
        category: text,
        region,
        department: text,
        legalEntity: text,
      }),
    ),
    groups: fc.array(
      fc.record({
        code: text,
        label: text,
        carrier: finess,
        externalCarrier: fc.boolean(),
        members: fc.array(fc.record({ finess, activity: fc.option(cents) })),
      }),
    ),
    contacts: fc.array(fc.record({ finess, role: text, name: text, email: text, phone: text })),
    campaigns: fc.array(fc.record({ year, opening: day, deadline: day, close: day, ruleSet: text })),
    accounts: fc.array(
      fc.record({
        nomenclature: fc.constantFrom(...NOMENCLATURES),
        year: fc.integer({ min: 1000, max: 9999 }),
        account: text,
        label: text,
        block: fc.constantFrom(...(Object.keys(BLOCK_COLUMNS) as Block[])),
        mode: fc.constantFrom(...ACCOUNT_MODES),
      }),
    ),
    measures: fc.array(fc.record({ code: text, theme: text, label: text, highest: fc.nat() })),
    relaxations: fc.array(
      fc.oneof(
        fc.record({
          code: fc.constantFrom(...RELAXABLE_CODES),
          to: fc.constantFrom('warning' as const, 'off' as const),
          from: day,
          reason: text,
        }),
        fc.record({
          code: fc.constantFrom(...ALERT_CODES),
          to: fc.constant('off' as const),
          from: day,
          reason: text,
        }),
      ),
    ),
    history: fc.array(
      fc.record({
        campaign: year,
        finess,
        totalExpenses: cents,
        retainedDigital: cents,
        retainedSsiFte: cents,
        ownDigital: fc.option(cents),
        carriedDigital: fc.option(cents),
        contributions: fc.option(cents),
        ownSsiFte: fc.option(cents),
        carriedSsiFte: fc.option(cents),
        externalSsiFte: fc.option(cents),
      }),
    ),
    successions: fc.array(fc.record({ former: finess, successor: finess, from: day })),
    referenceEdition: fc.option(fc.array(fc.record({ finess, region, outcome }))),
  }),
});

it('gives back a reference set to the last character and the last cent', () => {
  fc.assert(
    fc.property(published, (one) => {
      expect(readReference('here', writeReference(one))).toEqual(one);
    }),
  );
});

it('gives the same text for the same set, however it was put together', () => {
  const reference = referenceSet();
  const backwards = Object.fromEntries(Object.entries(reference).reverse()) as unknown as typeof reference;
  const text = writeReference({ reference, files: {}, ruleSet: '2026-1' });
  expect(writeReference({ ruleSet: '2026-1', files: {}, reference: backwards })).toBe(text);
});

it.each(['', '{}', '{"ruleSet":"2026-1"}', '[]'])('refuses %j, which is no reference set', (json) => {
  expect(() => readReference('here', json)).toThrow(StorageFailure);
});

it('lies beside the files that it was read from', async () => {
  const { documents } = memoryPorts();
  const one = { reference: referenceSet(), ruleSet: '2026-1', files: {} };
  await documentReferences(documents).put('g1' as GenerationId, one);
  const bytes = await documents.get('reference/g1/reference.json');
  expect(Buffer.from(bytes ?? []).toString()).toBe(writeReference(one));
});
