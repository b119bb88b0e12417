import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { peopleEvents } from '#shared/contracts/people.ts';
import type { Actor } from '#shared/identity/identity.ts';
import type { GraphAnswer, SubgraphUnderTest } from '#tests/support/subgraph.ts';
import { subgraphUnderTest } from '#tests/support/subgraph.ts';
import { casesService } from './service.ts';

const here = '06431010';
const miriam: Actor = { id: 'miriam', role: 'TEAM_LEAD', municipalities: [here] };
const anna: Actor = { id: 'anna', role: 'CASE_MANAGER', municipalities: [here] };
const ben: Actor = { id: 'ben', role: 'CASE_MANAGER', municipalities: [here] };

/** What a mutation answered, by its name. */
type Payload = Record<string, { id: string } & Record<string, unknown>> & { refusal?: { code: string } };

describe('the cases subgraph', () => {
  let subgraph: SubgraphUnderTest;
  let projectId = '';
  beforeEach(async () => {
    subgraph = await subgraphUnderTest('cases', casesService);
    projectId =
      (
        await does(miriam, 'startProject project { id }', {
          municipality: here,
          title: 'Kurze Wege',
          caseManagerIds: ['anna', 'ben'],
          startedOn: '2020-01-01',
        })
      ).project?.id ?? '';
    for (const [personId, municipality] of [
      ['p-ada', here],
      ['p-cem', here],
      ['p-dora', '06431019'],
    ] as const) {
      await subgraph.deliver(peopleEvents, {
        subject: personId,
        type: 'person.registered',
        data: { personId, municipality, registeredOn: '2020-01-02' },
      });
    }
  });
  afterEach(() => subgraph[Symbol.asyncDispose]());

  const does = async (actor: Actor, mutation: string, input: object): Promise<Payload> => {
    const [name = '', selection = 'case { id }'] = mutation.split(/ (.*)/s);
    const type = `${name[0]?.toUpperCase() ?? ''}${name.slice(1)}Input`;
    const { data, errors } = await subgraph
      .as(actor)
      .run(`mutation ($input: ${type}!) { ${name}(input: $input) { ${selection} refusal { code } } }`, { input });
    expect(errors).toEqual([]);
    return (data as Record<string, Payload>)[name] ?? {};
  };
  const opens = (actor: Actor, input: object = {}) =>
    does(actor, 'openCase', {
      projectId,
      personId: 'p-ada',
      contactId: 'anna',
      careTeam: ['anna'],
      openedOn: '2020-02-01',
      ...input,
    });
  const asks = (actor: Actor, query: string, variables: object = {}): Promise<GraphAnswer> =>
    subgraph.as(actor).run(query, { ...variables });

  test('goes the whole way of a case and says each step, without a word of what was written', async () => {
    const caseId = (await opens(anna)).case?.id;
    const invitation = await does(anna, 'inviteToInterview interview { id status }', {
      caseId,
      scheduledAt: '2020-02-10T08:00:00Z',
      invitedOn: '2020-02-03',
      place: 'TOWN_HALL',
      placeReason: null,
    });
    expect(invitation.interview).toMatchObject({ status: 'INVITED' });
    const interviewId = invitation.interview?.id;
    await does(anna, 'holdInterview', { caseId, interviewId, heldOn: '2020-02-10', notes: ' SECRET words ' });
    const noted = await does(anna, 'noteInterview interview { status heldOn notes }', {
      caseId,
      interviewId,
      notes: 'SECRET and better words',
    });
    expect(noted.interview).toEqual({ status: 'HELD', heldOn: '2020-02-10', notes: 'SECRET and better words' });
    await does(anna, 'assessPotential', {
      caseId,
      assessedOn: '2020-02-10',
      strengths: [{ code: 'RELIABLE', note: 'SECRET' }],
      obstacles: [{ code: 'DEBT', note: null }],
    });
    const agreed = await does(anna, 'agreePlan case { plan { current { steps { id } } } }', {
      caseId,
      agreedOn: '2020-02-10',
      goal: { kind: 'INSURED_WORK', text: 'SECRET' },
      steps: [{ what: 'SECRET', owner: 'PERSON', dueOn: '2020-03-01' }],
    });
    const [step] = (agreed.case as unknown as { plan: { current: { steps: { id: string }[] } } }).plan.current.steps;
    await does(anna, 'handOverPlan', { caseId, handedOverOn: '2020-02-11' });
    await does(anna, 'setPlanStep', { caseId, stepId: step?.id, status: 'DONE', changedOn: '2020-02-20' });
    const updated = await does(
      anna,
      `updatePlan case {
        missedInARow
        plan { reviewDueOn handedOverOn current { version steps { status } } versions { version handedOverOn } }
      }`,
      {
        caseId,
        updatedOn: '2020-03-01',
        goal: { kind: 'INSURED_WORK', text: 'SECRET' },
        steps: [
          { id: step?.id, what: 'SECRET', owner: 'PERSON', dueOn: '2020-03-01' },
          { what: 'SECRET too', owner: 'JOB_CENTRE', dueOn: '2020-04-01' },
        ],
      },
    );
    expect(updated.case).toEqual({
      missedInARow: 0,
      plan: {
        reviewDueOn: '2020-09-01',
        handedOverOn: null,
        current: { version: 2, steps: [{ status: 'DONE' }, { status: 'OPEN' }] },
        versions: [
          { version: 1, handedOverOn: '2020-02-11' },
          { version: 2, handedOverOn: null },
        ],
      },
    });
    await does(anna, 'reviewPlan', { caseId, reviewedOn: '2020-09-02' });
    expect(
      (
        await does(anna, 'closeCase case { status openedOn closedOn history { status on reason } }', {
          caseId,
          closedOn: '2020-10-01',
          reason: 'INTEGRATED',
        })
      ).case,
    ).toEqual({
      status: 'CLOSED',
      openedOn: '2020-02-01',
      closedOn: '2020-10-01',
      history: [
        { status: 'OPEN', on: '2020-02-01', reason: null },
        { status: 'CLOSED', on: '2020-10-01', reason: 'INTEGRATED' },
      ],
    });
    expect(
      (await does(anna, 'reopenCase case { status closedOn }', { caseId, reopenedOn: '2020-11-01' })).case,
    ).toEqual({ status: 'OPEN', closedOn: null });

    const said = await subgraph.said();
    expect(said.filter(({ subject }) => subject === caseId).map(({ type }) => type)).toEqual([
      'case.opened',
      'interview.invited',
      'interview.held',
      'interview.noted',
      'potential.assessed',
      'plan.agreed',
      'plan.handedOver',
      'plan.stepChanged',
      'plan.updated',
      'plan.reviewed',
      'case.closed',
      'case.reopened',
    ]);
    for (const { data } of said) expect(data).toMatchObject({ projectId, municipality: here });
    expect(JSON.stringify(said)).not.toMatch(/SECRET|DEBT/);
  });

  test('keeps open cases to one per person, however many open one at once', async () => {
    const answers = await Promise.all(Array.from({ length: 20 }, () => opens(anna)));
    expect(answers.filter((payload) => payload.case).length).toBe(1);
    expect(answers.flatMap(({ refusal }) => refusal?.code ?? [])).toEqual(
      Array.from({ length: 19 }, () => 'CASE_ALREADY_OPEN'),
    );
    expect((await opens(anna, { personId: 'p-cem' })).case).toMatchObject({});
  });

  test('does not reopen a case beside another open one', async () => {
    const caseId = (await opens(anna)).case?.id;
    await does(anna, 'closeCase', { caseId, reason: 'MOVED_AWAY' });
    await opens(anna);
    expect(await does(anna, 'reopenCase', { caseId })).toEqual({ case: null, refusal: { code: 'CASE_ALREADY_OPEN' } });
  });

  test.each([
    ['for somebody of whom nothing is known', 'PERSON_UNKNOWN', { personId: 'p-nobody' }],
    ['for somebody who lives elsewhere', 'PERSON_UNKNOWN', { personId: 'p-dora' }],
    ['with a contact who is not on the team', 'CONTACT_NOT_ON_CARE_TEAM', { careTeam: ['ben'] }],
    ['for a day to come', 'INVALID_INPUT', { openedOn: '2999-01-01' }],
    ['in a project that is none', 'NOT_FOUND', { projectId: 'no-project' }],
  ])('refuses to open a case %s, with %s', async (_, code, input) => {
    expect(await opens(anna, input)).toEqual({ case: null, refusal: { code } });
  });

  test('that a person lives elsewhere is told to who works there too, and to nobody else', async () => {
    const dora = { personId: 'p-dora' };
    expect(await opens({ ...anna, municipalities: [here, '06431019'] }, dora)).toEqual({
      case: null,
      refusal: { code: 'PERSON_OF_ANOTHER_MUNICIPALITY' },
    });
    expect(await opens(anna, dora)).toEqual(await opens(anna, { personId: 'p-nobody' }));
  });

  test('a case opened twice with one key is one case, which the key does not show to who left the team', async () => {
    const first = await opens(ben, { idempotencyKey: 'k' });
    // Who is not on the team sees the case once, in the answer to having opened it.
    expect(first).toEqual({ case: { id: expect.any(String) }, refusal: null });
    expect(await opens(ben, { idempotencyKey: 'k' })).toEqual({ case: null, refusal: null });
    const team = { careTeam: ['anna', 'ben'], idempotencyKey: 'k2', personId: 'p-cem' };
    const second = await opens(ben, team);
    expect(await opens(ben, team)).toEqual(second);
    await does(miriam, 'setCareTeam', { caseId: second.case?.id, contactId: 'anna', careTeam: ['anna'] });
    expect(await opens(ben, team)).toEqual({ case: null, refusal: null });
    expect((await subgraph.said()).filter(({ type }) => type === 'case.opened').length).toBe(2);
  });

  test('who leaves the care team is shown the case once more, and a typing error leaves nobody outside', async () => {
    const caseId = (await opens(anna)).case?.id;
    const sets = (contactId: string) =>
      does(anna, 'setCareTeam case { id careTeam }', { caseId, contactId, careTeam: [contactId] });
    expect(await sets('ana')).toEqual({ case: null, refusal: { code: 'UNKNOWN_CASE_MANAGER' } });
    expect(await sets('ben')).toEqual({ case: { id: caseId, careTeam: ['ben'] }, refusal: null });
    expect(await sets('anna')).toEqual({ case: null, refusal: { code: 'NOT_FOUND' } });
    expect(await opens(anna, { personId: 'p-cem', careTeam: ['anna', 'ghost'] })).toEqual({
      case: null,
      refusal: { code: 'UNKNOWN_CASE_MANAGER' },
    });
  });

  test('shows a case manager what waits, and a team lead what waits for the case manager', async () => {
    const caseId = (await opens(anna)).case?.id;
    await does(anna, 'inviteToInterview', {
      caseId,
      scheduledAt: '2020-03-10T08:00:00Z',
      invitedOn: '2020-02-03',
      place: 'PHONE',
    });
    await does(anna, 'agreePlan', {
      caseId,
      agreedOn: '2020-02-10',
      goal: { kind: 'TRAINING', text: 'Care' },
      steps: [{ what: 'Visit the home', owner: 'PERSON', dueOn: '2020-03-10' }],
    });
    const agenda = (from: string, to: string, caseManagerId?: string) => {
      const whose = caseManagerId === undefined ? '' : `, caseManagerId: "${caseManagerId}"`;
      return `{
        agenda(from: "${from}", to: "${to}"${whose}) { kind on at case { id } interview { place } step { what } }
      }`;
    };
    const waits = [
      {
        kind: 'STEP',
        on: '2020-03-10',
        at: null,
        case: { id: caseId },
        interview: null,
        step: { what: 'Visit the home' },
      },
      {
        kind: 'INTERVIEW',
        on: '2020-03-10',
        at: '2020-03-10T08:00:00Z',
        case: { id: caseId },
        interview: { place: 'PHONE' },
        step: null,
      },
      { kind: 'REVIEW', on: '2020-08-10', at: null, case: { id: caseId }, interview: null, step: null },
    ];
    expect((await asks(anna, agenda('2020-03-10', '2020-08-10'))).data).toEqual({ agenda: waits });
    expect((await asks(miriam, agenda('2020-03-11', '2020-08-10', 'anna'))).data).toEqual({ agenda: [waits[2]] });
    expect((await asks(miriam, agenda('2020-03-10', '2020-08-10'))).data).toEqual({ agenda: [] });
    expect((await asks(ben, agenda('2020-03-10', '2020-08-10', 'anna'))).errors).toMatchObject([{ code: 'FORBIDDEN' }]);
    expect((await asks(anna, agenda('2020-03-10', '2021-08-10'))).errors).toMatchObject([{ code: 'INVALID_INPUT' }]);
  });

  test('lists what was left undone, page by page, and who was not invited yet', async () => {
    const ada = (await opens(anna)).case?.id;
    const cem = (await opens(anna, { personId: 'p-cem', careTeam: ['anna', 'ben'] })).case?.id;
    await does(anna, 'inviteToInterview', {
      caseId: ada,
      scheduledAt: '2020-03-10T08:00:00Z',
      invitedOn: '2020-02-03',
      place: 'PHONE',
    });
    await does(anna, 'agreePlan', {
      caseId: ada,
      agreedOn: '2020-02-10',
      goal: { kind: 'TRAINING', text: 'Care' },
      steps: [
        { what: 'Visit', owner: 'PERSON', dueOn: '2020-03-10' },
        { what: 'Call', owner: 'PERSON', dueOn: '2020-04-10' },
      ],
    });
    const waits = async (actor: Actor, more = ''): Promise<{ kinds: string[]; endCursor: string | null }> => {
      const { data } = await asks(
        actor,
        `{ waiting(until: "2020-08-10"${more}) { edges { node { kind on } } pageInfo { hasNextPage endCursor } } }`,
      );
      const { edges, pageInfo } = (
        data as {
          waiting: {
            edges: { node: { kind: string; on: string } }[];
            pageInfo: { hasNextPage: boolean; endCursor: string | null };
          };
        }
      ).waiting;
      return {
        kinds: edges.map(({ node: { kind, on } }) => `${kind} ${on}`),
        endCursor: pageInfo.hasNextPage ? pageInfo.endCursor : null,
      };
    };
    const first = await waits(anna, ', first: 2');
    expect(first).toEqual({ kinds: ['STEP 2020-03-10', 'INTERVIEW 2020-03-10'], endCursor: expect.any(String) });
    expect(await waits(anna, `, first: 2, after: "${first.endCursor ?? ''}"`)).toEqual({
      kinds: ['STEP 2020-04-10', 'REVIEW 2020-08-10'],
      endCursor: null,
    });
    expect(
      (await waits(miriam, ', kinds: [INTERVIEW], municipality: "06431010", caseManagerId: "anna"')).kinds,
    ).toEqual(['INTERVIEW 2020-03-10']);
    expect([
      (await waits(miriam)).kinds.length,
      (await waits(ben)).kinds,
      (await waits(miriam, ', municipality: "06431019"')).kinds,
    ]).toEqual([4, [], []]);
    expect(
      (await asks(ben, '{ waiting(until: "2020-08-10", caseManagerId: "anna") { edges { cursor } } }')).errors,
    ).toMatchObject([{ code: 'FORBIDDEN' }]);
    expect(
      (await asks(miriam, '{ cases(filter: { withoutInterview: true }) { edges { node { id } } } }')).data,
    ).toEqual({ cases: { edges: [{ node: { id: cem } }] } });
    expect(
      (await asks(miriam, '{ cases(filter: { withoutInterview: false }) { edges { node { id } } } }')).data,
    ).toEqual({ cases: { edges: [{ node: { id: ada } }] } });
  });

  test('finds cases and plans by what a screen asks for', async () => {
    const ada = (await opens(anna)).case?.id;
    const cem = (await opens(anna, { personId: 'p-cem', careTeam: ['anna', 'ben'], openedOn: '2020-03-01' })).case?.id;
    await does(anna, 'agreePlan', {
      caseId: ada,
      agreedOn: '2020-02-10',
      goal: { kind: 'TRAINING', text: 'Care' },
      steps: [{ what: 'Visit', owner: 'PERSON', dueOn: '2020-03-10' }],
    });
    await does(anna, 'closeCase', { caseId: cem, closedOn: '2020-04-01', reason: 'OTHER' });
    const listed = async (actor: Actor, filter: object, sort = 'OPENED_ON'): Promise<unknown> => {
      const { data } = await asks(
        actor,
        `query ($filter: CaseFilter, $sort: CaseSort!) {
          cases(filter: $filter, sort: $sort) { edges { node { id } } }
        }`,
        { filter, sort },
      );
      return (data as { cases: { edges: { node: { id: string } }[] } }).cases.edges.map(({ node }) => node.id);
    };
    expect(await listed(miriam, {})).toEqual([cem, ada]);
    expect(await listed(miriam, { mine: true })).toEqual([]);
    expect(await listed(ben, { mine: true })).toEqual([cem]);
    expect([await listed(miriam, { mine: false }), await listed(ben, { mine: false })]).toEqual([[cem, ada], []]);
    expect(
      await listed(anna, { status: 'OPEN', municipality: here, projectId, contactId: 'anna' }, 'REVIEW_DUE'),
    ).toEqual([ada]);
    expect(await listed(anna, { status: 'CLOSED' })).toEqual([cem]);
    expect(await listed(miriam, { municipality: '06431019' })).toEqual([]);
    expect(
      (await asks(anna, '{ plansDueForReview(before: "2020-08-11") { edges { node { id plan { reviewDueOn } } } } }'))
        .data,
    ).toEqual({ plansDueForReview: { edges: [{ node: { id: ada, plan: { reviewDueOn: '2020-08-10' } } }] } });
    expect((await asks(anna, '{ plansDueForReview(before: "2020-08-10") { edges { node { id } } } }')).data).toEqual({
      plansDueForReview: { edges: [] },
    });
  });
});
