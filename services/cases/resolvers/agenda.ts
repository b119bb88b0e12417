import { daysBetween } from '#shared/calendar/days.ts';
import type { Where } from '#shared/documents/query.ts';
import type { Connection, PageArguments } from '#shared/graph/paging.ts';
import { Refusal } from '#shared/refusal.ts';
import { casesOnAgenda, casesWaiting } from '../access.ts';
import { agendaOf, type AgendaEntry } from '../agenda.ts';
import { agendaPage } from '../agenda-page.ts';
import type { Case } from '../case.ts';
import type { Context } from '../context.ts';

type AgendaArguments = { from: string; to: string; caseManagerId?: string | null };
type WaitingArguments = PageArguments & {
  until: string;
  kinds?: AgendaEntry['kind'][] | null;
  caseManagerId?: string | null;
  municipality?: string | null;
};

/** A case manager looks after some hundred people at most, a municipality of the district after some thousand. */
const MOST_CASES = 2000;
const LONGEST_DAYS = 366;

export const agendaQueries = {
  agenda: async (
    _: unknown,
    { from, to, caseManagerId }: AgendaArguments,
    { actor, cases }: Context,
  ): Promise<AgendaEntry[]> => {
    const where = casesOnAgenda(actor, caseManagerId ?? actor.id);
    if (where === null) throw forbidden();
    if (to < from || daysBetween(from, to) > LONGEST_DAYS)
      throw new Refusal('INVALID_INPUT', `to: must be from 0 to ${LONGEST_DAYS} days after \`from\`.`);
    return agendaOf(await openCases(cases, where), { from, to });
  },
  waiting: async (
    _: unknown,
    { until, kinds, caseManagerId, municipality, ...page }: WaitingArguments,
    { actor, cases }: Context,
  ): Promise<Connection<AgendaEntry>> => {
    const where = casesWaiting(actor, {
      caseManagerId: caseManagerId ?? undefined,
      municipality: municipality ?? undefined,
    });
    if (where === null) throw forbidden();
    const entries = agendaOf(await openCases(cases, where), { from: '', to: until });
    return agendaPage(kinds ? entries.filter(({ kind }) => kinds.includes(kind)) : entries, page);
  },
};

/** All of them, or none: a list that silently ends somewhere would hide what waits behind it. */
async function openCases(cases: Context['cases'], where: Where): Promise<Case[]> {
  const { edges, hasNextPage } = await cases.find({ where: { ...where, openFor: { from: '' } }, first: MOST_CASES });
  if (hasNextPage)
    throw new Refusal(
      'INVALID_INPUT',
      `municipality: there are more than ${MOST_CASES} open cases; name a municipality or a case manager.`,
    );
  return edges.map(({ node }) => node);
}

function forbidden(): Refusal {
  return new Refusal('FORBIDDEN', 'An agenda is for the case manager it belongs to, and for the team lead.');
}
