import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { peopleEvents } from '#shared/contracts/people.ts';
import { roles, type Actor, type Role } from '#shared/identity/identity.ts';
import { subgraphUnderTest, type SubgraphUnderTest } from '#tests/support/subgraph.ts';
import { casesService } from './service.ts';

const here = '06431010';
const there = '06431019';
const actor = (id: string, role: Role, municipalities = [here]): Actor => ({ id, role, municipalities });
const miriam = actor('miriam', 'TEAM_LEAD');
const anna = actor('anna', 'CASE_MANAGER');
const ben = actor('ben', 'CASE_MANAGER');
const townHall = actor('rathaus', 'TOWN_HALL');
/** Somebody of each role, at work here. */
const persons: Record<Role, Actor> = {
  CASE_MANAGER: anna,
  TEAM_LEAD: miriam,
  EMPLOYER_SERVICE: actor('eva', 'EMPLOYER_SERVICE'),
  TOWN_HALL: townHall,
  PROVIDER: actor('kurs', 'PROVIDER'),
  OPERATOR: actor('olaf', 'OPERATOR'),
  ANALYST: actor('lenz', 'ANALYST'),
};
/** The roles that have to do with cases, projects and exchange meetings at all. */
const rolesWith: Record<'cases' | 'projects' | 'exchanges', readonly Role[]> = {
  cases: ['CASE_MANAGER', 'TEAM_LEAD'],
  projects: ['CASE_MANAGER', 'TEAM_LEAD', 'EMPLOYER_SERVICE', 'TOWN_HALL', 'ANALYST'],
  exchanges: ['CASE_MANAGER', 'TEAM_LEAD', 'TOWN_HALL'],
};
const insiders = (subject: keyof typeof rolesWith): Actor[] =>
  roles.filter((role) => rolesWith[subject].includes(role)).map((role) => persons[role]);
const outsidersOf = (subject: keyof typeof rolesWith): Actor[] =>
  roles.filter((role) => !rolesWith[subject].includes(role)).map((role) => persons[role]);

/** Who would be of the team by role, and is not. */
const colleagues = [actor('cem', 'CASE_MANAGER'), actor('lead', 'TEAM_LEAD', [there])];
/** Whose role has nothing to do with cases; that they are called like the contact does not help. */
const outsiders = outsidersOf('cases').map(({ role }) => actor('anna', role));
const strangers = [...colleagues, ...outsiders];

const CASE_LISTS = `{
  cases { edges { node { id } } }
  plansDueForReview(before: "2999-01-01") { edges { node { id } } }
  agenda(from: "2020-02-01", to: "2020-03-01") { case { id } }
  waiting(until: "2999-01-01") { edges { node { kind } } }
}`;
const MEETING_LISTS = `{
  exchangeMeetings(filter: { topic: HOUSING, unfinished: true }) { edges { node { id } } }
  none: exchangeMeetings(filter: { topic: CLUBS }) { edges { node { id } } }
  done: exchangeMeetings(filter: { unfinished: false }) { edges { node { id } } }
}`;

type Entities = { _entities: unknown[] };
const codes = (errors: readonly { code: unknown }[]): unknown[] => errors.map(({ code }) => code);

describe('who sees and does what with cases and projects', () => {
  let subgraph: SubgraphUnderTest;
  const ids: Record<string, string> = {};
  beforeAll(async () => {
    subgraph = await subgraphUnderTest('cases', casesService);
    await subgraph.deliver(peopleEvents, {
      subject: 'p-ada',
      type: 'person.registered',
      data: { personId: 'p-ada', municipality: here, registeredOn: '2020-01-02' },
    });
    ids.project = await made(miriam, 'startProject project { id }', {
      municipality: here,
      title: 'Kurze Wege',
      caseManagerIds: ['anna', 'ben'],
      startedOn: '2020-01-01',
    });
    ids.case = await made(anna, 'openCase case { id }', {
      projectId: ids.project,
      personId: 'p-ada',
      contactId: 'anna',
      careTeam: ['anna', 'ben'],
      openedOn: '2020-02-01',
    });
    // Ben works in the project no more, and stays on the team.
    await run(miriam, 'updateProject project { id }', { projectId: ids.project, caseManagerIds: ['anna'] });
    ids.interview = await made(anna, 'inviteToInterview interview { id }', {
      caseId: ids.case,
      scheduledAt: '2020-02-10T08:00:00Z',
      invitedOn: '2020-02-03',
      place: 'TOWN_HALL',
    });
    ids.meeting = await made(townHall, 'holdExchange meeting { id }', {
      projectId: ids.project,
      heldOn: '2020-03-05',
      participants: ['TOWN_HALL'],
      topics: ['HOUSING'],
      items: [{ what: ' Ask ', owner: 'TOWN_HALL', dueOn: '2020-04-05' }],
    });
  });
  afterAll(() => subgraph[Symbol.asyncDispose]());

  const run = async (
    who: Actor,
    mutation: string,
    input: object,
  ): Promise<Record<string, { id?: string; code?: string } | null>> => {
    const [name = '', selection = ''] = mutation.split(/ (.*)/s);
    const type = `${name[0]?.toUpperCase() ?? ''}${name.slice(1)}Input`;
    const { data } = await subgraph
      .as(who)
      .run(`mutation ($input: ${type}!) { ${name}(input: $input) { ${selection} refusal { code } } }`, { input });
    return (data as Record<string, Record<string, { id?: string; code?: string } | null>>)[name] ?? {};
  };
  /** Runs `startProject project { id }` and answers the id. */
  const made = async (who: Actor, mutation: string, input: object): Promise<string> =>
    Object.values(await run(who, mutation, input)).find((made) => made?.id)?.id ?? '';
  const refusalOf = async (who: Actor, name: string, input: object): Promise<unknown> =>
    (await run(who, name, input)).refusal?.code;
  /** Asks for `Case { status }` as the gateway does. */
  const entity = (who: Actor, mention: string, id: string | undefined) => {
    const [__typename = '', selection = ''] = mention.split(/ (.*)/s);
    return subgraph
      .as(who)
      .entity({ __typename, ...(__typename === 'Municipality' ? { ags: id } : { id }) }, selection);
  };

  test.each([anna, ben, miriam])('$id, $role, is shown the case of Ada', async (who) => {
    const { data, errors } = await entity(who, 'Case { status person { id } project { title } }', ids.case);
    expect([data, errors]).toEqual([
      { _entities: [{ status: 'OPEN', person: { id: 'p-ada' }, project: { title: 'Kurze Wege' } }] },
      [],
    ]);
    expect((await entity(who, 'Person { cases { id } openCase { id } }', 'p-ada')).data).toEqual({
      _entities: [{ cases: [{ id: ids.case }], openCase: { id: ids.case } }],
    });
  });

  test.each(strangers)('$id, $role in $municipalities, is told of no case', async (who) => {
    const { data, errors } = await entity(who, 'Case { id status person { id } }', ids.case);
    const code = outsiders.includes(who) ? 'FORBIDDEN' : 'NOT_FOUND';
    expect([(data as Entities)._entities, codes(errors)]).toEqual([[null], [code]]);
    const asked = await subgraph
      .as(who)
      .run('query ($id: ID!) { case(id: $id) { id person { id } } }', { id: ids.case });
    expect([asked.data, codes(asked.errors)]).toEqual([{ case: null }, [code]]);
    // Nor is it told which ids are those of cases.
    expect([
      await entity(who, 'Case { id }', 'c-nobody'),
      await subgraph.as(who).run('query ($id: ID!) { case(id: $id) { id person { id } } }', { id: 'c-nobody' }),
    ]).toEqual([await entity(who, 'Case { id }', ids.case), asked]);
  });

  test.each(colleagues)('$id, $role, finds no case of a person who is looked after by others', async (who) => {
    const { data, errors } = await entity(who, 'Person { cases { id } openCase { id } }', 'p-ada');
    expect([data, errors]).toEqual([{ _entities: [{ cases: [], openCase: null }] }, []]);
    expect((await subgraph.as(who).run(CASE_LISTS)).data).toEqual({
      cases: { edges: [] },
      plansDueForReview: { edges: [] },
      agenda: [],
      waiting: { edges: [] },
    });
  });

  test.each(outsiders)('somebody in the role $role is refused cases in any way', async (who) => {
    const { data, errors } = await entity(who, 'Person { id cases { id } openCase { id } }', 'p-ada');
    expect([data, codes(errors)]).toEqual([
      { _entities: [{ id: 'p-ada', cases: null, openCase: null }] },
      ['FORBIDDEN', 'FORBIDDEN'],
    ]);
    const listed = await subgraph.as(who).run(CASE_LISTS);
    expect([listed.data, codes(listed.errors)]).toEqual([
      { cases: null, plansDueForReview: null, agenda: null, waiting: null },
      ['FORBIDDEN', 'FORBIDDEN', 'FORBIDDEN', 'FORBIDDEN'],
    ]);
  });

  test.each(strangers)('$id, $role, cannot change a case and does not even learn that there is one', async (who) => {
    const of = { caseId: ids.case };
    const interview = { ...of, interviewId: ids.interview };
    const plan = {
      goal: { kind: 'TRAINING', text: 'Care' },
      steps: [{ what: 'Visit', owner: 'PERSON', dueOn: '2999-01-01' }],
    };
    const changes = [
      ['setCareTeam', { ...of, contactId: who.id, careTeam: [who.id] }],
      ['closeCase', { ...of, reason: 'OTHER' }],
      ['reopenCase', of],
      ['inviteToInterview', { ...of, scheduledAt: '2999-01-01T08:00:00Z', place: 'JOB_CENTRE' }],
      ['holdInterview', interview],
      ['missInterview', interview],
      ['excuseInterview', { ...interview, reason: 'OTHER' }],
      ['noteInterview', { ...interview, notes: 'x' }],
      ['assessPotential', { ...of, strengths: [{ code: 'RELIABLE' }], obstacles: [] }],
      ['agreePlan', { ...of, ...plan }],
      ['updatePlan', { ...of, ...plan }],
      ['recordPlanNotAgreed', { ...of, reason: 'OTHER' }],
      ['handOverPlan', of],
      ['setPlanStep', { ...of, stepId: 's', status: 'DONE' }],
      ['reviewPlan', of],
    ] as const;
    for (const [name, input] of changes) expect([name, await refusalOf(who, name, input)]).toEqual([name, 'NOT_FOUND']);
  });

  test('the case managers of a project and its team lead open cases, and nobody else does', async () => {
    const opening = { projectId: ids.project, personId: 'p-nobody', contactId: 'anna', careTeam: ['anna'] };
    for (const who of [anna, miriam]) expect(await refusalOf(who, 'openCase', opening)).toBe('PERSON_UNKNOWN');
    const knowing = outsidersOf('cases').filter((who) => insiders('projects').includes(who));
    for (const who of [ben, ...knowing]) expect(await refusalOf(who, 'openCase', opening)).toBe('FORBIDDEN');
    for (const who of [actor('anna', 'CASE_MANAGER', [there]), ...outsidersOf('projects')])
      expect(await refusalOf(who, 'openCase', opening)).toBe('NOT_FOUND');
  });

  test('the care team is set by the contact and the team lead, not by everybody on it', async () => {
    const team = { caseId: ids.case, contactId: 'anna', careTeam: ['anna', 'ben'] };
    expect(await refusalOf(ben, 'setCareTeam', team)).toBe('FORBIDDEN');
    for (const who of [anna, miriam]) expect(await refusalOf(who, 'setCareTeam', team)).toBeUndefined();
  });

  test('a project is known to all who work for the municipality and changed by its team lead', async () => {
    const change = { projectId: ids.project, title: 'Kurze Wege' };
    for (const who of insiders('projects')) {
      expect((await entity(who, 'Project { title }', ids.project)).data).toEqual({
        _entities: [{ title: 'Kurze Wege' }],
      });
      expect((await entity(who, 'Municipality { projects { edges { node { id } } } }', here)).data).toEqual({
        _entities: [{ projects: { edges: [{ node: { id: ids.project } }] } }],
      });
      expect(await refusalOf(who, 'updateProject', change)).toBe(who === miriam ? undefined : 'FORBIDDEN');
      if (who !== miriam)
        expect(
          await refusalOf(who, 'startProject', { municipality: here, title: 'Mine', caseManagerIds: [who.id] }),
        ).toBe('FORBIDDEN');
    }
    expect(
      await refusalOf(miriam, 'startProject', { municipality: there, title: 'Mine', caseManagerIds: ['anna'] }),
    ).toBe('FORBIDDEN');
  });

  test.each([actor('rathaus', 'TOWN_HALL', [there]), actor('lead', 'TEAM_LEAD', [there]), ...outsidersOf('projects')])(
    '$id, $role in $municipalities, is not shown the project',
    async (who) => {
      const answered = await entity(who, 'Project { title }', ids.project);
      expect([answered.data, codes(answered.errors)]).toEqual([
        { _entities: [null] },
        [who.municipalities.includes(there) ? 'NOT_FOUND' : 'FORBIDDEN'],
      ]);
      expect(await entity(who, 'Project { title }', 'none')).toEqual(answered);
      const listed = await entity(who, 'Municipality { projects { edges { node { id } } } }', here);
      expect(JSON.stringify(listed.data)).not.toContain(ids.project);
      expect(await refusalOf(who, 'endProject', { projectId: ids.project })).toBe('NOT_FOUND');
    },
  );

  test.each(insiders('exchanges'))(
    'somebody in the role $role reads exchange meetings and tells what is done',
    async (who) => {
      expect(
        (await entity(who, 'ExchangeMeeting { topics items { what doneOn } project { id } }', ids.meeting)).data,
      ).toEqual({
        _entities: [{ topics: ['HOUSING'], items: [{ what: 'Ask', doneOn: null }], project: { id: ids.project } }],
      });
      expect((await subgraph.as(who).run(MEETING_LISTS)).data).toEqual({
        exchangeMeetings: { edges: [{ node: { id: ids.meeting } }] },
        none: { edges: [] },
        done: { edges: [] },
      });
      expect(await refusalOf(who, 'completeExchangeItem', { meetingId: ids.meeting, itemId: 'none' })).toBe(
        'NOT_FOUND',
      );
    },
  );

  test.each([actor('rathaus', 'TOWN_HALL', [there]), ...outsidersOf('exchanges')])(
    '$id, $role in $municipalities, is told of no exchange meeting',
    async (who) => {
      const code = who.role === 'TOWN_HALL' ? 'NOT_FOUND' : 'FORBIDDEN';
      const answered = await entity(who, 'ExchangeMeeting { topics }', ids.meeting);
      expect([answered.data, codes(answered.errors)]).toEqual([{ _entities: [null] }, [code]]);
      expect(await entity(who, 'ExchangeMeeting { topics }', 'none')).toEqual(answered);
      expect(
        JSON.stringify((await subgraph.as(who).run('{ exchangeMeetings { edges { node { id } } } }')).data),
      ).not.toContain(ids.meeting);
      for (const projectId of [ids.project, 'none'])
        expect(await refusalOf(who, 'holdExchange', { projectId, participants: [], topics: [], items: [] })).toBe(code);
      expect(await refusalOf(who, 'completeExchangeItem', { meetingId: ids.meeting, itemId: 'none' })).toBe(
        'NOT_FOUND',
      );
    },
  );
});
