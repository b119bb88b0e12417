import { randomBytes } from 'node:crypto';
import { describe, expect, test } from '@jest/globals';
import { cursorsOf } from './cursor.ts';
import type { Page } from './query.ts';

const secret = randomBytes(32);
const byName: Page = { where: { municipality: '06431010' }, sort: { by: 'sortName', direction: 'asc' }, first: 20 };
const ada = { value: 'mueller ada', id: 'p-ada' };
const { of: cursorOf, positionOf: placeOf } = cursorsOf('persons', secret);
const refused = expect.objectContaining({ name: 'Refusal', code: 'INVALID_CURSOR' });

describe('a cursor', () => {
  test('leads back to its place, in every process that has the key of the store', () => {
    const after = cursorOf(byName, ada);
    expect([
      placeOf({ ...byName, after }),
      cursorsOf('persons', Buffer.from(secret)).positionOf({ ...byName, after, first: 5 }),
    ]).toEqual([ada, ada]);
    expect(
      [
        { value: null, id: 'p' },
        { value: 3, id: 'p' },
        { value: 'Öztürk', id: 'p' },
      ].map((place) => placeOf({ ...byName, after: cursorOf(byName, place) })?.value),
    ).toEqual([null, 3, 'Öztürk']);
  });

  test('of the same place is always the same, and says nothing of who stands there, not even by its length', () => {
    const after = cursorOf(byName, ada);
    const bytes = Buffer.from(after, 'base64url');
    expect([cursorOf(byName, ada), bytes.includes('mueller'), bytes.includes('p-ada')]).toEqual([after, false, false]);
    expect(cursorOf(byName, { value: 'o', id: 'p-ada' }).length).toBe(after.length);
  });

  test.each([
    ['another filter', cursorsOf('persons', secret), { ...byName, where: { municipality: '06431006' } }],
    [
      'another order',
      cursorsOf('persons', secret),
      { ...byName, sort: { by: 'sortName', direction: 'desc' } as const },
    ],
    ['another list', cursorsOf('cases', secret), byName],
    ['another store', cursorsOf('persons', randomBytes(32)), byName],
  ])('is refused in %s', (_, cursors, page) => {
    expect(() => cursors.positionOf({ ...page, after: cursorOf(byName, ada) })).toThrow(refused);
  });

  test('that was made up or changed in any byte is refused', () => {
    const bytes = Buffer.from(cursorOf(byName, ada), 'base64url');
    const changed = [...bytes.keys()].map((at) =>
      Buffer.from(bytes.map((byte, index) => (index === at ? byte ^ 1 : byte))).toString('base64url'),
    );
    const short = [0, 1, 12, 27, 28, bytes.length - 1].map((length) => bytes.subarray(0, length).toString('base64url'));
    for (const after of [...changed, ...short, Buffer.from('["x","mueller ada","p-ada"]').toString('base64url')])
      expect(() => placeOf({ ...byName, after })).toThrow(refused);
  });
});
