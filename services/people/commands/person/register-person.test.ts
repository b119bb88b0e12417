import { describe, expect, test } from '@jest/globals';
import { adaMueller } from '../ada.fixture.ts';
import { registerPerson } from './register-person.ts';

const given = {
  id: 'p-1',
  customerNumber: '437D010007',
  givenName: ' Zoë ',
  familyName: 'Groß  Weiß',
  birthDate: '1990-02-03',
  sex: 'FEMALE' as const,
  municipality: '06431010',
  registeredOn: '2026-03-01',
  today: '2026-03-02',
};

describe('registering a person', () => {
  test('takes them into the register, and assumes nothing that nobody asked', () => {
    expect(registerPerson(null, given)).toEqual({
      state: {
        id: 'p-1',
        customerNumber: '437D010007',
        givenName: 'Zoë',
        familyName: 'Groß Weiß',
        sortName: 'gross weiss zoe',
        birthDate: '1990-02-03',
        sex: 'FEMALE',
        municipality: '06431010',
        registeredOn: '2026-03-01',
        contact: {},
        languages: [],
        schoolQualification: 'UNKNOWN',
        vocationalQualification: 'UNKNOWN',
        occupations: [],
        employments: [],
        fundedMonths16i: 0,
        mobility: 'UNKNOWN',
        availability: { hoursPerWeek: null, dayparts: [] },
        children: [],
        severelyDisabled: false,
        obstacles: [],
      },
      events: [
        { type: 'person.registered', data: { personId: 'p-1', municipality: '06431010', registeredOn: '2026-03-01' } },
      ],
    });
  });

  test('says nothing the second time', () => {
    expect(registerPerson(adaMueller, given)).toEqual({ state: adaMueller, events: [] });
  });

  test.each(['12345', '437D01', '437d010007', 'ABCDEFGH'])(
    'is refused under a number that no list has: %s',
    (customerNumber) => {
      expect(() => registerPerson(null, { ...given, customerNumber })).toThrow(
        expect.objectContaining({ code: 'INVALID_INPUT' }),
      );
    },
  );

  test.each([
    ['IMPLAUSIBLE_BIRTH_DATE', { birthDate: '1800-01-01' }],
    ['CONTROL_CHARACTER', { givenName: 'Zo\u0000ë' }],
    ['CONTROL_CHARACTER', { familyName: 'Groß\u200b' }],
  ])('is refused with %s as a line of a list is', (code, changes) => {
    expect(() => registerPerson(null, { ...given, ...changes })).toThrow(expect.objectContaining({ code }));
  });

  test.each([{ registeredOn: '2026-03-03' }, { birthDate: '2026-03-03' }])(
    'is refused for a day to come: %o',
    (changes) => {
      expect(() => registerPerson(null, { ...given, ...changes })).toThrow(
        expect.objectContaining({ code: 'INVALID_INPUT' }),
      );
    },
  );
});
