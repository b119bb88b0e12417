import { assertNotBefore, factDay } from '#shared/calendar/fact-day.ts';
import { assertNoPersonalData } from '#shared/protection/no-personal-data.ts';
import { Refusal } from '#shared/refusal.ts';
import type { ExchangeDecision, ExchangeItem, ExchangeMeeting } from '../../exchange-meeting.ts';
import type { Project } from '../../project.ts';
import { assertAtMost } from '../assert-list.ts';
import { assertPlannable } from '../plannable-day.ts';

export type HoldExchange = Pick<ExchangeMeeting, 'participants' | 'topics'> & {
  meetingId: string;
  project: Pick<Project, 'id' | 'municipality' | 'startedOn'>;
  heldOn?: string;
  items: Omit<ExchangeItem, 'doneOn'>[];
  today: string;
};

const MOST_ITEMS = 50;

/** Job centre and municipality have met. Recording it twice changes nothing. Refused with TEXT_HAS_PERSONAL_DATA. */
export function holdExchange(
  known: ExchangeMeeting | null,
  { meetingId, project, heldOn, participants, topics, items, today }: HoldExchange,
): ExchangeDecision {
  if (known) return { state: known, events: [] };
  const on = factDay('heldOn', heldOn, today);
  assertNotBefore('heldOn', on, project.startedOn);
  if (participants.length === 0)
    throw new Refusal('INVALID_INPUT', 'participants: at least one took part in a meeting.');
  assertAtMost(MOST_ITEMS, 'items', items);
  for (const { dueOn } of items) {
    assertNotBefore('items.dueOn', dueOn, on);
    assertPlannable('items.dueOn', dueOn, today);
  }
  // The town hall reads it.
  for (const { what } of items) assertNoPersonalData('items.what', what);

  const meeting: ExchangeMeeting = {
    id: meetingId,
    projectId: project.id,
    municipality: project.municipality,
    heldOn: on,
    participants: [...new Set(participants)],
    topics: [...new Set(topics)],
    items: items.map(({ id, what, owner, dueOn }) => ({ id, what: what.trim(), owner, dueOn })),
  };
  const { projectId, municipality } = meeting;
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
