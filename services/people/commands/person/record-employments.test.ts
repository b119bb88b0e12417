import { describe, expect, test } from '@jest/globals';
import { adaMueller, aboutAda } from '../ada.fixture.ts';
import { recordEmployments } from './record-employments.ts';

const shop = { from: '2019-02-01', to: '2019-06-30', hoursPerWeek: 10, insured: false };
const store = { from: '2023-09-01', hoursPerWeek: 20.5, insured: true };

describe('times of work', () => {
  test('are kept in order, with the months funded under §16i', () => {
    expect(recordEmployments(adaMueller, { employments: [store, shop], fundedMonths16i: 6, on: '2026-03-01' })).toEqual(
      {
        state: { ...adaMueller, employments: [shop, store], fundedMonths16i: 6 },
        events: [{ type: 'person.updated', data: { ...aboutAda, updatedOn: '2026-03-01', changed: ['EMPLOYMENT'] } }],
      },
    );
  });

  test('are announced once; funded months stay where they are left out', () => {
    const worked = { ...adaMueller, employments: [shop], fundedMonths16i: 6 };
    expect(recordEmployments(worked, { employments: [{ ...shop }], on: '2026-03-01' })).toEqual({
      state: worked,
      events: [],
    });
  });

  test('begin today or earlier, and may end later', () => {
    const record = (from: string, to?: string) =>
      recordEmployments(adaMueller, {
        employments: [{ ...store, from, ...(to !== undefined && { to }) }],
        on: '2026-03-01',
      });
    expect(record('2026-03-01', '2026-12-31').state.employments).toEqual([
      { ...store, from: '2026-03-01', to: '2026-12-31' },
    ]);
    expect(() => record('2030-01-01')).toThrow(expect.objectContaining({ code: 'INVALID_INPUT' }));
  });

  test('are refused where one ends before it begins', () => {
    expect(() =>
      recordEmployments(adaMueller, { employments: [{ ...shop, to: '2019-01-31' }], on: '2026-03-01' }),
    ).toThrow(expect.objectContaining({ code: 'INVALID_INPUT' }));
  });
});
