import { describe, expect, test } from '@jest/globals';
import { factDayInCase } from './fact-day-in-case.ts';

const today = '2026-11-26';
const openedOn = '2026-06-03';

describe('a day in a case', () => {
  test.each([
    ['today by default', undefined, { openedOn }],
    ['a day since it was opened', '2026-06-03', { openedOn }],
    ['a day of the weeks that led to it', '2026-03-03', { openedOn }],
    ['any day where the opening is not known', '2019-01-01', {}],
  ])('is %s', (_, namedDay, opening) => {
    expect(factDayInCase('sentOn', namedDay, { ...opening, today })).toBe(namedDay ?? today);
  });

  test.each([
    ['more than 92 days before the opening', '2026-03-02'],
    ['years before the opening', '2020-01-01'],
    ['still to come', '2026-11-27'],
  ])('is not one %s', (_, namedDay) => {
    expect(() => factDayInCase('sentOn', namedDay, { openedOn, today })).toThrow(
      expect.objectContaining({ code: 'INVALID_INPUT' }),
    );
  });
});
