import { expect, test } from '@jest/globals';
import { assertNoPersonalData } from './assert-no-personal-data.ts';

test.each(['Frau Meier sucht dort Arbeit', 'Bitte bei m.meier@example.org melden', 'Tel. 06251 123456', 'geboren am 03.04.1980', 'BG 43705BG0001234', 'Kundennummer 437D010001'])('what looks like data of a person is refused: %s', (text) => {
  expect(() => assertNoPersonalData('note', text)).toThrow(expect.objectContaining({ code: 'LEAD_HAS_PERSONAL_DATA', message: expect.not.stringContaining(text) }));
});

test.each([undefined, 'Sucht Leute für die Schule, vormittags', 'Ab 1.9. zwei Stellen mit 20 bis 30 Stunden', '64683 Einhausen, Hauptstraße 12'])('news of a company passes: %s', (text) => {
  expect(() => assertNoPersonalData('note', text)).not.toThrow();
});

test.each(['x', '0 ', 'frau ', '1.'])('a long text is searched in a moment: %s, again and again', (piece) => {
  const startedAt = performance.now();
  assertNoPersonalData('note', piece.repeat(90_000));
  expect(performance.now() - startedAt).toBeLessThan(1000);
});
