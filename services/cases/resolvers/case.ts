import { answerOrRefuse, requireFound, requireVisible, type RefusalPayload } from '#shared/graph/answer.ts';
import type { Sort, Where } from '#shared/documents/query.ts';
import { connection, type Connection, type Listing, type PageArguments } from '#shared/graph/paging.ts';
import { Refusal } from '#shared/refusal.ts';
import { casesFor, mayChangeTeam, mayOpenCase, maySeeCase, maySeeProject, worksWithCases } from '../access.ts';
import { isOpen, type Case, type StatusChange } from '../case.ts';
import { assessPotential, type AssessPotential } from '../commands/case/assess-potential.ts';
import { closeCase } from '../commands/case/close-case.ts';
import { openCase, type OpenCase } from '../commands/case/open-case.ts';
import { reopenCase } from '../commands/case/reopen-case.ts';
import { setCareTeam, type SetCareTeam } from '../commands/case/set-care-team.ts';
import { visibleCase, visibleProject, type Context } from '../context.ts';
import { countedInARow } from '../missed-in-a-row.ts';
import { changeCase, changed, onCase, type CasePayload, type OfCase } from './change-case.ts';
import { commandOf, type Sent } from './command-of.ts';

type CaseFilter = {
  status?: StatusChange['status'] | null;
  municipality?: string | null;
  projectId?: string | null;
  contactId?: string | null;
  mine?: boolean | null;
  withoutInterview?: boolean | null;
};
type ListArguments = { filter?: CaseFilter | null; sort: keyof typeof sorts } & PageArguments;
const sorts = {
  ID: { by: 'id', direction: 'asc' },
  OPENED_ON: { by: 'openedOn', direction: 'desc' },
  REVIEW_DUE: { by: 'plan.reviewDueOn', direction: 'asc' },
} as const satisfies Record<string, Sort>;

export const caseQueries = {
  case: (_: unknown, { id }: { id: string }, context: Context) => visibleCase(id, context),
  cases: (
    _: unknown,
    { filter, sort, ...page }: ListArguments,
    { actor, cases }: Context,
  ): Promise<Connection<Case>> => {
    const mine = casesFor(actor, filter?.municipality ?? undefined);
    if (mine === null) throw new Refusal('FORBIDDEN', 'Cases are for those who look after people.');
    return connection(
      cases,
      {
        where: { ...whereOf(filter ?? {}, actor.id), ...mine },
        sort: sorts[sort],
        ...wantedBy(filter ?? {}, actor.id),
      },
      page,
    );
  },
};

/** The filters that no index answers: whether anybody was invited to a talk yet, and cases whose care team the caller is not on. */
function wantedBy({ withoutInterview, mine }: CaseFilter, callerId: string): Pick<Listing<Case>, 'visible'> {
  if (typeof withoutInterview !== 'boolean' && mine !== false) return {};
  const invited = ({ interviews }: Case): boolean => interviews.length > 0;
  return {
    visible: (known) =>
      (typeof withoutInterview !== 'boolean' || withoutInterview !== invited(known)) &&
      (mine !== false || !known.careTeam.includes(callerId)),
  };
}

function whereOf({ status, projectId, contactId, mine }: CaseFilter, callerId: string): Where {
  return {
    ...(status === 'OPEN' && { openFor: { from: '' } }),
    ...(status === 'CLOSED' && { openFor: null }),
    ...(typeof projectId === 'string' && { projectId }),
    ...(typeof contactId === 'string' && { contactId }),
    ...(mine === true && { careTeam: callerId }),
  };
}

export const caseMutations = {
  openCase: (_: unknown, { input }: { input: OpenInput }, context: Context) =>
    answerOrRefuse(() => open(input, context)),
  setCareTeam: (_: unknown, { input }: { input: TeamInput }, context: Context) => changeTeam(input, context),
  closeCase: onCase(closeCase),
  reopenCase: onCase(reopenCase),
  assessPotential: (
    _: unknown,
    { input }: { input: OfCase & Sent<AssessPotential, 'assessmentId'> },
    context: Context,
  ) => {
    const command = commandOf<AssessPotential, 'assessmentId'>(input, context, { assessmentId: context.newId() });
    return changeCase(input, context, (known) => assessPotential(known, command));
  },
};

export const caseFields = {
  __resolveReference: ({ id }: { id: string }, context: Context) => visibleCase(id, context),
  person: ({ personId: id }: Case) => ({ id }),
  project: ({ projectId: id }: Case, _: unknown, context: Context) => visibleProject(id, context),
  municipality: ({ municipality }: Case) => ({ ags: municipality }),
  status: (known: Case) => (isOpen(known) ? 'OPEN' : 'CLOSED'),
  closedOn: (known: Case) => (isOpen(known) ? null : known.history.at(-1)?.on),
  missedInARow: ({ interviews }: Case) => countedInARow(interviews),
};

export const personFields = {
  __resolveReference: ({ id }: { id: string }) => ({ id }),
  cases: ({ id }: { id: string }, _: unknown, context: Context) => casesOf(id, context),
  openCase: async ({ id }: { id: string }, _: unknown, context: Context) =>
    (await casesOf(id, context)).find(isOpen) ?? null,
};

async function casesOf(personId: string, { actor, load }: Context): Promise<Case[]> {
  if (!worksWithCases(actor)) throw new Refusal('FORBIDDEN', 'Cases are for those who look after people.');
  return (await load.casesOfPerson.load(personId)).filter((known) => maySeeCase(actor, known));
}

type TeamInput = OfCase & Sent<SetCareTeam, 'project' | 'actingId'>;

async function changeTeam(input: TeamInput, context: Context): Promise<CasePayload | RefusalPayload> {
  const { actor, cases, projects } = context;
  // Not from what this request has loaded: it may have added somebody to the project just before.
  const of = await cases.get(input.caseId);
  const project = of && (await projects.get(of.projectId));
  return changeCase(input, context, (known) => {
    if (!mayChangeTeam(actor, known))
      throw new Refusal('FORBIDDEN', 'The named contact and the team lead decide who is on the care team.');
    return setCareTeam(
      known,
      commandOf<SetCareTeam, 'project' | 'actingId'>(input, context, {
        project: requireFound(project, 'The project'),
        actingId: actor.id,
      }),
    );
  });
}

type Looked = 'caseId' | 'project' | 'livesIn' | 'actingId';
type OpenInput = Sent<OpenCase, Looked> & { projectId: string };

async function open(input: OpenInput, context: Context): Promise<CasePayload> {
  const { actor, cases, known, projects, newId, stamp } = context;
  const project = requireVisible(
    await projects.get(input.projectId),
    (each) => maySeeProject(actor, each),
    'The project',
  );
  if (!mayOpenCase(actor, project))
    throw new Refusal('FORBIDDEN', 'Cases are opened by the case managers of the project.');
  const person = await known.get(input.personId);
  // A caller does not learn of people who live where the caller does not work.
  const livesIn = person && actor.municipalities.includes(person.municipality) ? person.municipality : undefined;
  const caseId = newId();
  const command = commandOf<OpenCase, Looked>(input, context, { caseId, project, livesIn, actingId: actor.id });
  return {
    case: await changed(context, (decided) =>
      cases.change(caseId, (state) => decided(openCase(state, command)), stamp),
    ),
  };
}
