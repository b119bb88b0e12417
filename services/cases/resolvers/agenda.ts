import { Refusal } from '#shared/refusal.ts';
import { germanDay } from '#shared/request.ts';
import { casesFor } from '../access.ts';
import { currentVersion, type Case } from '../case.ts';
import type { Context } from '../context.ts';

type Entry = { kind: 'INTERVIEW' | 'REVIEW' | 'STEP'; on: string; at: string | null; case: Case };

/** A case manager looks after some dozens of people; who leads more than this sees them in lists instead. */
const MOST_CASES = 2000;
const LONGEST_DAYS = 62;

export const agendaQueries = {
  agenda: async (_: unknown, { from, to }: { from: string; to: string }, { actor, cases }: Context): Promise<Entry[]> => {
    const mine = casesFor(actor);
    if (mine === null) throw new Refusal('FORBIDDEN', 'The agenda is for those who look after people.');
    if (to < from || (Date.parse(to) - Date.parse(from)) / 86_400_000 > LONGEST_DAYS) throw new Refusal('INVALID_INPUT', `to: must be from 0 to ${LONGEST_DAYS} days after \`from\`.`);
    const { edges } = await cases.find({ where: { ...mine, openFor: { from: '' } }, first: MOST_CASES });
    return edges.flatMap(({ node }) => entriesOf(node)).filter(({ on }) => on >= from && on <= to).sort(byTime);
  },
};

function entriesOf(known: Case): Entry[] {
  const interviews = known.interviews.filter(({ status }) => status === 'INVITED').map(({ scheduledAt }): Entry => ({ kind: 'INTERVIEW', on: germanDay(new Date(scheduledAt)), at: scheduledAt, case: known }));
  if (!known.plan) return interviews;
  const steps = currentVersion(known.plan).steps.filter(({ status }) => status === 'OPEN').map(({ dueOn }): Entry => ({ kind: 'STEP', on: dueOn, at: null, case: known }));
  return [...interviews, { kind: 'REVIEW', on: known.plan.reviewDueOn, at: null, case: known }, ...steps];
}

function byTime(one: Entry, other: Entry): number {
  return `${one.on} ${one.at ?? ''} ${one.case.id}`.localeCompare(`${other.on} ${other.at ?? ''} ${other.case.id}`);
}
