import { describe, expect, test } from '@jest/globals';
import { rimbach } from '#tests/support/actors.ts';
import type { Employer } from '../../employer/employer.ts';
import { baeckerei, testDay } from '../../employers.fixture.ts';
import { updateEmployer } from './update-employer.ts';

describe('facts about an employer', () => {
  test('replace those that the changes name, and the others stay', () => {
    expect(
      updateEmployer(baeckerei, { changes: { name: 'Café  Roßmann ', municipality: rimbach }, updatedOn: testDay }),
    ).toEqual({
      state: { ...baeckerei, name: 'Café Roßmann', sortName: 'café rossmann', municipality: rimbach },
      events: [
        {
          type: 'employer.updated',
          data: { employerId: 'e-1', municipality: rimbach, updatedOn: testDay, changed: ['FACTS'] },
        },
      ],
    });
  });

  test('are removed where the changes name them empty', () => {
    const known: Employer = {
      ...baeckerei,
      number: '12345678',
      branch: 'Bäckerei',
      contactPerson: { name: 'Rita Ried', phone: '06251 123456' },
    };
    const changes = {
      number: '',
      branch: ' ',
      address: { street: '', town: 'Einhausen' },
      contactPerson: { name: '' },
    };
    expect(updateEmployer(known, { changes, updatedOn: testDay }).state).toEqual({
      ...baeckerei,
      address: { town: 'Einhausen' },
    });
    expect(updateEmployer(baeckerei, { changes: { number: '' }, updatedOn: testDay })).toEqual({
      state: baeckerei,
      events: [],
    });
  });

  test('that are the same make no event', () => {
    expect(
      updateEmployer(baeckerei, {
        changes: { name: baeckerei.name, address: { ...baeckerei.address } },
        updatedOn: testDay,
      }),
    ).toEqual({ state: baeckerei, events: [] });
  });
});
