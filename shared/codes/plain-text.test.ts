import { expect, test } from '@jest/globals';
import { plainText } from './plain-text.ts';

test('text is stored without spaces around it, and with one between words', () => {
  expect(['  Ada  Maria\tMüller\n', 'Ried', ' \n'].map(plainText)).toEqual(['Ada Maria Müller', 'Ried', '']);
});
