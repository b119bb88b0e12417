import { describe, expect, test } from '@jest/globals';
import { recordObstacles } from '../../commands/person/record-obstacles.ts';
import { updateChildren } from '../../commands/person/update-children.ts';
import { updateProfile } from '../../commands/person/update-profile.ts';
import type { Recipient } from '../read/recipient.ts';
import { takeOverPerson } from './take-over-person.ts';

const on = '2026-08-15';
const recipient: Recipient = {
  customerNumber: '437D012345',
  benefitUnitNumber: '43705BG0001234',
  givenName: 'Ada',
  familyName: 'Groß',
  birthDate: '1980-03-01',
  sex: 'FEMALE',
  municipality: '06431010',
  benefitSince: '2023-01-01',
  occupations: ['51311', '54101', '51311'],
  languages: [{ language: 'de', level: 'C2' }],
  mobility: 'CAR',
  hoursPerWeek: 30,
  children: ['2019-05-07', '2019-05-07'],
  obstacles: ['DEBT', 'CHILDCARE'],
  phone: '06245 908770',
};
const ada = takeOverPerson(null, { personId: 'p-1', recipient, on }).state;
const said = (changes: Partial<Recipient>, person = ada) =>
  takeOverPerson(person, { personId: 'p-1', recipient: { ...recipient, ...changes }, on }).events.map(
    ({ type, data }) => ('changed' in data ? [type, ...data.changed] : [type]),
  );

describe('taking a line over', () => {
  test('registers who is new with everything the line says, in two events', () => {
    const { state, events } = takeOverPerson(null, { personId: 'p-1', recipient, on });
    expect(state).toMatchObject({
      id: 'p-1',
      registeredOn: on,
      contact: { phone: '06245 908770' },
      occupations: [{ occupation: '51311' }, { occupation: '54101' }],
      obstacles: ['CHILDCARE', 'DEBT'],
      availability: { hoursPerWeek: 30 },
    });
    expect(state.children).toEqual([
      { birthDate: '2019-05-07', careNeeded: [], careSecured: false },
      { birthDate: '2019-05-07', careNeeded: [], careSecured: false },
    ]);
    expect(events.map(({ type }) => type)).toEqual(['person.registered', 'person.profiled']);
  });

  test('is quiet the second time, in whatever order the list has its entries', () => {
    expect(
      takeOverPerson(ada, { personId: 'p-1', recipient: { ...recipient, obstacles: ['CHILDCARE', 'DEBT'] }, on }),
    ).toEqual({ state: ada, events: [] });
  });

  test('takes nothing away by leaving it empty', () => {
    const {
      occupations: _o,
      languages: _l,
      mobility: _m,
      hoursPerWeek: _h,
      children: _c,
      obstacles: _b,
      phone: _p,
      ...bare
    } = recipient;
    expect(takeOverPerson(ada, { personId: 'p-1', recipient: bare, on })).toEqual({ state: ada, events: [] });
  });

  test.each([
    [{ familyName: 'Berg' }, [['person.updated', 'IDENTITY']]],
    [{ customerNumber: '437D099999' }, [['person.updated', 'IDENTITY']]],
    [{ phone: '06245 1', obstacles: ['DEBT' as const] }, [['person.updated', 'CONTACT', 'OBSTACLES']]],
    [
      { municipality: '06431006', hoursPerWeek: 20 },
      [['person.updated', 'MUNICIPALITY', 'PROFILE'], ['person.profiled']],
    ],
  ])('%j is said once: %j', (changes, events) => {
    expect(said(changes)).toEqual(events);
  });

  test('keeps what others have found out: years of experience, care of a child, disability', () => {
    const known = [
      (person: typeof ada) =>
        updateProfile(person, { occupations: [{ occupation: '51311', years: 7 }, { occupation: '54101' }], on }).state,
      (person: typeof ada) =>
        updateChildren(person, {
          children: [
            { birthDate: '2019-05-07', careNeeded: ['MORNING'], careSecured: true },
            { birthDate: '2019-05-07', careNeeded: [], careSecured: true },
          ],
          on,
        }).state,
      (person: typeof ada) =>
        recordObstacles(person, { obstacles: person.obstacles, severelyDisabled: true, on }).state,
    ].reduce((person, change) => change(person), ada);
    expect(takeOverPerson(known, { personId: 'p-1', recipient, on })).toEqual({ state: known, events: [] });
  });
});
