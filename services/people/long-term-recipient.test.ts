import { expect, test } from '@jest/globals';
import { isLongTermRecipient } from './long-term-recipient.ts';

test.each([
  ['after 21 of 24 months', '1984-05-17', '2026-03-15', true],
  ['not before', '1984-05-17', '2025-10-15', false],
  ['not below the age of 15', '2011-03-16', '2026-03-15', false],
  ['still in the month in which the age limit is reached', '1960-02-15', '2026-06-30', true],
  ['not after it', '1960-02-15', '2026-07-01', false],
])('somebody in receipt since February 2024 is a long-term recipient %s', (_, birthDate, on, expected) => {
  expect(isLongTermRecipient({ birthDate }, [{ from: '2024-02-01' }], on)).toBe(expected);
});
