import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { caseEvents } from '#shared/contracts/cases.ts';
import { employerEvents } from '#shared/contracts/employers.ts';
import { peopleEvents } from '#shared/contracts/people.ts';
import { germanDay, lastOfMonth } from '#shared/calendar/days.ts';
import type { Actor } from '#shared/identity/identity.ts';
import { at } from '#tests/support/at.ts';
import { subgraphUnderTest, type SubgraphUnderTest } from '#tests/support/subgraph.ts';
import { insightsService } from './service.ts';
import { grossRohrheim } from './event-recorder.fixture.ts';

const miriam: Actor = { id: 'miriam', role: 'TEAM_LEAD', municipalities: [grossRohrheim] };
const mayor: Actor = { id: 'rathaus', role: 'TOWN_HALL', municipalities: [grossRohrheim] };

/** A project from September 2013 on; each talk is with somebody new. */
describe('what a town hall is told of a project', () => {
  let subgraph: SubgraphUnderTest;
  let people: number;
  beforeEach(async () => {
    people = 0;
    subgraph = await subgraphUnderTest('insights', insightsService);
    await subgraph.deliver(caseEvents, {
      subject: 'gr',
      type: 'project.started',
      data: { projectId: 'gr', municipality: grossRohrheim, startedOn: '2013-09-02', caseManagerIds: [] },
    });
  });
  afterEach(() => subgraph[Symbol.asyncDispose]());

  const talks = async (heldOn: string, times: number): Promise<void> => {
    for (let talk = 0; talk < times; talk += 1) {
      people += 1;
      const data = {
        caseId: `c-${people}`,
        personId: `p-${people}`,
        projectId: 'gr',
        municipality: grossRohrheim,
        interviewId: `i-${people}`,
        heldOn,
        place: 'TOWN_HALL',
        first: true,
      };
      await subgraph.deliver(caseEvents, { subject: `c-${people}`, type: 'interview.held', data });
    }
  };
  const unit = async (id: string, endedOn?: string): Promise<void> => {
    const [benefitUnit, subject] = [{ benefitUnitId: id, municipality: grossRohrheim }, id];
    await subgraph.deliver(caseEvents, {
      subject: `c-${id}`,
      type: 'case.opened',
      data: {
        caseId: `c-${id}`,
        personId: `p-${id}`,
        projectId: 'gr',
        municipality: grossRohrheim,
        contactId: 'anna',
        careTeam: [],
        openedOn: '2013-09-09',
      },
    });
    await subgraph.deliver(peopleEvents, {
      subject,
      type: 'benefitUnit.formed',
      data: { ...benefitUnit, formedOn: '2010-01-01', memberIds: [`p-${id}`] },
    });
    await subgraph.deliver(peopleEvents, {
      subject,
      type: 'benefitUnit.benefitStarted',
      data: { ...benefitUnit, startedOn: '2010-01-01' },
    });
    if (endedOn !== undefined) await ended(id, endedOn, 'WORK');
  };
  const ended = (id: string, endedOn: string, reason: string) =>
    subgraph.deliver(peopleEvents, {
      subject: id,
      type: 'benefitUnit.benefitEnded',
      data: { benefitUnitId: id, municipality: grossRohrheim, endedOn, reason, memberIds: [`p-${id}`] },
    });
  const report = async (actor: Actor, [from, to]: [string, string], fields: string) => {
    const { data, errors } = await subgraph
      .as(actor)
      .entity({ __typename: 'Project', id: 'gr' }, `{ report(from: "${from}", to: "${to}") { ${fields} } }`);
    return errors[0]?.code ?? at(data, '_entities.0.report');
  };
  const told = async (from: string, to: string, field = 'talksHeld'): Promise<unknown> =>
    at(await report(mayor, [from, to], `${field} { count }`), `${field}.count`);
  const exact = async (from: string, to: string, field = 'talksHeld'): Promise<unknown> =>
    at(await report(miriam, [from, to], `${field} { count }`), `${field}.count`);

  test('is the same on the next day, whatever was entered in between; the team sees what is there', async () => {
    await talks('2013-09-16', 5);
    await talks('2013-10-07', 5);
    expect(await told('2013-09-01', '2013-10-31')).toBe(10);
    await talks('2013-10-28', 1);
    expect([await told('2013-09-01', '2013-10-31'), await exact('2013-09-01', '2013-10-31')]).toEqual([10, 11]);
    // The one who was late is told together with others, in the first month that was not told yet.
    await talks('2013-11-04', 2);
    expect([await told('2013-09-01', '2013-11-30'), await told('2013-11-01', '2013-11-30')]).toEqual([13, 3]);
  });

  test('is for months that are over, not for a month that goes on, and not until today', async () => {
    const today = germanDay(new Date());
    const begun = `${today.slice(0, 8)}01`;
    for (const to of [today, '9999-12-31', lastOfMonth(today)])
      expect(await report(mayor, [begun, to], 'to')).toBe('INVALID_INPUT');
    expect(await report(miriam, [begun, today], 'to')).toEqual({ to: today });
  });

  test('adds up whatever periods are asked for, and no two of them differ by one or two', async () => {
    await talks('2013-09-16', 4);
    await talks('2013-10-07', 2);
    await talks('2013-11-04', 5);
    expect(await told('2013-09-01', '2013-11-30')).toBe(11);
    await talks('2013-09-30', 1);
    // September is told for the first time, and with the one who was late; what is left for the rest of the autumn
    // fits to that.
    expect([
      await told('2013-09-01', '2013-09-30'),
      await told('2013-10-01', '2013-11-30'),
      await told('2013-09-01', '2013-11-30'),
    ]).toEqual([5, 6, 11]);
    expect([
      await told('2013-09-01', '2013-10-31'),
      await told('2013-10-01', '2013-10-31'),
      await told('2013-11-01', '2013-11-30'),
    ]).toEqual([null, null, null]);
  });

  test('is put right when three were late', async () => {
    await talks('2013-09-16', 5);
    expect(await told('2013-09-01', '2013-10-31')).toBe(5);
    await talks('2013-10-14', 3);
    expect([await told('2013-09-01', '2013-10-31'), await told('2013-10-01', '2013-10-31')]).toEqual([8, 3]);
  });

  test('is put right when three were excused later, not when one was, and no month has less than none', async () => {
    const missed = async (missedOn: string, times: number): Promise<string[]> =>
      Promise.all(
        Array.from({ length: times }, async () => {
          people += 1;
          const [subject, data] = [
            `c-${people}`,
            {
              caseId: `c-${people}`,
              personId: `p-${people}`,
              projectId: 'gr',
              municipality: grossRohrheim,
              interviewId: `i-${people}`,
            },
          ];
          await subgraph.deliver(caseEvents, {
            subject,
            type: 'interview.missed',
            data: { ...data, missedOn, missedInARow: 1 },
          });
          return subject;
        }),
      );
    const excused = async (cases: readonly string[]): Promise<void> => {
      for (const subject of cases) {
        const data = {
          caseId: subject,
          personId: subject.replace('c', 'p'),
          projectId: 'gr',
          municipality: grossRohrheim,
          interviewId: subject.replace('c', 'i'),
        };
        await subgraph.deliver(caseEvents, {
          subject,
          type: 'interview.excused',
          data: { ...data, excusedOn: '2013-12-01', reason: 'FAMILY' },
        });
      }
    };
    const september = await missed('2013-09-16', 8);
    await missed('2013-10-07', 5);
    const months = async () => [
      await told('2013-09-01', '2013-09-30', 'talksMissed'),
      await told('2013-10-01', '2013-10-31', 'talksMissed'),
      await told('2013-11-01', '2013-11-30', 'talksMissed'),
    ];
    expect(await months()).toEqual([8, 5, 0]);
    await excused(september.slice(0, 1));
    expect([await months(), await exact('2013-09-01', '2013-09-30', 'talksMissed')]).toEqual([[8, 5, 0], 7]);
    await excused(september.slice(1, 3));
    expect([await months(), await exact('2013-09-01', '2013-09-30', 'talksMissed')]).toEqual([[5, 5, 0], 5]);
  });

  test('says how many were reached from the beginning on only: one person may have talks in every month', async () => {
    await talks('2013-09-16', 3);
    await talks('2013-10-16', 4);
    expect(
      await report(mayor, ['2013-09-01', '2013-10-31'], 'peopleReached { count byMonth { count suppressed } }'),
    ).toEqual({
      peopleReached: {
        count: 7,
        byMonth: [
          { count: 3, suppressed: false },
          { count: null, suppressed: true },
        ],
      },
    });
    expect([
      await told('2013-10-01', '2013-10-31', 'peopleReached'),
      await exact('2013-10-01', '2013-10-31', 'peopleReached'),
    ]).toEqual([null, 4]);
  });

  test('tells of a part what leaves no one or two for the rest', async () => {
    const placed = (id: string, kind: string) =>
      subgraph.deliver(employerEvents, {
        subject: `pl-${id}`,
        type: 'placement.started',
        data: {
          placementId: `pl-${id}`,
          employerId: 'e-1',
          personId: `p-${id}`,
          caseId: `c-${id}`,
          kind,
          subsidisedBy: [],
          startedOn: '2013-10-01',
        },
      });
    for (const id of ['1', '2', '3', '4']) {
      await unit(id);
      await placed(id, id === '4' ? 'MARGINAL' : 'INSURED_JOB');
    }
    expect(
      await report(mayor, ['2013-09-01', '2013-10-31'], 'placements { count } integrations { count suppressed }'),
    ).toEqual({ placements: { count: 4 }, integrations: { count: null, suppressed: true } });
    for (const id of ['5', '6']) {
      await unit(id);
      await placed(id, 'MARGINAL');
    }
    // The fifth and the sixth are too few to put the placements right; a month later nobody has come, and they are
    // still too few.
    expect(await report(mayor, ['2013-09-01', '2013-11-30'], 'placements { count } integrations { count }')).toEqual({
      placements: { count: null },
      integrations: { count: null },
    });
    expect(await exact('2013-09-01', '2013-10-31', 'integrations')).toBe(3);
  });

  test('counts a unit as without benefit while it lasts, and apart where nobody said why', async () => {
    for (const id of ['u1', 'u2', 'u3', 'u4']) await unit(id, '2014-01-31');
    await unit('u5');
    await ended('u5', '2014-01-31', 'UNKNOWN');
    await subgraph.deliver(peopleEvents, {
      subject: 'u4',
      type: 'benefitUnit.benefitStarted',
      data: { benefitUnitId: 'u4', municipality: grossRohrheim, startedOn: '2014-02-02' },
    });
    const fields =
      'unitsWithoutBenefit { count events { edges { node { id } } } } ' +
      'unitsEndedUnexplained { count events { edges { node { id } } } }';
    const behind = (...ids: string[]) => ({ edges: ids.map((id) => ({ node: { id } })) });
    expect(await report(miriam, ['2013-09-01', '2014-04-30'], fields)).toEqual({
      unitsWithoutBenefit: { count: 3, events: behind('u1.3', 'u2.3', 'u3.3') },
      unitsEndedUnexplained: { count: 1, events: behind('u5.3') },
    });
    expect([
      await exact('2014-01-01', '2014-01-31', 'unitsWithoutBenefit'),
      await told('2013-09-01', '2014-04-30', 'unitsWithoutBenefit'),
      await told('2013-09-01', '2014-04-30', 'unitsEndedUnexplained'),
    ]).toEqual([4, 3, null]);
  });

  test('is one number of recipients for all projects, told when none or three came or went', async () => {
    for (let id = 1; id <= 8; id += 1)
      await unit(`r${id}`, id <= 2 ? '2013-09-15' : id === 3 ? '2013-10-15' : undefined);
    const recipients = 'recipients { count byMonth { count suppressed } }';
    const months = [8, null, 5, 5].map((count) => ({ count, suppressed: count === null }));
    expect(await report(mayor, ['2013-09-01', '2013-12-31'], recipients)).toEqual({
      recipients: { count: 8, byMonth: months },
    });
    await subgraph.deliver(caseEvents, {
      subject: 'gr-2',
      type: 'project.started',
      data: { projectId: 'gr-2', municipality: grossRohrheim, startedOn: '2013-10-01', caseManagerIds: [] },
    });
    const { data } = await subgraph
      .as(mayor)
      .entity(
        { __typename: 'Project', id: 'gr-2' },
        `{ report(from: "2013-10-01", to: "2013-12-31") { recipients { count } } }`,
      );
    expect(at(data, '_entities.0.report.recipients.count')).toBe(null);
  });
});
