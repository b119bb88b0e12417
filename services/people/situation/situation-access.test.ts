import { describe, expect, test } from '@jest/globals';
import type { Actor, Role } from '#shared/identity/identity.ts';
import { cutOffDay, figuresFor } from './situation-access.ts';

const somebody = (role: Role, municipalities = ['06431010']): Actor => ({ id: 'somebody', role, municipalities });

describe('who sees the situation', () => {
  test.each([
    ['CASE_MANAGER', 'EXACT'],
    ['TEAM_LEAD', 'EXACT'],
    ['TOWN_HALL', 'PROTECTED'],
    ['ANALYST', 'PROTECTED'],
  ] as const)('%s: %s figures', (role, figures) => {
    expect(figuresFor(somebody(role), '06431010')).toBe(figures);
  });

  test.each(['EMPLOYER_SERVICE', 'PROVIDER', 'OPERATOR'] as const)('%s does not', (role) => {
    expect(() => figuresFor(somebody(role), '06431010')).toThrow(expect.objectContaining({ code: 'FORBIDDEN' }));
  });

  test('nobody sees that of a municipality they do not work for', () => {
    expect(() => figuresFor(somebody('TOWN_HALL', ['06431006']), '06431010')).toThrow(
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
