import { assertNotBefore, factDay } from '#shared/calendar/fact-day.ts';
import { assertNoPersonalData } from '#shared/protection/no-personal-data.ts';
import type { ExchangeDecision, ExchangeItem, ExchangeMeeting } from '../../exchange/exchange-meeting.ts';
import { assertAtMost, assertPlannable } from '../../limits.ts';
import type { Project } from '../../project/project.ts';
import { CaseRefusal } from '../../refusal.ts';

export type HoldExchange = Pick<ExchangeMeeting, 'participants' | 'topics'> & {
  meetingId: string;
  project: Pick<Project, 'id' | 'municipality' | 'startedOn'>;
  heldOn?: string;
  items: Omit<ExchangeItem, 'doneOn'>[];
  today: string;
};

const MOST_ITEMS = 50;

/**
 * Records that job centre and municipality have met. Recording it twice changes nothing.
 * Refused with TEXT_HAS_PERSONAL_DATA.
 */
export function holdExchange(
  state: ExchangeMeeting | null,
  { meetingId, project, heldOn, participants, topics, items, today }: HoldExchange,
): ExchangeDecision {
  if (state) return { state, events: [] };
  const on = factDay('heldOn', heldOn, today);
  assertNotBefore('heldOn', on, project.startedOn);
  if (participants.length === 0)
    throw new CaseRefusal('INVALID_INPUT', 'at least one took part in a meeting.', 'participants');
  assertItems(items, { heldOn: on, today });

  const { id: projectId, municipality } = project;
  const meeting: ExchangeMeeting = {
    id: meetingId,
    projectId,
    municipality,
    heldOn: on,
    participants: [...new Set(participants)],
    topics: [...new Set(topics)],
    items: items.map(({ id, what, owner, dueOn }) => ({ id, what: what.trim(), owner, dueOn })),
  };
  return {
    state: meeting,
    events: [
      {
        type: 'exchange.held',
        data: { meetingId, projectId, municipality, heldOn: on, topics: meeting.topics, items: items.length },
      },
    ],
  };
}

function assertItems(items: HoldExchange['items'], { heldOn, today }: { heldOn: string; today: string }): void {
  assertAtMost(MOST_ITEMS, 'items', items);
  for (const { dueOn } of items) {
    assertNotBefore('items.dueOn', dueOn, heldOn);
    assertPlannable('items.dueOn', dueOn, today);
  }
  // The town hall reads it.
  for (const { what } of items) assertNoPersonalData('items.what', what);
}
