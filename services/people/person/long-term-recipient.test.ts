import { expect, test } from '@jest/globals';
import { isLongTermRecipient } from './long-term-recipient.ts';

test.each([
  ['after 21 of 24 months', { birthDate: '1984-05-17', on: '2026-03-15', expected: true }],
  ['not before', { birthDate: '1984-05-17', on: '2025-10-15', expected: false }],
  ['not below the age of 15', { birthDate: '2011-03-16', on: '2026-03-15', expected: false }],
  [
    'still in the month in which the age limit is reached',
    { birthDate: '1960-02-15', on: '2026-06-30', expected: true },
  ],
  ['not after it', { birthDate: '1960-02-15', on: '2026-07-01', expected: false }],
])('somebody in receipt since February 2024 is a long-term recipient %s', (_, { birthDate, on, expected }) => {
  expect(isLongTermRecipient({ birthDate }, [{ from: '2024-02-01' }], on)).toBe(expected);
});
