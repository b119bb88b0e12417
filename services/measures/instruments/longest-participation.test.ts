import { expect, test } from '@jest/globals';
import { instrumentOn } from './catalogue.ts';
import { enrolmentOfAda, welding } from '../measure/measure.fixture.ts';
import { lastDayAllowed, latestEndOf } from './longest-participation.ts';

test.each([
  ['twelve weeks at an employer, which is what the hard to place may have', 'P45_MAG', '2026-11-23'],
  ['six weeks of orientation', 'P48A_BOP', '2026-10-12'],
  ['36 months of work that is created, with the extension', 'P16D', '2029-08-31'],
  ['no limit where the law has none', 'P45_MAT', null],
])('%s', (_, code, last) => {
  const instrument = instrumentOn(code, '2026-09-01');
  expect(instrument && lastDayAllowed(instrument, '2026-09-01')).toBe(last);
});

test('who joins a running measure has the time that the law gives, and not beyond its end', () => {
  const atEmployer = { ...welding, instrument: 'P45_MAG', entry: 'ROLLING' as const, endsOn: '2027-08-31' };
  const joined = (startedOn: string) => latestEndOf(atEmployer, { ...enrolmentOfAda, startedOn });
  expect([joined('2026-12-01'), joined('2027-08-01'), latestEndOf(welding, enrolmentOfAda)]).toEqual([
    '2027-02-22',
    '2027-08-31',
    '2026-11-30',
  ]);
});
