import { beforeEach, describe, expect, test } from '@jest/globals';
import { subgraphLimits } from '../limits.ts';
import { breaker, type Breaker } from './breaker.ts';

const { failuresUntilOpen, inFlight, openMs } = subgraphLimits;

describe('a breaker before a service', () => {
  let now: number;
  let circuit: Breaker;
  beforeEach(() => {
    now = 0;
    circuit = breaker(() => now);
  });
  /** Requests that go out and come back; how many were let through. */
  const ask = (times: number, answered: boolean): number =>
    Array.from({ length: times }, () => circuit.enter() && (circuit.done(answered), true)).filter(Boolean).length;

  test('lets everything through while it answers, and after a few failures as well', () => {
    expect([ask(20, true), ask(failuresUntilOpen - 1, false), ask(20, true)]).toEqual([20, failuresUntilOpen - 1, 20]);
  });

  test('keeps everything away for a moment after it has failed so often', () => {
    expect(ask(failuresUntilOpen + 3, false)).toBe(failuresUntilOpen);
    now = openMs - 1;
    expect(ask(3, true)).toBe(0);
  });

  test('sends one request ahead after that moment, and lets the others through when it was answered', () => {
    ask(failuresUntilOpen, false);
    now = openMs;
    expect([circuit.enter(), circuit.enter()]).toEqual([true, false]);
    circuit.done(true);
    expect(ask(5, true)).toBe(5);
  });

  test('keeps requests away once more when the one sent ahead was not answered', () => {
    ask(failuresUntilOpen, false);
    now = openMs;
    expect(ask(3, false)).toBe(1);
    now = 2 * openMs;
    expect(ask(1, true)).toBe(1);
  });

  test('lets no more requests out at once than one service may hold', () => {
    expect(Array.from({ length: inFlight + 1 }, () => circuit.enter()).filter(Boolean)).toHaveLength(inFlight);
    circuit.done(true);
    expect(circuit.enter()).toBe(true);
  });
});
