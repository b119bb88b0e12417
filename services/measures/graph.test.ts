import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { caseEvents } from '#shared/contracts/cases.ts';
import { daysLater, germanDay } from '#shared/calendar/days.ts';
import type { Actor } from '#shared/identity/identity.ts';
import { subgraphUnderTest, type GraphAnswer, type SubgraphUnderTest } from '#tests/support/subgraph.ts';
import { askers, grossRohrheim, openingOf, weldingOffer } from './graph.fixture.ts';
import { measuresService } from './service.ts';

const { miriam, anna, jonas, bildungswerk, townHall } = askers;

const offering = `mutation ($input: OfferMeasureInput!) {
  offerMeasure(input: $input) { measure { id freePlaces } refusal { code } }
}`;
const enrolling = `mutation ($input: EnrolPersonInput!) {
  enrolPerson(input: $input) { enrolment { id status } measure { freePlaces } refusal { code } }
}`;

describe('the measures subgraph', () => {
  let subgraph: SubgraphUnderTest;
  beforeEach(async () => {
    subgraph = await subgraphUnderTest('measures', measuresService);
  });
  afterEach(() => subgraph[Symbol.asyncDispose]());

  const opened = (personId: string) => subgraph.deliver(caseEvents, openingOf(personId), { times: 2 });
  const offered = async (changes: object = {}): Promise<string> => {
    const { data } = await subgraph.as(miriam).run(offering, { input: { ...weldingOffer, ...changes } });
    return (data as { offerMeasure: { measure: { id: string } } }).offerMeasure.measure.id;
  };
  const enrolled = (actor: Actor, input: object) =>
    subgraph.as(actor).run(enrolling, { input: { agreedOn: '2020-08-01', ...input } });
  const outcomeOf = ({ data }: GraphAnswer): string =>
    (data as { enrolPerson: { refusal: { code: string } | null } }).enrolPerson.refusal?.code ?? 'ENROLLED';
  const refusal = (code: string) => ({
    data: { enrolPerson: { enrolment: null, measure: null, refusal: { code } } },
    errors: [],
  });

  test('gives the last place once, however many want it at once', async () => {
    const measureId = await offered();
    const people = Array.from({ length: 50 }, (_, number) => `p-${number}`);
    for (const person of people) await opened(person);

    const answers = await Promise.all(people.map((personId) => enrolled(anna, { measureId, personId })));
    const outcomes = answers.map(outcomeOf);
    expect([
      outcomes.filter((code) => code === 'ENROLLED').length,
      outcomes.filter((code) => code === 'MEASURE_FULL').length,
    ]).toEqual([1, 49]);
    expect((await subgraph.said()).map(({ type }) => type)).toEqual(['measure.offered', 'enrolment.agreed']);
  });

  test('gives a person one of two measures that take the whole week, however many at once agree them', async () => {
    const measureIds = [await offered({ places: 9 }), await offered({ places: 9 })];
    await opened('p-ada');
    const answers = await Promise.all(
      [...measureIds, ...measureIds].map((measureId) => enrolled(anna, { measureId, personId: 'p-ada' })),
    );
    const outcomes = answers.map(outcomeOf);
    // Each measure was agreed twice: who has it, has it.
    expect(outcomes.toSorted()).toEqual(['ENROLLED', 'ENROLLED', 'WEEK_FULL', 'WEEK_FULL']);
    expect((await subgraph.said()).filter(({ type }) => type === 'enrolment.agreed')).toHaveLength(1);
  });

  test('finds what can still be entered on the day, and lets people join as it runs', async () => {
    const daysFromNow = (days: number): string => daysLater(germanDay(new Date()), days);
    const running = { startsOn: daysFromNow(-60), endsOn: daysFromNow(60), approvedUntil: daysFromNow(90) };
    await offered({ title: 'Of 2020' });
    await offered({ title: 'Running', ...running });
    const rolling = await offered({ title: 'Rolling', ...running, startsOn: daysFromNow(-30), entry: 'ROLLING' });
    await offered({ title: 'Coming', ...running, startsOn: daysFromNow(7) });
    const search = 'query ($filter: MeasureFilter) { measures(filter: $filter) { edges { node { title entry } } } }';
    expect((await subgraph.as(anna).run(search, { filter: { withFreePlaces: true } })).data).toEqual({
      measures: {
        edges: [{ node: { title: 'Rolling', entry: 'ROLLING' } }, { node: { title: 'Coming', entry: 'FIXED' } }],
      },
    });
    expect((await subgraph.as(anna).run(search, { filter: { enterOn: '2020-08-20' } })).data).toMatchObject({
      measures: {
        edges: [
          { node: { title: 'Of 2020' } },
          { node: { title: 'Running' } },
          { node: { title: 'Rolling' } },
          { node: { title: 'Coming' } },
        ],
      },
    });

    await opened('p-ada');
    expect(
      (await enrolled(anna, { measureId: rolling, personId: 'p-ada', agreedOn: daysFromNow(-1) })).data,
    ).toMatchObject({ enrolPerson: { enrolment: { status: 'AGREED' }, refusal: null } });
  });

  test('an enrolment repeated with its key has its effect once', async () => {
    const measureId = await offered({ places: 5 });
    await opened('p-ada');
    const answers = [
      await enrolled(anna, { measureId, personId: 'p-ada', idempotencyKey: 'k' }),
      await enrolled(anna, { measureId, personId: 'p-ada', idempotencyKey: 'k' }),
    ];
    expect(answers[1]).toEqual(answers[0]);
    expect(await enrolled(anna, { measureId, personId: 'p-ben', idempotencyKey: 'k' })).toEqual(
      refusal('CASE_UNKNOWN'),
    );
    expect((await subgraph.said()).length).toBe(2);
  });

  test('enrols only whom the caller looks after', async () => {
    const measureId = await offered();
    await opened('p-ada');
    expect(await enrolled(jonas, { measureId, personId: 'p-ada' })).toEqual(refusal('CASE_UNKNOWN'));
    expect(await enrolled(anna, { measureId, personId: 'p-nobody' })).toEqual(refusal('CASE_UNKNOWN'));
    expect(await enrolled(bildungswerk, { measureId, personId: 'p-ada' })).toEqual(refusal('FORBIDDEN'));
    expect(await enrolled(anna, { measureId: 'm-none', personId: 'p-ada' })).toEqual(refusal('NOT_FOUND'));
    expect(await enrolled(anna, { measureId, personId: 'p-ada', agreedOn: '2999-01-01' })).toEqual(
      refusal('INVALID_INPUT'),
    );
    for (const agreedOn of ['2019-10-09', '2000-01-01'])
      expect(await enrolled(anna, { measureId, personId: 'p-ada', agreedOn })).toEqual(refusal('INVALID_INPUT'));
  });

  test('a closed case enrols nobody, and its team still carries on', async () => {
    const measureId = await offered();
    await opened('p-ada');
    const { data } = await enrolled(anna, { measureId, personId: 'p-ada' });
    const {
      enrolment: { id: enrolmentId },
    } = (data as { enrolPerson: { enrolment: { id: string } } }).enrolPerson;
    await subgraph.deliver(caseEvents, {
      subject: 'c-p-ada',
      type: 'case.closed',
      data: {
        caseId: 'c-p-ada',
        personId: 'p-ada',
        projectId: 'gr',
        municipality: grossRohrheim,
        closedOn: '2020-08-10',
        reason: 'OTHER',
      },
    });

    const withdraw = `mutation ($input: WithdrawEnrolmentInput!) {
      withdrawEnrolment(input: $input) { enrolment { status withdrawalReason } measure { freePlaces } refusal { code } }
    }`;
    const input = { enrolmentId, reason: 'FOUND_WORK', withdrawnOn: '2020-08-11' };
    expect((await subgraph.as(bildungswerk).run(withdraw, { input })).data).toMatchObject({
      withdrawEnrolment: { refusal: { code: 'FORBIDDEN' } },
    });
    expect((await subgraph.as(townHall).run(withdraw, { input })).data).toMatchObject({
      withdrawEnrolment: { refusal: { code: 'NOT_FOUND' } },
    });
    expect((await subgraph.as(anna).run(withdraw, { input })).data).toEqual({
      withdrawEnrolment: {
        enrolment: { status: 'WITHDRAWN', withdrawalReason: 'FOUND_WORK' },
        measure: { freePlaces: 1 },
        refusal: null,
      },
    });
    expect(await enrolled(anna, { measureId, personId: 'p-ada' })).toEqual(refusal('CASE_UNKNOWN'));
  });

  test('the provider sees who comes, starts and ends it', async () => {
    const measureId = await offered({ places: 2 });
    await opened('p-ada');
    await enrolled(anna, { measureId, personId: 'p-ada' });
    const list = `query ($id: ID!) {
      measure(id: $id) { enrolments(status: [AGREED]) { id status person { id } case { id } } }
    }`;
    const { data } = await subgraph.as(bildungswerk).run(list, { id: measureId });
    expect(data).toMatchObject({
      measure: { enrolments: [{ status: 'AGREED', person: { id: 'p-ada' }, case: null }] },
    });

    const {
      measure: {
        enrolments: [enrolment],
      },
    } = data as { measure: { enrolments: { id: string }[] } };
    const start = `mutation ($input: StartEnrolmentInput!) {
      startEnrolment(input: $input) { enrolment { startedOn } refusal { code } }
    }`;
    const end = `mutation ($input: EndEnrolmentInput!) {
      endEnrolment(input: $input) { enrolment { status outcome } measure { freePlaces } refusal { code } }
    }`;
    expect(
      (await subgraph.as(bildungswerk).run(start, { input: { enrolmentId: enrolment?.id, startedOn: '2020-09-01' } }))
        .data,
    ).toEqual({ startEnrolment: { enrolment: { startedOn: '2020-09-01' }, refusal: null } });
    expect(
      (
        await subgraph
          .as(bildungswerk)
          .run(end, { input: { enrolmentId: enrolment?.id, outcome: 'CERTIFIED', endedOn: '2020-11-30' } })
      ).data,
    ).toEqual({
      endEnrolment: { enrolment: { status: 'ENDED', outcome: 'CERTIFIED' }, measure: { freePlaces: 2 }, refusal: null },
    });
  });

  test('referrals are sent and answered by those who look after the person', async () => {
    await opened('p-ada');
    const send = `mutation ($input: SendReferralInput!) {
      sendReferral(input: $input) { referral { id status instrument { decidedBy } case { id } } refusal { code } }
    }`;
    const accept = `mutation ($input: AcceptReferralInput!) {
      acceptReferral(input: $input) { referral { status acceptedOn } refusal { code } }
    }`;
    const input = { personId: 'p-ada', instrument: 'P81_FBW', recipient: 'AGENTUR', sentOn: '2026-01-10' };
    const { data } = await subgraph.as(anna).run(send, { input });
    expect(data).toMatchObject({
      sendReferral: {
        referral: { status: 'SENT', instrument: { decidedBy: 'AA' }, case: { id: 'c-p-ada' } },
        refusal: null,
      },
    });
    const {
      referral: { id: referralId },
    } = (data as { sendReferral: { referral: { id: string } } }).sendReferral;
    expect((await subgraph.as(jonas).run(accept, { input: { referralId } })).data).toEqual({
      acceptReferral: { referral: null, refusal: { code: 'NOT_FOUND' } },
    });
    expect((await subgraph.as(anna).run(accept, { input: { referralId, acceptedOn: '2026-01-20' } })).data).toEqual({
      acceptReferral: { referral: { status: 'ACCEPTED', acceptedOn: '2026-01-20' }, refusal: null },
    });
    const list = `query ($filter: ReferralFilter) {
      referrals(filter: $filter, first: 1) { edges { node { status } } pageInfo { hasNextPage } }
    }`;
    await subgraph.as(anna).run(send, { input: { ...input, sentOn: '2026-02-10' } });
    expect((await subgraph.as(anna).run(list, { filter: { status: ['SENT'] } })).data).toEqual({
      referrals: { edges: [{ node: { status: 'SENT' } }], pageInfo: { hasNextPage: false } },
    });
    expect((await subgraph.as(miriam).run(list)).data).toEqual({
      referrals: { edges: [{ node: { status: 'ACCEPTED' } }], pageInfo: { hasNextPage: true } },
    });
    expect((await subgraph.as(jonas).run(list)).data).toEqual({
      referrals: { edges: [], pageInfo: { hasNextPage: false } },
    });
    for (const actor of [townHall, bildungswerk])
      expect((await subgraph.as(actor).run(list)).errors).toMatchObject([{ code: 'FORBIDDEN', path: 'referrals' }]);
    expect(
      (
        await subgraph
          .as(anna)
          .entity({ __typename: 'Case', id: 'c-p-ada' }, '{ referrals { status } enrolments { id } }')
      ).data,
    ).toEqual({ _entities: [{ referrals: [{ status: 'ACCEPTED' }, { status: 'SENT' }], enrolments: [] }] });
  });
});
