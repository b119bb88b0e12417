import { describe, expect, test } from '@jest/globals';
import { placementFacts } from '../employers.fixture.ts';
import { assertNotExcluded } from './exclusion.ts';
import type { Placement } from './placement.ts';

const start = (subsidisedBy: string[]) => ({ employerId: 'e-1', subsidisedBy, startedOn: '2026-09-01' });
const work = (from: string, to: string | undefined, changes: Partial<Placement> = {}): Placement => ({
  ...placementFacts,
  employerId: 'e-1',
  startedOn: from,
  ...(to !== undefined && { ended: { endedOn: to, reason: 'OTHER' } }),
  ...changes,
});
const answer = (subsidisedBy: string[], before: Placement[] = []): string => {
  try {
    assertNotExcluded(start(subsidisedBy), before);
    return 'PAID';
  } catch (error) {
    return (error as { code: string }).code;
  }
};

describe('what the law excludes to pay for work', () => {
  test.each([
    [['P16E', 'P88_EGZ', 'P16B'], 'FUNDING_EXCLUDED'],
    [['P88_EGZ', 'P90_EGZ_SB'], 'FUNDING_EXCLUDED'],
    [['P16E', 'P90_EGZ_SB'], 'FUNDING_EXCLUDED'],
    [['P88_EGZ', 'P44_VB'], 'PAID'],
    [['P88_EGZ', 'P46_WORKPLACE'], 'PAID'],
    [[], 'PAID'],
  ])('%j together for one job: %s', (subsidisedBy, expected) => {
    expect(answer(subsidisedBy)).toBe(expected);
  });

  test.each<[string, string[], Placement[], string]>([
    ['five months at the same employer', ['P88_EGZ'], [work('2026-01-01', '2026-05-31')], 'FUNDING_EXCLUDED'],
    ['a day more than three months', ['P88_EGZ'], [work('2026-01-15', '2026-04-15')], 'FUNDING_EXCLUDED'],
    ['three months', ['P88_EGZ'], [work('2026-01-15', '2026-04-14')], 'PAID'],
    [
      'two times that are more than three months together',
      ['P16E'],
      [work('2024-01-01', '2024-02-29'), work('2026-01-01', '2026-02-15')],
      'FUNDING_EXCLUDED',
    ],
    ['five months of which two lie within four years', ['P88_EGZ'], [work('2022-06-01', '2022-10-31')], 'PAID'],
    ['marginal work', ['P88_EGZ'], [work('2025-01-01', '2025-12-31', { kind: 'MARGINAL' })], 'PAID'],
    ['another employer', ['P88_EGZ'], [work('2025-01-01', '2025-12-31', { employerId: 'e-2' })], 'PAID'],
    [
      'work that was recorded by mistake',
      ['P88_EGZ'],
      [work('2025-01-01', '2025-12-31', { withdrawn: { withdrawnOn: '2026-01-02', reason: 'MISTAKE' } })],
      'PAID',
    ],
    ['five months, without a subsidy', [], [work('2026-01-01', '2026-05-31')], 'PAID'],
    ['five months, with a subsidy to whom may come back', ['P90_EGZ_SB'], [work('2026-01-01', '2026-05-31')], 'PAID'],
  ])('after %s', (_, subsidisedBy, ...[before, expected]) => {
    expect(answer(subsidisedBy, before)).toBe(expected);
  });

  test.each([
    ['59 months', '2025-01-14', 'PAID'],
    ['60 months', '2025-02-14', 'FUNDING_EXCLUDED'],
  ])('§ 16i after %s of it, at whichever employer', (_, to, expected) => {
    const before = work('2020-02-15', to, { employerId: 'e-2', kind: 'PUBLICLY_FUNDED', subsidisedBy: ['P16I'] });
    expect(answer(['P16I'], [before])).toBe(expected);
  });
});
