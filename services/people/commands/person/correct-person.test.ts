import { describe, expect, test } from '@jest/globals';
import { adaMueller, aboutAda } from '../ada.fixture.ts';
import { correctPerson } from './correct-person.ts';

describe('correcting who a person is', () => {
  test('changes the corrected facts and the sort name, and announces the change without the facts', () => {
    expect(correctPerson(adaMueller, { familyName: ' Özdemir ', on: '2026-03-01' })).toEqual({
      state: { ...adaMueller, familyName: 'Özdemir', sortName: 'oezdemir ada' },
      events: [{ type: 'person.updated', data: { ...aboutAda, updatedOn: '2026-03-01', changed: ['IDENTITY'] } }],
    });
  });

  test('announces nothing where it is recorded already', () => {
    expect(correctPerson(adaMueller, { givenName: 'Ada ', birthDate: '1984-05-17', on: '2026-03-01' })).toEqual({
      state: adaMueller,
      events: [],
    });
  });

  test('mends a wrong customer number; an older one that was written otherwise stands in nobody’s way', () => {
    expect(correctPerson(adaMueller, { customerNumber: ' 437D010002', on: '2026-03-01' }).state.customerNumber).toBe(
      '437D010002',
    );
    expect(
      correctPerson({ ...adaMueller, customerNumber: 'OLD12' }, { givenName: 'Eva', on: '2026-03-01' }).state,
    ).toMatchObject({ customerNumber: 'OLD12', givenName: 'Eva' });
    expect(() => correctPerson(adaMueller, { customerNumber: '437D01', on: '2026-03-01' })).toThrow(
      expect.objectContaining({ code: 'INVALID_INPUT' }),
    );
  });

  test.each([
    ['a birth date of nobody alive', 'IMPLAUSIBLE_BIRTH_DATE', { birthDate: '1700-01-01' }],
    ['a control character in a name', 'CONTROL_CHARACTER', { givenName: 'A\u0000da' }],
  ])('is refused for %s: %s', (_, code, corrected) => {
    expect(() => correctPerson(adaMueller, { ...corrected, on: '2026-03-01' })).toThrow(
      expect.objectContaining({ code }),
    );
  });

  test('is possible though an impossible birth date was recorded before', () => {
    expect(
      correctPerson({ ...adaMueller, birthDate: '1700-01-01' }, { givenName: 'Eva', on: '2026-03-01' }).state,
    ).toMatchObject({ givenName: 'Eva', birthDate: '1700-01-01' });
  });

  test('is refused for a birth that is to come', () => {
    expect(() => correctPerson(adaMueller, { birthDate: '2026-03-02', on: '2026-03-01' })).toThrow(
      expect.objectContaining({ code: 'INVALID_INPUT' }),
    );
  });
});
