import { expect, test } from '@jest/globals';
import { filledTexts } from './filled-texts.ts';

test('what stayed empty in a form is absent', () => {
  expect(
    filledTexts({ street: ' Hauptstraße 12 ', postcode: '', town: '  ', branch: undefined, note: 'One\nTwo' }),
  ).toEqual({ street: 'Hauptstraße 12', note: 'One\nTwo' });
});
