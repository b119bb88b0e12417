import { Refusal } from '#shared/refusal.ts';
import { casesOnAgenda } from '../access.ts';
import { agendaOf, type AgendaEntry } from '../agenda.ts';
import type { Context } from '../context.ts';

type AgendaArguments = { from: string; to: string; caseManagerId?: string | null };

/** A case manager looks after some hundred people at most. */
const MOST_CASES = 2000;
const LONGEST_DAYS = 366;
const DAY = 86_400_000;

export const agendaQueries = {
  agenda: async (_: unknown, { from, to, caseManagerId }: AgendaArguments, { actor, cases }: Context): Promise<AgendaEntry[]> => {
    const where = casesOnAgenda(actor, caseManagerId ?? actor.id);
    if (where === null) throw new Refusal('FORBIDDEN', 'An agenda is for the case manager it belongs to, and for who leads the team.');
    if (to < from || (Date.parse(to) - Date.parse(from)) / DAY > LONGEST_DAYS) throw new Refusal('INVALID_INPUT', `to: must be from 0 to ${LONGEST_DAYS} days after \`from\`.`);
    const { edges } = await cases.find({ where: { ...where, openFor: { from: '' } }, first: MOST_CASES });
    return agendaOf(edges.map(({ node }) => node), { from, to });
  },
};
