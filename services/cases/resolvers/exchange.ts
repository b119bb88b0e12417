import { answerOrRefuse, requireFound, requireVisible } from '#shared/graph/answer.ts';
import type { Where } from '#shared/documents/query.ts';
import { connection, type PageArguments } from '#shared/graph/paging.ts';
import { Refusal } from '#shared/refusal.ts';
import { mayExchange, municipalitiesOf, takesPartInExchanges } from '../access.ts';
import { completeExchangeItem, type CompleteExchangeItem } from '../commands/exchange/complete-exchange-item.ts';
import { holdExchange, type HoldExchange } from '../commands/exchange/hold-exchange.ts';
import { visibleMeeting, visibleProject, type Context } from '../context.ts';
import type { ExchangeMeeting } from '../exchange-meeting.ts';
import type { Project } from '../project.ts';
import { commandOf, type Sent } from './command-of.ts';

type ExchangeFilter = {
  municipality?: string | null;
  projectId?: string | null;
  topic?: string | null;
  unfinished?: boolean | null;
};
type ListArguments = { filter?: ExchangeFilter | null } & PageArguments;
type HoldInput = Omit<Sent<HoldExchange, 'meetingId' | 'project'>, 'items'> & {
  projectId: string;
  items: Omit<HoldExchange['items'][number], 'id'>[];
};
type CompleteInput = Sent<CompleteExchangeItem> & { meetingId: string };

export const exchangeQueries = {
  exchangeMeeting: (_: unknown, { id }: { id: string }, context: Context) => visibleMeeting(id, context),
  exchangeMeetings: (_: unknown, { filter, ...page }: ListArguments, { actor, meetings }: Context) => {
    if (!takesPartInExchanges(actor))
      throw new Refusal('FORBIDDEN', 'Exchange meetings are for the job centre team and the town hall.');
    const { municipality, projectId, topic, unfinished } = filter ?? {};
    const where: Where = {
      municipality: { in: municipalitiesOf(actor, municipality ?? undefined) },
      ...(typeof projectId === 'string' && { projectId }),
      ...(typeof topic === 'string' && { topics: topic }),
    };
    return connection(
      meetings,
      {
        where,
        sort: { by: 'heldOn', direction: 'desc' },
        ...(typeof unfinished === 'boolean' && {
          visible: (meeting: ExchangeMeeting) => hasUnfinished(meeting) === unfinished,
        }),
      },
      page,
    );
  },
};

export const exchangeMutations = {
  holdExchange: (_: unknown, { input }: { input: HoldInput }, context: Context) =>
    answerOrRefuse(async () => {
      const { actor, load, meetings, newId, stamp } = context;
      if (!takesPartInExchanges(actor))
        throw new Refusal('FORBIDDEN', 'Exchange meetings are recorded by the job centre team or the town hall.');
      const project = requireVisible(
        await load.project.load(input.projectId),
        ({ municipality }) => mayExchange(actor, municipality),
        'The project',
      );
      const meetingId = newId();
      const items = input.items.map((item, position) => ({ ...item, id: newId(`item ${position + 1}`) }));
      const command = commandOf<HoldExchange, 'meetingId' | 'project'>({ ...input, items }, context, {
        meetingId,
        project,
      });
      return { meeting: await meetings.change(meetingId, (known) => holdExchange(known, command), stamp) };
    }),
  completeExchangeItem: (_: unknown, { input }: { input: CompleteInput }, context: Context) =>
    answerOrRefuse(async () => {
      const { actor, load, meetings, stamp } = context;
      const meeting = requireVisible(
        await load.meeting.load(input.meetingId),
        ({ municipality }) => mayExchange(actor, municipality),
        'The meeting',
      );
      const command = commandOf<CompleteExchangeItem>(input, context, {});
      return {
        meeting: await meetings.change(
          meeting.id,
          (known) => completeExchangeItem(requireFound(known, 'The meeting'), command),
          stamp,
        ),
      };
    }),
};

export const exchangeFields = {
  __resolveReference: ({ id }: { id: string }, context: Context) => visibleMeeting(id, context),
  project: ({ projectId: id }: ExchangeMeeting, _: unknown, context: Context) => visibleProject(id, context),
};

/** The meetings of a project, latest first. */
export const exchangeOfProject = {
  exchangeMeetings: ({ id, municipality }: Project, page: PageArguments, { actor, meetings }: Context) => {
    if (!mayExchange(actor, municipality))
      throw new Refusal('FORBIDDEN', 'Exchange meetings are for the job centre team and the town hall.');
    return connection(meetings, { where: { projectId: id }, sort: { by: 'heldOn', direction: 'desc' } }, page);
  },
};

function hasUnfinished({ items }: ExchangeMeeting): boolean {
  return items.some(({ doneOn }) => doneOn === undefined);
}
