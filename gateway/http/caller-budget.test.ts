import { describe, expect, test } from '@jest/globals';
import { callerLimits, httpLimits } from '../limits.ts';
import { callerBudget, type CallerBudget, type Leave } from './caller-budget.ts';

const { inFlight, requestsAtOnce, requestsPerSecond, bytesInFlight } = callerLimits;

function entered(budget: CallerBudget, caller: string, bytes = 0): Leave {
  const leave = budget(caller, bytes);
  if (typeof leave === 'string') throw new Error(`too much of ${leave}`);
  return leave;
}

describe('the budget of a caller', () => {
  test('holds so many requests at the same time, and each one that ends makes room for one', () => {
    const budget = callerBudget(() => 0);
    const leaving = Array.from({ length: inFlight }, () => entered(budget, 'anna'));
    expect(budget('anna', 0)).toBe('caller');
    entered(budget, 'jonas');
    leaving[0]?.();
    entered(budget, 'anna');
    expect(budget('anna', 0)).toBe('caller');
  });

  test('is used up by requests one after the other, and grows back', () => {
    const clock = { now: 0 };
    const budget = callerBudget(() => clock.now);
    const ask = (times: number): boolean[] =>
      Array.from({ length: times }, () => {
        const leave = budget('anna', 0);
        if (typeof leave === 'function') leave();
        return typeof leave === 'function';
      });
    expect(ask(requestsAtOnce + 1).filter(Boolean)).toHaveLength(requestsAtOnce);
    clock.now = 1000;
    expect(ask(requestsPerSecond + 1).filter(Boolean)).toHaveLength(requestsPerSecond);
    entered(budget, 'jonas');
  });

  test('is not used up by what is refused for want of room', () => {
    const budget = callerBudget(() => 0);
    const leaving = Array.from({ length: inFlight }, () => entered(budget, 'anna'));
    for (let time = 0; time < requestsAtOnce; time += 1) budget('anna', 0);
    for (const leave of leaving) leave();
    entered(budget, 'anna');
  });

  test('holds so many bytes', () => {
    const budget = callerBudget(() => 0);
    const leave = entered(budget, 'anna', bytesInFlight);
    expect(budget('anna', 1)).toBe('caller');
    leave();
    entered(budget, 'anna', bytesInFlight);
  });

  test('ends where all callers together hold as many bytes as there is room for', () => {
    const budget = callerBudget(() => 0);
    const all = Array.from({ length: httpLimits.bytesInFlight / bytesInFlight }, (_, n) =>
      entered(budget, `caller ${n}`, bytesInFlight),
    );
    expect(budget('anna', 1)).toBe('everybody');
    all[0]?.();
    entered(budget, 'anna', 1);
  });
});
