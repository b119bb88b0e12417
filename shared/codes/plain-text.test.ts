import { expect, test } from '@jest/globals';
import { nonBlankText, plainText } from './plain-text.ts';

test('text is stored without spaces around it, and with one between words', () => {
  expect(['  Ada  Maria\tMüller\n', 'Ried', ' \n'].map(plainText)).toEqual(['Ada Maria Müller', 'Ried', '']);
});

test('a text of several lines keeps them, and one of nothing but spaces is none', () => {
  expect([' Ada \n\n Müller\n', ' \n', undefined].map(nonBlankText)).toEqual(['Ada \n\n Müller', undefined, undefined]);
});
