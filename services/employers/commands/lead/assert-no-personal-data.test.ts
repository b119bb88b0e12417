import { expect, test } from '@jest/globals';
import { assertNoPersonalData } from './assert-no-personal-data.ts';

test.each(['Frau Meier sucht dort Arbeit', 'Bitte bei m.meier@example.org melden', 'Tel. 06251 123456', 'geboren am 03.04.1980', 'BG 43705BG0001234', 'Kundennummer 437D010001'])('what looks like data of a person is refused: %s', (text) => {
  expect(() => assertNoPersonalData('note', text)).toThrow(expect.objectContaining({ code: 'LEAD_HAS_PERSONAL_DATA', message: expect.not.stringContaining(text) }));
});

test.each([undefined, 'Sucht Leute für die Schule, vormittags', 'Ab 1.9. zwei Stellen mit 20 bis 30 Stunden', '64683 Einhausen, Hauptstraße 12'])('news of a company passes: %s', (text) => {
  expect(() => assertNoPersonalData('note', text)).not.toThrow();
});

// Patterns that try every beginning anew would take hours for these, and the test with them.
test.each([['x', false], ['0 ', true], ['frau ', false], ['1.', false]])('a long text is searched to its end: %s, again and again', (piece, isRefused) => {
  const searched = (): void => assertNoPersonalData('note', piece.repeat(90_000));
  const expected = expect(searched);
  if (isRefused) expected.toThrow();
  else expected.not.toThrow();
});
