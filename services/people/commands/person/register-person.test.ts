import { describe, expect, test } from '@jest/globals';
import { adaMueller } from '../ada.fixture.ts';
import { registerPerson } from './register-person.ts';

const zoe = {
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

const unknown = { schoolQualification: 'UNKNOWN', vocationalQualification: 'UNKNOWN', mobility: 'UNKNOWN' };
const noneRecorded = { languages: [], occupations: [], employments: [], children: [], obstacles: [] };

describe('registering a person', () => {
  test('takes them into the register, with everything that nobody asked unknown', () => {
    expect(registerPerson(null, zoe)).toEqual({
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
        availability: { hoursPerWeek: null, dayparts: [] },
        fundedMonths16i: 0,
        severelyDisabled: false,
        ...unknown,
        ...noneRecorded,
      },
      events: [
        { type: 'person.registered', data: { personId: 'p-1', municipality: '06431010', registeredOn: '2026-03-01' } },
      ],
    });
  });

  test('announces nothing the second time', () => {
    expect(registerPerson(adaMueller, zoe)).toEqual({ state: adaMueller, events: [] });
  });

  test.each(['12345', '437D01', '437d010007', 'ABCDEFGH'])(
    'is refused under a number that no list has: %s',
    (customerNumber) => {
      expect(() => registerPerson(null, { ...zoe, customerNumber })).toThrow(
        expect.objectContaining({ code: 'INVALID_INPUT' }),
      );
    },
  );

  test.each([
    ['a birth date of nobody alive', 'IMPLAUSIBLE_BIRTH_DATE', { birthDate: '1800-01-01' }],
    ['a control character in the given name', 'CONTROL_CHARACTER', { givenName: 'Zo\u0000ë' }],
    ['a letter lost in a conversion', 'CONTROL_CHARACTER', { familyName: 'M\u00c3\u00bcller' }],
    ['what a spreadsheet writes for nothing', 'PLACEHOLDER', { familyName: '#NV' }],
  ])('is refused for %s as a line of a list is: %s', (_, code, changes) => {
    expect(() => registerPerson(null, { ...zoe, ...changes })).toThrow(expect.objectContaining({ code }));
  });

  test.each([
    ['registration', { registeredOn: '2026-03-03' }],
    ['birth', { birthDate: '2026-03-03' }],
  ])('is refused for a %s that is to come', (_, changes) => {
    expect(() => registerPerson(null, { ...zoe, ...changes })).toThrow(
      expect.objectContaining({ code: 'INVALID_INPUT' }),
    );
  });
});
