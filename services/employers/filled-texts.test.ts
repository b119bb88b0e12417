import { expect, test } from '@jest/globals';
import { filledTexts } from './filled-texts.ts';

test('a text of a form that stayed empty is absent', () => {
  expect(
    filledTexts({ street: ' Hauptstraße 12 ', postcode: '', town: '  ', branch: undefined, note: 'One\nTwo' }),
  ).toEqual({ street: 'Hauptstraße 12', note: 'One\nTwo' });
});
