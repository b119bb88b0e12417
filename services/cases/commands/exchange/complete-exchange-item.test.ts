import { describe, expect, test } from '@jest/globals';
import { casesToday, meeting, meetingEvent } from '../../cases.fixture.ts';
import { completeExchangeItem } from './complete-exchange-item.ts';

const completing = { itemId: 'x-1.1', doneOn: '2026-04-01', today: casesToday };
const completed = { ...meeting, items: meeting.items.map((item) => ({ ...item, doneOn: '2026-04-01' })) };

describe('completing what was agreed at a meeting', () => {
  test('notes the day and says so', () => {
    expect(completeExchangeItem(meeting, completing)).toEqual({
      state: completed,
      events: [meetingEvent('exchange.itemDone', { itemId: 'x-1.1', doneOn: '2026-04-01' })],
    });
  });

  test('twice changes nothing', () => {
    expect(completeExchangeItem(completed, completing)).toEqual({ state: completed, events: [] });
    expect(completeExchangeItem(completed, { itemId: 'x-1.1', today: casesToday })).toEqual({
      state: completed,
      events: [],
    });
  });

  test('on another day corrects the day, and says so', () => {
    expect(completeExchangeItem(completed, { ...completing, doneOn: '2026-05-01' })).toMatchObject({
      state: { items: [{ doneOn: '2026-05-01' }] },
      events: [{ data: { doneOn: '2026-05-01' } }],
    });
  });

  test.each([
    ['for an item that was not agreed', 'NOT_FOUND', { itemId: 'x-1.7' }],
    ['for a day before the meeting', 'INVALID_INPUT', { doneOn: '2026-03-04' }],
    ['for a day to come', 'INVALID_INPUT', { doneOn: '2026-10-01' }],
  ])('%s is refused with %s', (_, code, changes) => {
    expect(() => completeExchangeItem(meeting, { ...completing, ...changes })).toThrow(
      expect.objectContaining({ code }),
    );
  });
});
