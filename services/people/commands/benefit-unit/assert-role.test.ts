import { describe, expect, test } from '@jest/globals';
import { assertMembership, assertRole } from './assert-role.ts';

const until25 = { role: 'CHILD' as const, from: '2026-03-14', employableFrom: '2016-03-15' };

describe('the role in a benefit unit', () => {
  test.each([
    ['until the day before the twenty-fifth birthday', until25],
    ['where nobody knows the age', { role: 'CHILD' as const, from: '2026-03-15' }],
  ])('is CHILD %s', (_, member) => {
    expect(() => assertRole(member)).not.toThrow();
  });

  test('is another one from then on', () => {
    expect(() => assertRole({ ...until25, from: '2026-03-15' })).toThrow(
      expect.objectContaining({ code: 'INVALID_INPUT' }),
    );
    expect(() => assertRole({ ...until25, from: '2026-03-15', role: 'OTHER' })).not.toThrow();
  });
});

describe('the beginning of a membership', () => {
  const born2010 = { role: 'CHILD' as const, employableFrom: '2025-06-01' };

  test.each([
    ['on the day of the birth', { ...born2010, from: '2010-06-01' }],
    ['where nobody knows the age', { role: 'OTHER' as const, from: '2005-01-01' }],
  ])('may lie %s', (_, member) => {
    expect(() => assertMembership('joinedOn', member)).not.toThrow();
  });

  test.each([
    ['before the birth', { ...born2010, from: '2010-05-31' }],
    ['before the SGB II', { role: 'OTHER' as const, from: '2004-12-31' }],
  ])('does not lie %s', (_, member) => {
    expect(() => assertMembership('joinedOn', member)).toThrow(
      expect.objectContaining({ code: 'INVALID_INPUT', field: 'joinedOn' }),
    );
  });
});
