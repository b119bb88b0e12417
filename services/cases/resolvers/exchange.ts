import { answer, found } from '#shared/answer.ts';
import { refused } from '#shared/graph-error.ts';
import { connection, type PageArguments } from '#shared/paging.ts';
import { Refusal } from '#shared/refusal.ts';
import { mayExchange } from '../access.ts';
import { completeExchangeItem, holdExchange } from '../commands/hold-exchange.ts';
import type { Context } from '../context.ts';
import { visibleProject } from '../context.ts';
import type { ExchangeMeeting } from '../exchange-meeting.ts';
import type { Project } from '../project.ts';
import type { ExchangeInput, ExchangeItemInput } from './inputs.ts';

export const exchangeMutations = {
  holdExchange: (_: unknown, { input }: { input: ExchangeInput }, context: Context) =>
    answer(async () => {
      const { actor, load, meetings, newId, stamp, today } = context;
      const project = found(await load.project.load(input.projectId), 'The project');
      if (!mayExchange(actor, project.municipality)) throw new Refusal('FORBIDDEN', 'Exchange meetings are recorded by the job centre team or the town hall.');
      const id = newId(input);
      const items = input.items.map(({ what, owner, dueOn }, position) => ({ id: newId(input, `item ${position + 1}`), what: what.trim(), owner, dueOn }));
      const { participants, topics } = input;
      const meeting: ExchangeMeeting = { id, projectId: project.id, municipality: project.municipality, heldOn: input.heldOn ?? today, participants, topics, items };
      return { meeting: await meetings.change(id, (known) => holdExchange(known, { meeting, today }), stamp(input)) };
    }),
  completeExchangeItem: (_: unknown, { input }: { input: ExchangeItemInput }, { actor, meetings, stamp, today }: Context) =>
    answer(async () => ({
      meeting: await meetings.change(input.meetingId, (known) => {
        const meeting = found(known, 'The meeting');
        if (!mayExchange(actor, meeting.municipality)) throw new Refusal('NOT_FOUND', 'The meeting was not found.');
        return completeExchangeItem(meeting, { itemId: input.itemId, doneOn: input.doneOn ?? today, today });
      }, stamp(input)),
    })),
};

export const exchangeFields = {
  __resolveReference: async ({ id }: { id: string }, { actor, meetings }: Context): Promise<ExchangeMeeting> => {
    const meeting = await meetings.get(id);
    if (!meeting) throw refused('NOT_FOUND', 'The meeting was not found.');
    if (!mayExchange(actor, meeting.municipality)) throw refused('FORBIDDEN', 'The meeting is not for your municipality or role.');
    return meeting;
  },
  project: ({ projectId: id }: ExchangeMeeting, _: unknown, context: Context) => visibleProject(id, context),
};

/** The meetings of a project, latest first. */
export const exchangeOfProject = {
  exchangeMeetings: ({ id, municipality }: Project, page: PageArguments, { actor, meetings }: Context) => {
    if (!mayExchange(actor, municipality)) throw new Refusal('FORBIDDEN', 'Exchange meetings are for the job centre team and the town hall.');
    return connection(meetings, { where: { projectId: id }, sort: { by: 'heldOn', direction: 'desc' } }, page);
  },
};
