import * as fc from 'fast-check';
import { ALL_AXES, INDICATORS } from '../../../../shared/domain/aggregates/aggregate.ts';
import { aggregatesTable } from '../../../../shared/domain/report/aggregates-table.ts';
import {
  compareSlicePlaces,
  readSlicePlace,
  slicePlaceOf,
  writeSlicePlace,
} from '../../../../shared/domain/report/slice-place.ts';
import { tableLines } from '../../../../shared/domain/report/table-lines.ts';
import { nationalReport } from '../../../builders/report.ts';

const anyPlace = fc.record({
  axis: fc.constantFrom(...ALL_AXES),
  slice: fc.oneof(fc.string(), fc.constant('84|public')),
  indicator: fc.constantFrom(...INDICATORS),
});

describe('the place of a line among the aggregates', () => {
  it('orders the lines as they are written', () => {
    const { campaign, aggregates } = nationalReport();
    const places = tableLines(aggregatesTable(campaign, aggregates)).map(slicePlaceOf);
    expect(places.length).toBeGreaterThan(30);
    expect([...places].reverse().sort(compareSlicePlaces)).toEqual(places);
  });

  it('is read back as it was written, whatever the slice', () => {
    fc.assert(
      fc.property(anyPlace, (place) => {
        expect(readSlicePlace(writeSlicePlace(place))).toEqual(place);
      }),
    );
  });

  it.each([
    '',
    'region',
    'region|84',
    'region|part_numerique',
    'pays|FR|part_numerique',
    'region|84|part',
    '|84|',
  ])('is not read from %j', (text) => {
    expect(readSlicePlace(text)).toBeNull();
  });
});
