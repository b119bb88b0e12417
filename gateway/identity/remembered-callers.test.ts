import { describe, expect, test } from '@jest/globals';
import { Unauthenticated, type Caller } from './caller.ts';
import { rememberedCallers } from './remembered-callers.ts';

const anna: Caller = { actor: { id: 'anna.berg', role: 'CASE_MANAGER', municipalities: [] }, expiresAt: 30_000 };

/** What was verified, at a time that the test sets. */
function desk(verify: () => Promise<Caller> = async () => anna) {
  const verified: string[] = [];
  const clock = { now: 0 };
  const known = rememberedCallers(
    async (token) => {
      verified.push(token);
      return verify();
    },
    () => clock.now,
  );
  return { known, verified, clock };
}

describe('a caller who comes again', () => {
  test('is known for some seconds, and then looked at again', async () => {
    const { known, verified, clock } = desk();
    for (clock.now of [0, 10_000, 19_999, 20_000]) expect(await known('a')).toBe(anna);
    expect(verified).toEqual(['a', 'a']);
  });

  test('is not known beyond the end of the token', async () => {
    const { known, verified, clock } = desk();
    for (clock.now of [15_000, 29_999, 30_000]) await known('a');
    expect(verified).toEqual(['a', 'a']);
  });

  test('with another token is another one', async () => {
    const { known, verified } = desk();
    await known('a');
    await known('b');
    expect(verified).toEqual(['a', 'b']);
  });

  test('with a token that proves nothing is never known', async () => {
    const { known, verified } = desk(async () => Promise.reject(new Unauthenticated()));
    await expect(known('a')).rejects.toThrow(Unauthenticated);
    await expect(known('a')).rejects.toThrow(Unauthenticated);
    expect(verified).toEqual(['a', 'a']);
  });
});
