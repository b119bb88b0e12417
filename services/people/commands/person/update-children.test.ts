import { describe, expect, test } from '@jest/globals';
import { adaMueller, aboutAda } from '../ada.fixture.ts';
import { assertYounger, updateChildren } from './update-children.ts';

const child = { birthDate: '2021-08-30', careNeeded: ['AFTERNOON' as const], careSecured: false };

describe('the children to be looked after', () => {
  test('are kept, and announced without anything about them', () => {
    expect(updateChildren(adaMueller, { children: [child], on: '2026-03-01' })).toEqual({
      state: { ...adaMueller, children: [child] },
      events: [{ type: 'person.updated', data: { ...aboutAda, updatedOn: '2026-03-01', changed: ['CHILDREN'] } }],
    });
  });

  test('are announced once', () => {
    const mother = { ...adaMueller, children: [child] };
    expect(updateChildren(mother, { children: [{ ...child }], on: '2026-03-01' })).toEqual({
      state: mother,
      events: [],
    });
  });

  test('need care in each part of the week once', () => {
    expect(
      updateChildren(adaMueller, { children: [{ ...child, careNeeded: ['MORNING', 'MORNING'] }], on: '2026-03-01' })
        .state.children,
    ).toEqual([{ ...child, careNeeded: ['MORNING'] }]);
  });

  test('are younger than the person, unless they were recorded before', () => {
    const older = { ...child, birthDate: '1950-01-01' };
    expect(() => assertYounger(adaMueller, [child, older])).toThrow(
      expect.objectContaining({ code: 'IMPLAUSIBLE_BIRTH_DATE' }),
    );
    expect(() => assertYounger({ ...adaMueller, children: [older] }, [child, older])).not.toThrow();
  });

  test('are refused before they are born', () => {
    expect(() =>
      updateChildren(adaMueller, { children: [{ ...child, birthDate: '2026-03-02' }], on: '2026-03-01' }),
    ).toThrow(expect.objectContaining({ code: 'INVALID_INPUT' }));
  });
});
