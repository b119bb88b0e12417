import { daysBetween } from '#shared/calendar/days.ts';
import type { Where } from '#shared/documents/query.ts';
import type { Connection, PageArguments } from '#shared/graph/paging.ts';
import { casesOnAgenda, casesWaiting } from '../access.ts';
import { agendaPage } from '../case/agenda-page.ts';
import { agendaOf, type AgendaEntry } from '../case/agenda.ts';
import type { Case } from '../case/case.ts';
import type { Context } from '../context.ts';
import { CaseRefusal } from '../refusal.ts';

type AgendaArguments = { from: string; to: string; caseManagerId?: string };
type WaitingArguments = PageArguments & {
  until: string;
  kinds?: AgendaEntry['kind'][];
  caseManagerId?: string;
  municipality?: string;
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
      throw new CaseRefusal('INVALID_INPUT', `must be from 0 to ${LONGEST_DAYS} days after \`from\`.`, 'to');
    return agendaOf(await findOpenCases(cases, where), { from, to });
  },
  waiting: async (
    _: unknown,
    { until, kinds, first, after, ...asked }: WaitingArguments,
    { actor, cases }: Context,
  ): Promise<Connection<AgendaEntry>> => {
    const where = casesWaiting(actor, asked);
    if (where === null) throw forbidden();
    const entries = agendaOf(await findOpenCases(cases, where), { from: '', to: until });
    return agendaPage(kinds ? entries.filter(({ kind }) => kinds.includes(kind)) : entries, { first, after });
  },
};

/** Finds all of the open cases, or none: a list that silently ends somewhere would hide what waits behind it. */
async function findOpenCases(cases: Context['cases'], where: Where): Promise<Case[]> {
  const { edges, hasNextPage } = await cases.find({ where: { ...where, openFor: { from: '' } }, first: MOST_CASES });
  if (hasNextPage)
    throw new CaseRefusal(
      'INVALID_INPUT',
      `there are more than ${MOST_CASES} open cases; name a municipality or a case manager.`,
      'municipality',
    );
  return edges.map(({ node }) => node);
}

function forbidden(): CaseRefusal {
  return new CaseRefusal('FORBIDDEN', 'An agenda is for the case manager it belongs to, and for the team lead.');
}
