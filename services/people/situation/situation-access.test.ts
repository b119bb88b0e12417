import { describe, expect, test } from '@jest/globals';
import { Refusal } from '#shared/refusal.ts';
import { roles, type Actor, type Role } from '#shared/identity/identity.ts';
import { cutOffDay, situationPrecision } from './situation-access.ts';

const somebody = (role: Role, municipalities = ['06431010']): Actor => ({ id: 'somebody', role, municipalities });
const precisionOf = (role: Role): unknown => {
  try {
    return situationPrecision(somebody(role), '06431010');
  } catch (error) {
    if (error instanceof Refusal) return error.code;
    throw error;
  }
};

describe('who sees the situation', () => {
  test('those who work with people see exact figures, town halls and analysts protected ones, others none', () => {
    expect(roles.map((role) => [role, precisionOf(role)])).toEqual([
      ['CASE_MANAGER', 'EXACT'],
      ['TEAM_LEAD', 'EXACT'],
      ['EMPLOYER_SERVICE', 'FORBIDDEN'],
      ['TOWN_HALL', 'PROTECTED'],
      ['PROVIDER', 'FORBIDDEN'],
      ['OPERATOR', 'FORBIDDEN'],
      ['ANALYST', 'PROTECTED'],
    ]);
  });

  test('nobody sees the situation of a municipality they do not work for', () => {
    expect(() => situationPrecision(somebody('TOWN_HALL', ['06431006']), '06431010')).toThrow(
      expect.objectContaining({ code: 'FORBIDDEN' }),
    );
  });
});

describe('the cut-off day', () => {
  test.each([
    ['EXACT', undefined, '2026-08-15'],
    ['EXACT', '2026-08-03', '2026-08-03'],
    ['PROTECTED', undefined, '2026-07-31'],
    ['PROTECTED', '2024-02-29', '2024-02-29'],
  ] as const)('%s %s is %s', (figures, on, day) => {
    expect(cutOffDay(figures, on, '2026-08-15')).toBe(day);
  });

  test.each([
    ['EXACT', '2026-08-16'],
    ['PROTECTED', '2026-07-30'],
    ['PROTECTED', '2026-08-31'],
  ] as const)('%s %s is refused', (figures, on) => {
    expect(() => cutOffDay(figures, on, '2026-08-15')).toThrow(expect.objectContaining({ code: 'INVALID_INPUT' }));
  });
});
