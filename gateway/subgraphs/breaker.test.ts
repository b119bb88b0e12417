import { beforeEach, describe, expect, test } from '@jest/globals';
import { subgraphLimits } from '../limits.ts';
import { breaker, type Breaker, type Leave, type Outcome } from './breaker.ts';

const { failuresUntilOpen, inFlight, openMs } = subgraphLimits;

describe('a breaker before a service', () => {
  let now: number;
  let enter: Breaker;
  beforeEach(() => {
    now = 0;
    enter = breaker(() => now);
  });
  /** Requests that go out and come back one after the other; how many were let through. */
  const ask = (times: number, outcome: Outcome, callers = ['anna']): number =>
    Array.from({ length: times }, (_, index) => {
      const leave = enter(callers[index % callers.length] ?? '');
      leave?.(outcome);
      return leave;
    }).filter(Boolean).length;
  /** Requests that all go out before one comes back. */
  const send = (times: number): Leave[] =>
    Array.from({ length: times }, () => enter('anna')).filter((leave) => leave !== undefined);

  test('lets everything through while it answers, and after a few failures as well', () => {
    expect([ask(20, 'ANSWERED'), ask(failuresUntilOpen - 1, 'FAILED'), ask(20, 'ANSWERED')]).toEqual([
      20,
      failuresUntilOpen - 1,
      20,
    ]);
  });

  test('keeps everything away for a moment after it has failed so often', () => {
    expect(ask(failuresUntilOpen + 3, 'FAILED')).toBe(failuresUntilOpen);
    now = openMs - 1;
    expect(ask(3, 'ANSWERED')).toBe(0);
  });

  test('lets everything through however often one caller has waited in vain', () => {
    expect([ask(50, 'TIMED_OUT'), ask(1, 'ANSWERED', ['ben'])]).toEqual([50, 1]);
  });

  test('keeps everything away when several have waited in vain', () => {
    expect(ask(50, 'TIMED_OUT', ['anna', 'ben'])).toBe(failuresUntilOpen);
  });

  test('learns nothing from a caller who leaves', () => {
    ask(failuresUntilOpen - 1, 'FAILED');
    expect([ask(3, 'UNKNOWN'), ask(3, 'FAILED')]).toEqual([3, 1]);
  });

  test('then sends one ahead, and lets more and more through while they are answered', () => {
    ask(failuresUntilOpen, 'FAILED');
    now = openMs;
    const rounds = Array.from({ length: 4 }, () => {
      const sent = send(100);
      for (const leave of sent) leave('ANSWERED');
      return sent.length;
    });
    expect(rounds).toEqual([1, 2, 8, 100]);
  });

  test('and keeps them away once more when it was not', () => {
    ask(failuresUntilOpen, 'FAILED');
    now = openMs;
    expect(ask(3, 'FAILED')).toBe(1);
    now = 2 * openMs;
    expect([ask(1, 'ANSWERED'), ask(failuresUntilOpen + 3, 'FAILED')]).toEqual([1, failuresUntilOpen]);
  });

  test('sends another one ahead when the first hangs', () => {
    ask(failuresUntilOpen, 'FAILED');
    now = openMs;
    expect(send(2)).toHaveLength(1);
    now = 2 * openMs;
    expect([ask(1, 'ANSWERED'), send(3).length]).toEqual([1, 1]);
  });

  test('learns nothing new from what went out before it failed', () => {
    const before = send(3);
    ask(failuresUntilOpen, 'FAILED');
    before[0]?.('ANSWERED');
    expect(ask(1, 'ANSWERED')).toBe(0);
    now = openMs;
    expect(ask(1, 'ANSWERED')).toBe(1);
    before[1]?.('FAILED');
    expect(ask(5, 'ANSWERED')).toBe(5);
  });

  test('lets no more out at once than one service may hold', () => {
    const sent = send(inFlight + 1);
    expect(sent).toHaveLength(inFlight);
    sent[0]?.('ANSWERED');
    expect(send(2)).toHaveLength(1);
  });
});
