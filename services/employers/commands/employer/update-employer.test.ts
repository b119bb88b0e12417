import { describe, expect, test } from '@jest/globals';
import { baeckerei, there, today } from '../../employers.fixture.ts';
import { updateEmployer } from './update-employer.ts';

describe('facts about an employer', () => {
  test('replace what was known, and what was not named stays', () => {
    expect(updateEmployer(baeckerei, { changes: { name: 'Café  Roßmann ', municipality: there }, updatedOn: today })).toEqual({
      state: { ...baeckerei, name: 'Café Roßmann', sortName: 'café rossmann', municipality: there },
      events: [{ type: 'employer.updated', data: { employerId: 'e-1', municipality: there, updatedOn: today, changed: ['FACTS'] } }],
    });
  });

  test('that were known already say nothing', () => {
    expect(updateEmployer(baeckerei, { changes: { name: baeckerei.name, address: { ...baeckerei.address } }, updatedOn: today })).toEqual({ state: baeckerei, events: [] });
  });
});
