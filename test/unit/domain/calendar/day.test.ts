import fc from 'fast-check';
import { frenchDay, readDay, writeDay } from '../../../../shared/domain/calendar/day.ts';

const read = (text: string) => {
  const reading = readDay(text);
  return reading.ok ? reading.value : reading.fault;
};

describe('readDay', () => {
  it.each([
    ['2026-05-20', '2026-05-20'],
    ['20/05/2026', '2026-05-20'],
    ['1/2/2026', '2026-02-01'],
    ['01/2/2026', '2026-02-01'],
    ['  2026-05-20\u00a0', '2026-05-20'],
    ['2026-05-20 00:00:00', '2026-05-20'],
    ['2026-05-20T00:00:00', '2026-05-20'],
    ['20/05/2026 00:00:00 ', '2026-05-20'],
  ])('reads %j', (text, day) => {
    expect(read(text)).toBe(day);
  });

  it.each([
    '',
    '2026-5-20',
    '2026-05-2',
    '26-05-20',
    '20/05/26',
    '20-05-2026',
    '20.05.2026',
    '2026/05/20',
    '20 mai 2026',
    '2026-05-20 12:00:00',
    '2026-05-20 00:00',
    '2026-05-20Z',
    '020/05/2026',
    '+2026-05-20',
    '２０２６-05-20',
  ])('refuses %j as no date', (text) => {
    expect(read(text)).toBe('unreadable');
  });

  it.each([
    '2026-02-29',
    '29/2/2026',
    '1900-02-29',
    '2100-02-29',
    '31/04/2026',
    '2026-13-01',
    '2026-00-10',
    '0/1/2026',
    '2026-06-31',
    '13/13/2026',
    '0000-01-01',
    '99/99/2026',
  ])('refuses %s, which is on no calendar', (text) => {
    expect(read(text)).toBe('impossible');
  });

  it('knows the leap years', () => {
    expect(read('29/02/2024')).toBe('2024-02-29');
    expect(read('2000-02-29')).toBe('2000-02-29');
  });

  it.each(['46162', '46162.5', '46162,5', '0', '2026'])(
    'knows the serial number %s for what it is',
    (text) => {
      expect(read(text)).toBe('serial');
    },
  );

  it('agrees with the calendar of the machine on every day of four centuries, in both spellings', () => {
    const days = fc.date({
      min: new Date('1800-01-01T00:00:00Z'),
      max: new Date('2199-12-31T00:00:00Z'),
      noInvalidDate: true,
    });
    fc.assert(
      fc.property(days, (date) => {
        const iso = date.toISOString().slice(0, 10);
        const french = `${date.getUTCDate()}/${date.getUTCMonth() + 1}/${date.getUTCFullYear()}`;
        return read(iso) === iso && read(french) === iso;
      }),
    );
    fc.assert(
      fc.property(
        fc.integer({ min: 1800, max: 2199 }),
        fc.integer({ min: 1, max: 12 }),
        fc.integer({ min: 1, max: 31 }),
        (year, month, day) => {
          const exists = new Date(Date.UTC(year, month - 1, day)).getUTCMonth() === month - 1;
          return (read(`${day}/${month}/${year}`) === 'impossible') === !exists;
        },
      ),
    );
  });

  it('gives text whose order is that of time', () => {
    expect(writeDay(2026, 9, 30) < writeDay(2026, 10, 1)).toBe(true);
    expect(writeDay(999, 1, 2)).toBe('0999-01-02');
  });
});

describe('frenchDay', () => {
  it('writes the day as French readers do', () => {
    expect(frenchDay(writeDay(2026, 5, 2))).toBe('02/05/2026');
  });
});
