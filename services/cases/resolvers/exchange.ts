import type { Where } from '#shared/documents/query.ts';
import { answerOrRefuse, requireFound, requireVisible } from '#shared/graph/answer.ts';
import { connection, type PageArguments } from '#shared/graph/paging.ts';
import { mayExchange, municipalitiesOf, takesPartInExchanges } from '../access.ts';
import { completeExchangeItem, type CompleteExchangeItem } from '../commands/exchange/complete-exchange-item.ts';
import { holdExchange, type HoldExchange } from '../commands/exchange/hold-exchange.ts';
import { visibleMeeting, visibleProject, type Context } from '../context.ts';
import type { ExchangeMeeting } from '../exchange/exchange-meeting.ts';
import type { Project } from '../project/project.ts';
import { CaseRefusal } from '../refusal.ts';

type ExchangeFilter = {
  municipality?: string;
  projectId?: string;
  topic?: ExchangeMeeting['topics'][number];
  unfinished?: boolean;
};
type ListArguments = { filter?: ExchangeFilter } & PageArguments;
type HoldInput = Omit<HoldExchange, 'meetingId' | 'project' | 'items' | 'today'> & {
  projectId: string;
  items: Omit<HoldExchange['items'][number], 'id'>[];
};
type CompleteInput = Omit<CompleteExchangeItem, 'today'> & { meetingId: string };

const latestFirst = { by: 'heldOn', direction: 'desc' } as const;

export const exchangeQueries = {
  exchangeMeeting: (_: unknown, { id }: { id: string }, context: Context) => visibleMeeting(id, context),
  exchangeMeetings: (_: unknown, { filter = {}, ...page }: ListArguments, { actor, meetings }: Context) => {
    if (!takesPartInExchanges(actor)) throw notForRole();
    const { municipality, projectId, topic, unfinished } = filter;
    const where: Where = {
      municipality: { in: municipalitiesOf(actor, municipality) },
      ...(projectId !== undefined && { projectId }),
      ...(topic !== undefined && { topics: topic }),
    };
    const visible = (meeting: ExchangeMeeting) => hasUnfinished(meeting) === unfinished;
    return connection(meetings, { where, sort: latestFirst, ...(unfinished !== undefined && { visible }) }, page);
  },
};

export const exchangeMutations = {
  holdExchange: (_: unknown, { input }: { input: HoldInput }, context: Context) =>
    answerOrRefuse(async () => {
      const { actor, load, meetings, newId, stamp, today } = context;
      if (!takesPartInExchanges(actor))
        throw new CaseRefusal('FORBIDDEN', 'Exchange meetings are recorded by the job centre team or the town hall.');
      const project = requireVisible(
        await load.project.load(input.projectId),
        ({ municipality }) => mayExchange(actor, municipality),
        'The project',
      );
      const items = input.items.map((item, position) => ({ ...item, id: newId(`item ${position + 1}`) }));
      const command = { ...input, items, meetingId: newId(), project, today };
      return { meeting: await meetings.change(command.meetingId, (state) => holdExchange(state, command), stamp) };
    }),
  completeExchangeItem: (_: unknown, { input }: { input: CompleteInput }, context: Context) =>
    answerOrRefuse(async () => {
      const { actor, load, meetings, stamp, today } = context;
      const { id } = requireVisible(
        await load.meeting.load(input.meetingId),
        ({ municipality }) => mayExchange(actor, municipality),
        'The meeting',
      );
      const decide = (state: ExchangeMeeting | null) =>
        completeExchangeItem(requireFound(state, 'The meeting'), { ...input, today });
      return { meeting: await meetings.change(id, decide, stamp) };
    }),
};

export const exchangeFields = {
  __resolveReference: ({ id }: { id: string }, context: Context) => visibleMeeting(id, context),
  project: ({ projectId: id }: ExchangeMeeting, _: unknown, context: Context) => visibleProject(id, context),
};

/** Adds the meetings of a project to it, latest first. */
export const exchangeOfProject = {
  exchangeMeetings: ({ id, municipality }: Project, page: PageArguments, { actor, meetings }: Context) => {
    if (!mayExchange(actor, municipality)) throw notForRole();
    return connection(meetings, { where: { projectId: id }, sort: latestFirst }, page);
  },
};

function notForRole(): CaseRefusal {
  return new CaseRefusal('FORBIDDEN', 'Exchange meetings are for the job centre team and the town hall.');
}

function hasUnfinished({ items }: ExchangeMeeting): boolean {
  return items.some(({ doneOn }) => doneOn === undefined);
}
