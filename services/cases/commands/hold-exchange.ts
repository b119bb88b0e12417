import { Refusal } from '#shared/refusal.ts';
import type { ExchangeDecision, ExchangeMeeting } from '../exchange-meeting.ts';
import { assertNotBefore, assertNotInFuture } from './assert-dates.ts';

/** Job centre and municipality have met. Recording it twice changes nothing. */
export function holdExchange(known: ExchangeMeeting | null, { meeting, today }: { meeting: ExchangeMeeting; today: string }): ExchangeDecision {
  if (known) return { state: known, events: [] };
  assertNotInFuture('heldOn', meeting.heldOn, today);
  const { id: meetingId, projectId, municipality, heldOn, topics, items } = meeting;
  return { state: meeting, events: [{ type: 'exchange.held', data: { meetingId, projectId, municipality, heldOn, topics, items: items.length } }] };
}

/** What was agreed is done. Twice changes nothing. */
export function completeExchangeItem(meeting: ExchangeMeeting, { itemId, doneOn, today }: { itemId: string; doneOn: string; today: string }): ExchangeDecision {
  const item = meeting.items.find(({ id }) => id === itemId);
  if (!item) throw new Refusal('NOT_FOUND', 'Nothing of this id was agreed at the meeting.');
  if (item.doneOn !== undefined) return { state: meeting, events: [] };
  assertNotInFuture('doneOn', doneOn, today);
  assertNotBefore('doneOn', doneOn, meeting.heldOn);
  const { id: meetingId, projectId, municipality } = meeting;
  return {
    state: { ...meeting, items: meeting.items.map((each) => (each === item ? { ...item, doneOn } : each)) },
    events: [{ type: 'exchange.itemDone', data: { meetingId, projectId, municipality, itemId, doneOn } }],
  };
}
