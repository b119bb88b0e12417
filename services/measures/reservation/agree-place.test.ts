import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { measureEvents } from '#shared/contracts/measures.ts';
import type { Documents, Stamp } from '#shared/documents/documents.ts';
import { sqliteDocuments } from '#shared/documents/sqlite/sqlite.ts';
import { requireFound } from '#shared/graph/answer.ts';
import { welding } from '../measure/measure.fixture.ts';
import { measureSchema } from '../measure/measure.schema.ts';
import { withSearchFields, type Measure } from '../measure/measure.ts';
import { reportedPlacements } from '../views/placement.ts';
import { pastMeasuresOfPersons } from '../past-measure/past-measure.ts';
import { agreePlace, resumeAbandonedAgreements, type AgreementStores } from './agree-place.ts';
import { personReservations } from './reservation.ts';

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
  const replicas: { documents: Documents; stores: AgreementStores }[] = [];
  const replica = (number: number): AgreementStores =>
    requireFound(replicas[number % replicas.length]?.stores ?? null, 'The replica');
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
      .filter(({ node }) =>
        node.enrolments.some((enrolment) => enrolment.personId === personId && enrolment.status === 'AGREED'),
      )
      .map(({ node: { id } }) => id);
  const eventsOf = async (personId: string): Promise<string[]> =>
    (await replica(0).measures.pendingEvents(100))
      .filter(({ data }) => data.personId === personId)
      .map(({ type, subject }) => `${type} ${subject}`);
  const agreeingFor = async (personId: string): Promise<string | undefined> =>
    (await replica(0).reservations.get(personId))?.agreeing?.measureId;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'kurze-wege-reservation-'));
    for (let number = 0; number < 3; number += 1) {
      const documents = sqliteDocuments(join(folder, 'measures.sqlite'));
      replicas.push({
        documents,
        stores: {
          measures: documents.collection('measures', measureSchema, measureEvents),
          reservations: personReservations(documents),
          placements: reportedPlacements(documents),
          pastMeasures: pastMeasuresOfPersons(documents),
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
    expect(await Promise.all(people.map(agreeingFor))).toEqual(people.map(() => undefined));
  });

  test('gives both where the week has room for them', async () => {
    await offered('german', { hoursPerWeek: 10, dayparts: ['AFTERNOON'] });
    await Promise.all(
      ['welding', 'german'].map((course, at) => agreePlace(replica(at), place(course, 'p-ada'), stamp)),
    );
    expect((await placesOf('p-ada')).sort()).toEqual(['german', 'welding']);
  });

  test('leaves the time free where a place is refused', async () => {
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
    const dying = (
      { measures, reservations, ...others }: AgreementStores,
      when: 'before' | 'after',
    ): AgreementStores => ({
      ...others,
      measures: {
        ...measures,
        change: async (id, decide, by) =>
          when === 'before' ? Promise.reject(powerCut) : measures.change(id, decide, by),
      },
      reservations: {
        ...reservations,
        change: async (id, decide, by) =>
          reservations.change(
            id,
            (reservation) => {
              const decision = decide(reservation);
              if (when === 'after' && reservation?.agreeing && !decision.state.agreeing) throw powerCut;
              return decision;
            },
            by,
          ),
      },
    });
    const agreeAndDie = (when: 'before' | 'after', personId = 'p-ada') =>
      expect(agreePlace(dying(replica(0), when), place('welding', personId), stamp)).rejects.toBe(powerCut);
    const anHourPasses = (personId: string) =>
      replica(0).reservations.change(
        personId,
        (reservation) => {
          const { agreeing, ...free } = requireFound(reservation, 'The reservation');
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

    const expectWeldingOnce = async (): Promise<void> =>
      expect([await placesOf('p-ada'), await eventsOf('p-ada'), await agreeingFor('p-ada')]).toEqual([
        ['welding'],
        ['enrolment.agreed welding'],
        undefined,
      ]);

    test('nobody gets a second place meanwhile', async () => {
      await agreeAndDie('before', 'p-ada');
      await agreeAndDie('after', 'p-ben');
      const people = ['p-ada', 'p-ben'];
      await Promise.all(
        people.map((personId) =>
          expect(agreePlace({ ...replica(1), patienceMs: 50 }, place('wiring', personId), stamp)).rejects.toMatchObject(
            { name: 'Unavailable' },
          ),
        ),
      );
      expect([await Promise.all(people.map(agreeingFor)), await Promise.all(people.map(placesOf))]).toEqual([
        ['welding', 'welding'],
        [[], ['welding']],
      ]);
    });

    test.each(['before', 'after'] as const)(
      '%s the place is given, the next request carries it out first',
      async (when) => {
        await agreeAndDie(when);
        await anHourPasses('p-ada');
        await expect(agreePlace(replica(1), place('wiring', 'p-ada'), stamp)).rejects.toMatchObject({
          code: 'WEEK_FULL',
        });
        await expectWeldingOnce();
      },
    );

    test.each(['before', 'after'] as const)(
      '%s the place is given, the same request made again has it',
      async (when) => {
        await agreeAndDie(when);
        await anHourPasses('p-ada');
        await agreePlace(replica(1), place('welding', 'p-ada'), stamp);
        await expectWeldingOnce();
      },
    );

    test('the service resumes abandoned agreements by itself, once, and none that has a holder', async () => {
      for (const personId of ['p-ada', 'p-ben', 'p-cem'])
        await agreeAndDie(personId === 'p-ben' ? 'after' : 'before', personId);
      await anHourPasses('p-ada');
      await anHourPasses('p-ben');
      await Promise.all([0, 1, 2].map((number) => resumeAbandonedAgreements(replica(number))));
      expect(await Promise.all(['p-ada', 'p-ben', 'p-cem'].map(eventsOf))).toEqual([
        ['enrolment.agreed welding'],
        ['enrolment.agreed welding'],
        [],
      ]);
      expect(await Promise.all(['p-ada', 'p-ben', 'p-cem'].map(agreeingFor))).toEqual([
        undefined,
        undefined,
        'welding',
      ]);
    });

    test('an agreement that is no longer possible is dropped, and the time is free', async () => {
      await agreeAndDie('before');
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

    test('an enrolment withdrawn since then is not begun again', async () => {
      await agreeAndDie('after');
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
            state: withSearchFields({
              ...rest,
              enrolments: enrolments.map((enrolment) => ({ ...enrolment, status: 'WITHDRAWN' })),
            }),
            events: [{ type: 'enrolment.withdrawn', data }],
          };
        },
        stamp,
      );
      await anHourPasses('p-ada');
      await resumeAbandonedAgreements(replica(0));
      expect([await placesOf('p-ada'), await agreeingFor('p-ada')]).toEqual([[], undefined]);
    });
  });
});
