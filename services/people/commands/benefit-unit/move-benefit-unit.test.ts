import { describe, expect, test } from '@jest/globals';
import { aboutHousehold, household } from '../ada.fixture.ts';
import { moveBenefitUnit } from './move-benefit-unit.ts';

describe('a benefit unit that moves', () => {
  test('lives in the other municipality from that day on, with whoever belongs to it then', () => {
    expect(moveBenefitUnit(household, { municipality: '06431006', on: '2026-03-01' })).toEqual({
      state: { ...household, municipality: '06431006' },
      events: [
        {
          type: 'benefitUnit.updated',
          data: {
            ...aboutHousehold,
            municipality: '06431006',
            updatedOn: '2026-03-01',
            memberIds: ['p-ada', 'p-ben'],
          },
        },
      ],
    });
  });

  test('stays as it is where it lives there already', () => {
    expect(moveBenefitUnit(household, { municipality: '06431010', on: '2026-03-01' })).toEqual({
      state: household,
      events: [],
    });
  });
});
