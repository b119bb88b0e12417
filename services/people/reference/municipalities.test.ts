import { expect, test } from '@jest/globals';
import { isMunicipality } from '#shared/codes/municipalities.ts';
import { municipalities, municipalityOf } from './municipalities.ts';

test('the 22 municipalities of the district are known by their key', () => {
  expect(municipalities).toHaveLength(22);
  expect(municipalityOf('06431010')).toEqual({
    ags: '06431010',
    name: 'Groß-Rohrheim',
    postcode: '68649',
    areaKm2: 19.56,
    population2011: 3700,
  });
  expect(municipalityOf('6431010')).toBeUndefined();
});

test('every service knows them by the same keys', () => {
  expect(municipalities.filter(({ ags }) => !isMunicipality(ags))).toEqual([]);
});
