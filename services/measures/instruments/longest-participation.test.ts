import { expect, test } from '@jest/globals';
import { instrumentOn } from './catalogue.ts';
import { enrolmentOfAda, welding } from '../measure/measure.fixture.ts';
import type { LongerReason } from './longer.ts';
import { lastDayForAnybody, latestEndOf } from './longest-participation.ts';

test.each([
  ['twelve weeks at an employer, which is what the hard to place may have', 'P45_MAG', '2026-11-23'],
  ['six weeks of orientation', 'P48A_BOP', '2026-10-12'],
  ['36 months of work that is created, with the extension', 'P16D', '2029-08-31'],
  ['no limit where the law has none', 'P45_MAT', null],
])('%s', (_, code, last) => {
  const instrument = instrumentOn(code, '2026-09-01');
  expect(instrument && lastDayForAnybody(instrument, '2026-09-01')).toBe(last);
});

const atEmployer = { ...welding, instrument: 'P45_MAG', entry: 'ROLLING' as const, endsOn: '2027-08-31' };

test('who joins a running measure has the time that the law gives, and not beyond its end', () => {
  const joined = (startedOn: string) => latestEndOf(atEmployer, { ...enrolmentOfAda, startedOn });
  expect([joined('2026-12-01'), joined('2027-08-01'), latestEndOf(welding, enrolmentOfAda)]).toEqual([
    '2027-01-11',
    '2027-08-31',
    '2026-11-30',
  ]);
});

test.each<[string, string, LongerReason | undefined, string]>([
  ['six weeks at an employer as a rule', 'P45_MAG', undefined, '2026-11-11'],
  ['twelve for the long-term unemployed', 'P45_MAG', 'LONG_TERM_UNEMPLOYED', '2026-12-23'],
  ['twelve with serious obstacles', 'P45_MAG', 'SERIOUS_OBSTACLES', '2026-12-23'],
  ['24 months of work that is created', 'P16D', undefined, '2028-09-30'],
  ['36 while it is still the last resort', 'P16D', 'STILL_LAST_RESORT', '2029-09-30'],
])('from 1 October 2026 on, a person has %s', (_, instrument, ...[reason, last]) => {
  const longer = reason && { reason, grantedOn: '2026-10-01' };
  const measure = { ...atEmployer, instrument, endsOn: '2030-12-31' };
  expect(latestEndOf(measure, { ...enrolmentOfAda, startedOn: '2026-10-01', longer })).toBe(last);
});
