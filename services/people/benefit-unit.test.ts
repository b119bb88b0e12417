import { expect, test } from '@jest/globals';
import { employableFrom } from './benefit-unit.ts';

test('somebody may be an employable recipient from the fifteenth birthday on, which is a day that the calendar has', () => {
  expect(['1999-05-17', '2012-02-29'].map(employableFrom)).toEqual(['2014-05-17', '2027-03-01']);
});
