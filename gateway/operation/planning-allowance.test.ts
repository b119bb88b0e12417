import { describe, expect, test } from '@jest/globals';
import { planningLimits } from '../limits.ts';
import { planningAllowance } from './planning-allowance.ts';

const { selectionsAtOnce, selectionsPerSecond, callers } = planningLimits;

describe('what a caller may have planned', () => {
  test('is used up by texts that are ever new, and grows back', () => {
    const clock = { now: 0 };
    const may = planningAllowance(() => clock.now);
    expect([may('anna', selectionsAtOnce), may('anna', 1)]).toEqual([true, false]);
    clock.now = 1000;
    expect([may('anna', selectionsPerSecond + 1), may('anna', selectionsPerSecond), may('anna', 1)]).toEqual([
      false,
      true,
      false,
    ]);
    clock.now = 3_600_000;
    expect([may('anna', selectionsAtOnce), may('anna', 1)]).toEqual([true, false]);
  });

  test('is one’s own', () => {
    const may = planningAllowance(() => 0);
    expect([may('anna', selectionsAtOnce), may('ben', selectionsAtOnce)]).toEqual([true, true]);
  });

  test('is forgotten when very many others have asked since', () => {
    const may = planningAllowance(() => 0);
    may('anna', selectionsAtOnce);
    for (let number = 0; number < callers; number += 1) may(`caller ${number}`, 1);
    expect(may('anna', 1)).toBe(true);
  });
});
