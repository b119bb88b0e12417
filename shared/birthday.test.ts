import { expect, test } from '@jest/globals';
import { birthday } from './birthday.ts';

test('who was born on 29 February completes a year on 1 March where there is none', () => {
  expect([birthday('2000-02-29', 25), birthday('2000-02-29', 24), birthday('2000-03-15', 25)]).toEqual(['2025-03-01', '2024-02-29', '2025-03-15']);
});
