import { describe, expect, test } from '@jest/globals';
import { summary } from './figures.ts';

describe('the figures of a bench', () => {
  test('are shares of all requests, whichever operation they belong to', () => {
    const milliseconds = Array.from({ length: 50 }, (_, n) => n + 1);
    expect(
      summary([
        { name: 'a', milliseconds, errors: [] },
        { name: 'b', milliseconds: milliseconds.map((each) => each + 50), errors: ['FORBIDDEN'] },
      ]),
    ).toEqual({ requests: 100, errors: 1, p50: 50, p95: 95, p99: 99, max: 100 });
  });

  test('of nothing are nothing', () => {
    expect(summary([])).toEqual({ requests: 0, errors: 0, p50: 0, p95: 0, p99: 0, max: 0 });
  });
});
