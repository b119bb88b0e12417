import { describe, expect, test } from '@jest/globals';
import { separatedValues } from './separated-values.ts';

describe('reading the values of a line', () => {
  test.each([
    ['Ada;Bauer;', ['Ada', 'Bauer', '']],
    ['"Bauer; Ada";"sagt ""ja"""', ['Bauer; Ada', 'sagt "ja"']],
    [';;', ['', '', '']],
  ])('the line %s has its values separated', (line, values) => {
    expect(separatedValues(line, ';')).toEqual(values);
  });

  test.each(['"Bauer;Ada', 'Bau"er;Ada', '"Bauer"x;Ada'])(
    'the line %s with a quotation mark in the wrong place cannot be read',
    (line) => {
      expect(separatedValues(line, ';')).toBeUndefined();
    },
  );
});
