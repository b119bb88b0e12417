import { describe, expect, test } from '@jest/globals';
import { recordObstacles } from '../../commands/person/record-obstacles.ts';
import { updateChildren } from '../../commands/person/update-children.ts';
import { updateProfile } from '../../commands/person/update-profile.ts';
import { listedAda } from '../read/listed-recipient.fixture.ts';
import type { ListedRecipient } from '../read/listed-recipient.ts';
import { takeOverPerson } from './take-over-person.ts';

const on = '2026-08-15';
const recipient: ListedRecipient = {
  ...listedAda,
  occupations: ['51311', '54101', '51311'],
  languages: [{ language: 'de', level: 'C2' }],
  mobility: 'CAR',
  hoursPerWeek: 30,
  children: ['2019-05-07', '2019-05-07'],
  obstacles: ['DEBT', 'CHILDCARE'],
  phone: '06245 908770',
};
const ada = takeOverPerson(null, { personId: 'p-1', recipient, on }).state;
const eventsOf = (changes: Partial<ListedRecipient>, person = ada) =>
  takeOverPerson(person, { personId: 'p-1', recipient: { ...recipient, ...changes }, on }).events.map(
    ({ type, data }) => ('changed' in data ? [type, ...data.changed] : [type]),
  );

describe('taking a person over from a line', () => {
  test('a new person is registered with everything the line says, in two events', () => {
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

  test('the same line a second time changes nothing, in whatever order it has its entries', () => {
    expect(
      takeOverPerson(ada, { personId: 'p-1', recipient: { ...recipient, obstacles: ['CHILDCARE', 'DEBT'] }, on }),
    ).toEqual({ state: ada, events: [] });
  });

  test('a line takes nothing away by leaving it empty', () => {
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

  test.each<[string, Partial<ListedRecipient>, string[][]]>([
    ['a new family name', { familyName: 'Berg' }, [['person.updated', 'IDENTITY']]],
    ['a new customer number', { customerNumber: '437D099999' }, [['person.updated', 'IDENTITY']]],
    [
      'a new phone and fewer obstacles',
      { phone: '06245 1', obstacles: ['DEBT'] },
      [['person.updated', 'CONTACT', 'OBSTACLES']],
    ],
    [
      'a move and other hours',
      { municipality: '06431006', hoursPerWeek: 20 },
      [['person.updated', 'MUNICIPALITY', 'PROFILE'], ['person.profiled']],
    ],
  ])('a line with %s updates the person once', (_, changes, events) => {
    expect(eventsOf(changes)).toEqual(events);
  });

  test('a line keeps what others have entered: years of experience, care of a child, disability', () => {
    const experienced = [
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
    expect(takeOverPerson(experienced, { personId: 'p-1', recipient, on })).toEqual({ state: experienced, events: [] });
  });
});
