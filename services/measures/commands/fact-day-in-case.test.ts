import { describe, expect, test } from '@jest/globals';
import { factDayInCase } from './fact-day-in-case.ts';

const today = '2026-11-26';
const openedOn = '2026-06-03';

describe('a day in a case', () => {
  test.each([
    ['today by default', null, { openedOn }],
    ['a day since it was opened', '2026-06-03', { openedOn }],
    ['a day of the weeks that led to it', '2026-03-03', { openedOn }],
    ['any day where the opening is not known', '2019-01-01', {}],
  ])('is %s', (_, given, known) => {
    expect(factDayInCase('sentOn', given, { ...known, today })).toBe(given ?? today);
  });

  test.each(['2026-03-02', '2020-01-01', '2026-11-27'])('is not %s', (given) => {
    expect(() => factDayInCase('sentOn', given, { openedOn, today })).toThrow(
      expect.objectContaining({ code: 'INVALID_INPUT' }),
    );
  });
});
