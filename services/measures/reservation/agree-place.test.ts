import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { requireFound } from '#shared/graph/answer.ts';
import { measureEvents } from '#shared/contracts/measures.ts';
import type { Documents, Stamp } from '#shared/documents/documents.ts';
import { sqliteDocuments } from '#shared/documents/sqlite/sqlite.ts';
import { agreePlace, resumeAbandonedAgreements, type Diary } from './agree-place.ts';
import { reservationSchema } from './reservation.schema.ts';
import { withSearchFields, type Measure } from '../measure/measure.ts';
import { measureSchema } from '../measure/measure.schema.ts';
import { reportedPlacements } from '../views/placement.ts';
import { welding } from '../measure/measure.fixture.ts';

const stamp: Stamp = { requestId: 'r-1', at: '2026-08-01T10:00:00.000Z' };
/** Both take most of the week. */
const courses = ['welding', 'wiring'];
const place = (measureId: string, personId: string, attempt = '') => ({
  measureId,
  personId,
  enrolmentId: `e-${measureId}-${personId}${attempt}`,
  caseId: `c-${personId}`,
  agreedOn: '2026-08-01',
});
const powerCut = new Error('power cut');

describe('agreeing places of one person in two measures at the same time', () => {
  let folder: string;
  const replicas: { documents: Documents; diary: Diary }[] = [];
  const replica = (number: number): Diary =>
    requireFound(replicas[number % replicas.length]?.diary ?? null, 'The replica');
  const offered = (id: string, changes: Partial<Measure> = {}) =>
    replica(0).measures.change(
      id,
      () => ({
        state: withSearchFields({ ...welding, id, places: 500, ...changes }),
        events: [
          {
            type: 'measure.offered',
            data: {
              measureId: id,
              providerId: 'bildungswerk',
              instrument: 'P45_MAT',
              municipality: '06431010',
              startsOn: welding.startsOn,
              endsOn: welding.endsOn,
              places: 500,
            },
          },
        ],
      }),
      stamp,
    );
  const placesOf = async (personId: string): Promise<string[]> =>
    (await replica(0).measures.find({ where: { 'enrolments.personId': personId }, first: 10 })).edges
      .filter(({ node }) => node.enrolments.some((one) => one.personId === personId && one.status === 'AGREED'))
      .map(({ node: { id } }) => id);
  const saidOf = async (personId: string): Promise<string[]> =>
    (await replica(0).measures.pendingEvents(100))
      .filter(({ data }) => data.personId === personId)
      .map(({ type, subject }) => `${type} ${subject}`);
  const busyWith = async (personId: string): Promise<string | undefined> =>
    (await replica(0).bookings.get(personId))?.agreeing?.measureId;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'kurze-wege-booking-'));
    for (let number = 0; number < 3; number += 1) {
      const documents = sqliteDocuments(join(folder, 'measures.sqlite'));
      replicas.push({
        documents,
        diary: {
          measures: documents.collection('measures', measureSchema, measureEvents),
          bookings: documents.collection('bookings', reservationSchema),
          placements: reportedPlacements(documents),
        },
      });
    }
    for (const id of courses) await offered(id);
  });
  afterEach(async () => {
    for (const { documents } of replicas.splice(0)) await documents.close();
    await rm(folder, { recursive: true });
  });

  test('gives each person one of them, on however many replicas', async () => {
    const people = Array.from({ length: 20 }, (_, number) => `p-${number}`);
    const asked = people.flatMap((person, number) =>
      courses.map((course, at) => agreePlace(replica(number + at), place(course, person), stamp)),
    );
    const answers = await Promise.allSettled(asked);
    expect(answers.filter(({ status }) => status === 'rejected')).toEqual(
      people.map(() => ({ status: 'rejected', reason: expect.objectContaining({ code: 'WEEK_FULL' }) })),
    );
    expect((await Promise.all(people.map(placesOf))).map(({ length }) => length)).toEqual(people.map(() => 1));
    expect(await Promise.all(people.map(busyWith))).toEqual(people.map(() => undefined));
  });

  test('gives both where the week has room for them', async () => {
    await offered('german', { hoursPerWeek: 10, dayparts: ['AFTERNOON'] });
    await Promise.all(
      ['welding', 'german'].map((course, at) => agreePlace(replica(at), place(course, 'p-ada'), stamp)),
    );
    expect((await placesOf('p-ada')).sort()).toEqual(['german', 'welding']);
  });

  test('a refused one leaves the time free', async () => {
    await offered('full', {
      places: 1,
      enrolments: [{ id: 'e-ben', personId: 'p-ben', caseId: 'c-ben', status: 'AGREED', agreedOn: '2026-08-01' }],
    });
    await expect(agreePlace(replica(0), place('full', 'p-ada'), stamp)).rejects.toMatchObject({ code: 'MEASURE_FULL' });
    await agreePlace(replica(1), place('welding', 'p-ada'), stamp);
    expect(await placesOf('p-ada')).toEqual(['welding']);
  });

  describe('when the process dies in between', () => {
    /** Dies before the measure is written, or before the person's time is free again. */
    const dying = ({ measures, bookings, placements }: Diary, when: 'before' | 'after'): Diary => ({
      placements,
      measures: {
        ...measures,
        change: async (id, decide, by) =>
          when === 'before' ? Promise.reject(powerCut) : measures.change(id, decide, by),
      },
      bookings: {
        ...bookings,
        change: async (id, decide, by) =>
          bookings.change(
            id,
            (booking) => {
              const decision = decide(booking);
              if (when === 'after' && booking?.agreeing && !decision.state.agreeing) throw powerCut;
              return decision;
            },
            by,
          ),
      },
    });
    const dead = (when: 'before' | 'after', personId = 'p-ada') =>
      expect(agreePlace(dying(replica(0), when), place('welding', personId), stamp)).rejects.toBe(powerCut);
    const anHourPasses = (personId: string) =>
      replica(0).bookings.change(
        personId,
        (booking) => {
          const { agreeing, ...free } = requireFound(booking, 'The booking');
          return {
            state: agreeing
              ? {
                  ...free,
                  agreeing: { ...agreeing, since: new Date(Date.parse(agreeing.since) - 3_600_000).toISOString() },
                }
              : free,
            events: [],
          };
        },
        stamp,
      );

    test('nobody is booked twice meanwhile', async () => {
      await dead('before', 'p-ada');
      await dead('after', 'p-ben');
      const people = ['p-ada', 'p-ben'];
      await Promise.all(
        people.map((personId) =>
          expect(agreePlace({ ...replica(1), patienceMs: 50 }, place('wiring', personId), stamp)).rejects.toMatchObject(
            { name: 'Unavailable' },
          ),
        ),
      );
      expect([await Promise.all(people.map(busyWith)), await Promise.all(people.map(placesOf))]).toEqual([
        ['welding', 'welding'],
        [[], ['welding']],
      ]);
    });

    test.each(['before', 'after'] as const)(
      '%s the place was given, the next one carries it out first',
      async (when) => {
        await dead(when);
        await anHourPasses('p-ada');
        await expect(agreePlace(replica(1), place('wiring', 'p-ada'), stamp)).rejects.toMatchObject({
          code: 'WEEK_FULL',
        });
        expect([await placesOf('p-ada'), await saidOf('p-ada'), await busyWith('p-ada')]).toEqual([
          ['welding'],
          ['enrolment.agreed welding'],
          undefined,
        ]);
      },
    );

    test.each(['before', 'after'] as const)('%s the place was given, who asked and asks again has it', async (when) => {
      await dead(when);
      await anHourPasses('p-ada');
      await agreePlace(replica(1), place('welding', 'p-ada'), stamp);
      expect([await placesOf('p-ada'), await saidOf('p-ada'), await busyWith('p-ada')]).toEqual([
        ['welding'],
        ['enrolment.agreed welding'],
        undefined,
      ]);
    });

    test('the service carries out by itself what was left behind, once, and nothing that somebody is at', async () => {
      for (const personId of ['p-ada', 'p-ben', 'p-cem'])
        await dead(personId === 'p-ben' ? 'after' : 'before', personId);
      await anHourPasses('p-ada');
      await anHourPasses('p-ben');
      await Promise.all([0, 1, 2].map((number) => resumeAbandonedAgreements(replica(number))));
      expect(await Promise.all(['p-ada', 'p-ben', 'p-cem'].map(saidOf))).toEqual([
        ['enrolment.agreed welding'],
        ['enrolment.agreed welding'],
        [],
      ]);
      expect(await Promise.all(['p-ada', 'p-ben', 'p-cem'].map(busyWith))).toEqual([undefined, undefined, 'welding']);
    });

    test('what can no longer be agreed is dropped, and the time is free', async () => {
      await dead('before');
      await replica(0).measures.change(
        'welding',
        (measure) => ({
          state: withSearchFields({
            ...requireFound(measure, 'The measure'),
            places: 1,
            enrolments: [{ id: 'e-eva', personId: 'p-eva', caseId: 'c-eva', status: 'AGREED', agreedOn: '2026-08-01' }],
          }),
          events: [
            {
              type: 'measure.updated',
              data: { measureId: 'welding', updatedOn: '2026-08-01', changed: ['PLACES'], places: 1 },
            },
          ],
        }),
        stamp,
      );
      await anHourPasses('p-ada');
      await resumeAbandonedAgreements(replica(2));
      await agreePlace(replica(1), place('wiring', 'p-ada'), stamp);
      expect(await placesOf('p-ada')).toEqual(['wiring']);
    });

    test('an enrolment that was withdrawn since is not begun again', async () => {
      await dead('after');
      await replica(0).measures.change(
        'welding',
        (measure) => {
          const { enrolments, ...rest } = requireFound(measure, 'The measure');
          const data = {
            measureId: 'welding',
            enrolmentId: 'e-welding-p-ada',
            personId: 'p-ada',
            caseId: 'c-p-ada',
            instrument: 'P45_MAT',
            withdrawnOn: '2026-08-01',
            reason: 'FOUND_WORK',
          };
          return {
            state: withSearchFields({ ...rest, enrolments: enrolments.map((one) => ({ ...one, status: 'WITHDRAWN' })) }),
            events: [{ type: 'enrolment.withdrawn', data }],
          };
        },
        stamp,
      );
      await anHourPasses('p-ada');
      await resumeAbandonedAgreements(replica(0));
      expect([await placesOf('p-ada'), await busyWith('p-ada')]).toEqual([[], undefined]);
    });
  });
});
