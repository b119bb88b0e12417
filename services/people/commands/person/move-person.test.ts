import { describe, expect, test } from '@jest/globals';
import { adaMueller, adaProfile } from '../ada.fixture.ts';
import { movePerson } from './move-person.ts';

const moving = { municipality: '06431006', on: '2026-03-01' };

describe('moving to another municipality', () => {
  test('removes the old address, and tells matching where the person lives now', () => {
    expect(movePerson(adaMueller, moving)).toEqual({
      state: { ...adaMueller, municipality: '06431006', contact: { phone: '030 23125 101' } },
      events: [
        {
          type: 'person.updated',
          data: { personId: 'p-ada', municipality: '06431006', updatedOn: '2026-03-01', changed: ['MUNICIPALITY'] },
        },
        { type: 'person.profiled', data: { ...adaProfile, municipality: '06431006', profiledOn: '2026-03-01' } },
      ],
    });
  });

  test('changes nothing where they live there already', () => {
    expect(movePerson(adaMueller, { ...moving, municipality: '06431010' })).toEqual({ state: adaMueller, events: [] });
  });
});
