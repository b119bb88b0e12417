import { describe, expect, test } from '@jest/globals';
import { adaMueller, aboutAda } from '../ada.fixture.ts';
import { correctPerson } from './correct-person.ts';

describe('correcting who a person is', () => {
  test('changes what is given, and by which name they are found; says that, not what', () => {
    expect(correctPerson(adaMueller, { familyName: ' Özdemir ', on: '2026-03-01' })).toEqual({
      state: { ...adaMueller, familyName: 'Özdemir', sortName: 'oezdemir ada' },
      events: [{ type: 'person.updated', data: { ...aboutAda, updatedOn: '2026-03-01', changed: ['IDENTITY'] } }],
    });
  });

  test('with what is known already says nothing', () => {
    expect(correctPerson(adaMueller, { givenName: 'Ada ', birthDate: '1984-05-17', on: '2026-03-01' })).toEqual({
      state: adaMueller,
      events: [],
    });
  });

  test('mends a wrong customer number; one that was written otherwise before stands in nobody’s way', () => {
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
    ['IMPLAUSIBLE_BIRTH_DATE', { birthDate: '1700-01-01' }],
    ['CONTROL_CHARACTER', { givenName: 'A\u0000da' }],
  ])('is refused with %s', (code, corrected) => {
    expect(() => correctPerson(adaMueller, { ...corrected, on: '2026-03-01' })).toThrow(
      expect.objectContaining({ code }),
    );
  });

  test('of somebody with an impossible birth date from before is possible all the same', () => {
    expect(
      correctPerson({ ...adaMueller, birthDate: '1700-01-01' }, { givenName: 'Eva', on: '2026-03-01' }).state,
    ).toMatchObject({ givenName: 'Eva', birthDate: '1700-01-01' });
  });

  test('is refused for a birth in the future', () => {
    expect(() => correctPerson(adaMueller, { birthDate: '2026-03-02', on: '2026-03-01' })).toThrow(
      expect.objectContaining({ code: 'INVALID_INPUT' }),
    );
  });
});
