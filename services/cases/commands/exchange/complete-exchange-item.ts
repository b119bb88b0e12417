import { assertNotBefore, factDay } from '#shared/calendar/fact-day.ts';
import type { ExchangeDecision, ExchangeMeeting } from '../../exchange/exchange-meeting.ts';
import { CaseRefusal } from '../../refusal.ts';

export type CompleteExchangeItem = { itemId: string; doneOn?: string; today: string };

/** Marks as done what was agreed. The same again changes nothing, another day corrects the first. */
export function completeExchangeItem(
  meeting: ExchangeMeeting,
  { itemId, doneOn, today }: CompleteExchangeItem,
): ExchangeDecision {
  const item = meeting.items.find(({ id }) => id === itemId);
  if (!item) throw new CaseRefusal('NOT_FOUND', 'Nothing of this id was agreed at the meeting.');
  if (item.doneOn !== undefined && (doneOn ?? item.doneOn) === item.doneOn) return { state: meeting, events: [] };
  const on = factDay('doneOn', doneOn, today);
  assertNotBefore('doneOn', on, meeting.heldOn);
  const { id: meetingId, projectId, municipality } = meeting;
  return {
    state: { ...meeting, items: meeting.items.map((each) => (each === item ? { ...item, doneOn: on } : each)) },
    events: [{ type: 'exchange.itemDone', data: { meetingId, projectId, municipality, itemId, doneOn: on } }],
  };
}
