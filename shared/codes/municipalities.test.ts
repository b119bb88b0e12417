import { expect, test } from '@jest/globals';
import { assertMunicipality, isMunicipality } from './municipalities.ts';

test.each([
  ['06431001', true],
  ['06431010', true],
  ['06431022', true],
  ['06431000', false],
  ['06431023', false],
  ['08222000', false],
  ['99999999', false],
  ['6431010', false],
  ['x', false],
  ['', false],
])('%s is a municipality of the district: %s', (ags, known) => {
  expect(isMunicipality(ags)).toBe(known);
});

test('another key is refused', () => {
  expect(() => assertMunicipality('06431010')).not.toThrow();
  expect(() => assertMunicipality('08222000')).toThrow(expect.objectContaining({ code: 'UNKNOWN_MUNICIPALITY' }));
});
