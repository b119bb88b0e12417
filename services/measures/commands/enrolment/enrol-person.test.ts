import { describe, expect, test } from '@jest/globals';
import type { Enrolment } from '../../measure/enrolment.ts';
import {
  enrolmentOfAda,
  enrolmentOfBen,
  factsOf,
  placeForAda,
  proposalToAda,
  welding,
  weldingWith,
} from '../../measure/measure.fixture.ts';
import { enrolAsAgreed, enrolPerson, type EnrolPerson } from './enrol-person.ts';

const stillLastResort = { longerBecause: 'STILL_LAST_RESORT' } as const;
const hardToPlace = { longerBecause: 'SERIOUS_OBSTACLES' } as const;
const inLaw = { grantedUnder: 'P45_MAT@2012-04-01' };
const agreed = { type: 'enrolment.agreed', data: { ...factsOf(enrolmentOfAda), agreedOn: '2026-08-01' } };

describe('enrolling a person in a measure', () => {
  test('takes a place, and an event says so', () => {
    expect(enrolPerson(welding, placeForAda)).toEqual({
      state: { ...welding, enrolments: [{ ...enrolmentOfAda, ...inLaw }], freePlaces: 1 },
      events: [agreed],
    });
  });

  test('turns an earlier proposal into a place', () => {
    expect(enrolPerson(weldingWith(proposalToAda), { ...placeForAda, enrolmentId: 'e-other' })).toEqual({
      state: { ...welding, enrolments: [{ ...enrolmentOfAda, proposedOn: '2026-07-20', ...inLaw }], freePlaces: 1 },
      events: [agreed],
    });
  });

  test.each([
    ['agreed', enrolmentOfAda],
    ['started', { ...enrolmentOfBen, personId: 'p-ada' }],
  ])('twice changes nothing where the first enrolment is %s', (_, enrolment) => {
    const measure = weldingWith(enrolment);
    expect(enrolPerson(measure, { ...placeForAda, enrolmentId: 'e-2', agreedOn: '2026-12-01' })).toEqual({
      state: measure,
      events: [],
    });
  });

  test('gives whoever withdrew a place again', () => {
    const measure = weldingWith({ ...enrolmentOfAda, status: 'WITHDRAWN' }, enrolmentOfBen);
    expect(enrolPerson(measure, { ...placeForAda, enrolmentId: 'e-2' }).state.freePlaces).toBe(0);
  });

  test.each(['2026-08-01', '2026-09-02', '2026-11-30'])(
    'takes a place on %s where people join as it runs',
    (agreedOn) => {
      expect(enrolPerson({ ...welding, entry: 'ROLLING' }, { ...placeForAda, agreedOn }).state.freePlaces).toBe(1);
    },
  );

  test('lets a person come again to a measure that people join as it runs, under a new enrolment', () => {
    const formerEnrolment: Enrolment = {
      ...enrolmentOfAda,
      status: 'ENDED',
      startedOn: '2026-09-01',
      endedOn: '2026-09-30',
      outcome: 'DISCONTINUED',
    };
    const again = (agreedOn: string) =>
      enrolPerson(
        { ...weldingWith(formerEnrolment), entry: 'ROLLING' },
        { ...placeForAda, enrolmentId: 'e-again', agreedOn },
      );
    expect(again('2026-10-15').state.enrolments).toEqual([
      formerEnrolment,
      { id: 'e-again', personId: 'p-ada', caseId: 'c-ada', status: 'AGREED', agreedOn: '2026-10-15', ...inLaw },
    ]);
    expect(() => again('2026-09-29')).toThrow(expect.objectContaining({ code: 'INVALID_INPUT' }));
  });

  test('gives a place in a measure that is joined when another one is over', () => {
    const anotherMeasure = { ...weldingWith(enrolmentOfAda), id: 'm-2', endsOn: '2026-10-15' };
    const join = (agreedOn: string) =>
      enrolPerson({ ...welding, entry: 'ROLLING' }, { ...placeForAda, agreedOn, measuresOfPerson: [anotherMeasure] });
    expect(join('2026-10-16').state.freePlaces).toBe(1);
    expect(() => join('2026-10-15')).toThrow(expect.objectContaining({ code: 'WEEK_FULL' }));
  });

  test.each([
    ['at another time', { startsOn: '2026-12-01', endsOn: '2026-12-31' }],
    ['that was withdrawn', { enrolments: [{ ...enrolmentOfAda, status: 'WITHDRAWN' as const }] }],
  ])('gives a place beside another measure %s', (_, changes) => {
    const anotherMeasure = { ...weldingWith(enrolmentOfAda), id: 'm-2', ...changes };
    expect(enrolPerson(welding, { ...placeForAda, measuresOfPerson: [anotherMeasure] }).events).toEqual([agreed]);
  });

  test('goes by the law of the day on which the person joins', () => {
    const retraining = { ...welding, instrument: 'P81_FBW', entry: 'ROLLING' as const, startsOn: '2024-12-01' };
    expect(enrolPerson(retraining, { ...placeForAda, agreedOn: '2024-12-31' }).state.freePlaces).toBe(1);
    expect(() => enrolPerson(retraining, { ...placeForAda, agreedOn: '2025-01-01' })).toThrow(
      expect.objectContaining({ code: 'REFER_ONLY' }),
    );
    const bonus = { ...retraining, instrument: 'P16J', startsOn: '2024-01-01' };
    expect(() => enrolPerson(bonus, { ...placeForAda, agreedOn: '2024-04-01' })).toThrow(
      expect.objectContaining({ code: 'INSTRUMENT_NOT_IN_FORCE' }),
    );
  });

  test.each<[string, string, Partial<EnrolPerson>, number | string]>([
    ['takes a place in what is left of 24 months', '2024-09-02', {}, 1],
    ['is refused when they are used up and nobody says why there should be more', '2024-09-01', {}, 'MONTHS_USED_UP'],
    ['takes a place in what is left of 36 months with a reason', '2023-09-02', stillLastResort, 1],
    ['is refused when these are used up', '2023-09-01', stillLastResort, 'MONTHS_USED_UP'],
    ['is refused for a reason that is another law’s', '2024-09-02', hardToPlace, 'INVALID_INPUT'],
  ])('of a work opportunity %s', (_, startedOn, ...[changes, answer]) => {
    const yard = { ...welding, instrument: 'P16D' };
    const placementsOfPerson = [
      { id: 'pl-1', personId: 'p-ada', kind: 'PUBLICLY_FUNDED', fundedBy: ['P16D'], startedOn, endedOn: '2026-08-31' },
    ];
    const enrolled = () => enrolPerson(yard, { ...placeForAda, ...changes, placementsOfPerson }).state.freePlaces;
    if (answer === 1) expect(enrolled()).toBe(answer);
    else expect(enrolled).toThrow(expect.objectContaining({ code: answer }));
  });

  test('counts the months that were recorded of a time before', () => {
    const past = { id: 'past-1', instrument: 'P16D', from: '2024-03-01', to: '2026-02-28', recordedOn: '2026-08-01' };
    const enrolled = () => enrolPerson({ ...welding, instrument: 'P16D' }, { ...placeForAda, pastMeasures: [past] });
    expect(enrolled).toThrow(expect.objectContaining({ code: 'MONTHS_USED_UP' }));
  });

  test('keeps why a person has twelve weeks at an employer', () => {
    const { state } = enrolPerson({ ...welding, instrument: 'P45_MAG' }, { ...placeForAda, ...hardToPlace });
    expect(state.enrolments).toMatchObject([{ longer: { reason: 'SERIOUS_OBSTACLES', grantedOn: '2026-08-01' } }]);
  });

  test.each([
    [
      'is full',
      'MEASURE_FULL',
      { measure: weldingWith(enrolmentOfBen, { ...enrolmentOfBen, id: 'e-cem', personId: 'p-cem' }), changes: {} },
    ],
    ['began before that day', 'MEASURE_STARTED', { measure: welding, changes: { agreedOn: '2026-09-02' } }],
    [
      'runs without an approval on that day',
      'MEASURE_STARTED',
      {
        measure: { ...welding, entry: 'ROLLING' as const, approvedUntil: '2026-10-31' },
        changes: { agreedOn: '2026-11-01' },
      },
    ],
    [
      'is over on that day',
      'MEASURE_ENDED',
      { measure: { ...welding, entry: 'ROLLING' as const }, changes: { agreedOn: '2026-12-01' } },
    ],
    [
      'the person took part in before',
      'ALREADY_ENROLLED',
      { measure: weldingWith({ ...enrolmentOfAda, status: 'ENDED' }), changes: {} },
    ],
    [
      'the person took part in before, and the law limits to weeks',
      'ALREADY_ENROLLED',
      {
        measure: {
          ...weldingWith({ ...enrolmentOfAda, status: 'ENDED', endedOn: '2026-09-30' }),
          entry: 'ROLLING' as const,
          instrument: 'P45_MAG',
        },
        changes: { agreedOn: '2026-10-15' },
      },
    ],
    ['is decided on elsewhere', 'REFER_ONLY', { measure: { ...welding, instrument: 'AUFENTHG43_IK' }, changes: {} }],
  ])('is refused for a measure that %s: %s', (_, code, { measure, changes }) => {
    expect(() => enrolPerson(measure, { ...placeForAda, ...changes })).toThrow(expect.objectContaining({ code }));
  });
});

describe('enrolling a person as a reservation says', () => {
  test.each([
    ['a free place', welding],
    ['an earlier proposal', weldingWith(proposalToAda)],
  ])('enrols the person, with %s', (_, measure) => {
    expect(enrolAsAgreed(measure, placeForAda)).toEqual(enrolPerson(measure, placeForAda));
    expect(enrolAsAgreed(measure, placeForAda)?.events).toHaveLength(1);
  });

  test.each(['AGREED', 'STARTED', 'ENDED', 'WITHDRAWN'] as const)(
    'changes nothing where the enrolment is %s by now',
    (status) => {
      const measure = weldingWith({ ...enrolmentOfAda, status });
      expect(enrolAsAgreed(measure, placeForAda)).toEqual({ state: measure, events: [] });
    },
  );

  test('is left to be asked for again when somebody proposed the measure meanwhile', () => {
    expect(enrolAsAgreed(weldingWith({ ...proposalToAda, id: 'e-other' }), placeForAda)).toBeNull();
  });
});
