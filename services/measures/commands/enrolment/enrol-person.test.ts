import { describe, expect, test } from '@jest/globals';
import type { Enrolment } from '../../measure/measure.ts';
import { enrolPerson } from './enrol-person.ts';
import { enrolmentOfAda, enrolmentOfBen, welding, weldingWith } from '../../measure/measure.fixture.ts';

const forAda = {
  enrolmentId: 'e-ada',
  personId: 'p-ada',
  caseId: 'c-ada',
  agreedOn: '2026-08-01',
  measuresOfPerson: [],
  placementsOfPerson: [],
};
const said = {
  type: 'enrolment.agreed',
  data: {
    measureId: 'm-1',
    enrolmentId: 'e-ada',
    personId: 'p-ada',
    caseId: 'c-ada',
    instrument: 'P45_MAT',
    agreedOn: '2026-08-01',
  },
};

describe('enrolling a person in a measure', () => {
  test('takes a place and says so', () => {
    expect(enrolPerson(welding, forAda)).toEqual({
      state: { ...welding, enrolments: [enrolmentOfAda], freePlaces: 1 },
      events: [said],
    });
  });

  test('turns an earlier proposal into a place', () => {
    const proposal: Enrolment = {
      id: 'e-ada',
      personId: 'p-ada',
      caseId: 'c-ada',
      status: 'PROPOSED',
      proposedOn: '2026-07-20',
    };
    expect(enrolPerson(weldingWith(proposal), { ...forAda, enrolmentId: 'e-other' })).toEqual({
      state: { ...welding, enrolments: [{ ...enrolmentOfAda, proposedOn: '2026-07-20' }], freePlaces: 1 },
      events: [said],
    });
  });

  test.each([enrolmentOfAda, { ...enrolmentOfBen, personId: 'p-ada' }])('twice changes nothing: %j', (enrolment) => {
    const measure = weldingWith(enrolment);
    expect(enrolPerson(measure, { ...forAda, enrolmentId: 'e-2', agreedOn: '2026-12-01' })).toEqual({
      state: measure,
      events: [],
    });
  });

  test('who withdrew takes a place of their own again', () => {
    const measure = weldingWith({ ...enrolmentOfAda, status: 'WITHDRAWN' }, enrolmentOfBen);
    expect(enrolPerson(measure, { ...forAda, enrolmentId: 'e-2' }).state.freePlaces).toBe(0);
  });

  test.each(['2026-08-01', '2026-09-02', '2026-11-30'])(
    'takes a place on %s where people join as it runs',
    (agreedOn) => {
      expect(enrolPerson({ ...welding, entry: 'ROLLING' }, { ...forAda, agreedOn }).state.freePlaces).toBe(1);
    },
  );

  test('comes again to a measure that people join as it runs, under an enrolment of its own', () => {
    const left: Enrolment = {
      ...enrolmentOfAda,
      status: 'ENDED',
      startedOn: '2026-09-01',
      endedOn: '2026-09-30',
      outcome: 'DISCONTINUED',
    };
    const again = (agreedOn: string) =>
      enrolPerson({ ...weldingWith(left), entry: 'ROLLING' }, { ...forAda, enrolmentId: 'e-again', agreedOn });
    expect(again('2026-10-15').state.enrolments).toEqual([
      left,
      { id: 'e-again', personId: 'p-ada', caseId: 'c-ada', status: 'AGREED', agreedOn: '2026-10-15' },
    ]);
    expect(() => again('2026-09-29')).toThrow(expect.objectContaining({ code: 'INVALID_INPUT' }));
  });

  test('has time for a measure that is joined when another one is over', () => {
    const other = { ...weldingWith(enrolmentOfAda), id: 'm-2', endsOn: '2026-10-15' };
    const join = (agreedOn: string) =>
      enrolPerson({ ...welding, entry: 'ROLLING' }, { ...forAda, agreedOn, measuresOfPerson: [other] });
    expect(join('2026-10-16').state.freePlaces).toBe(1);
    expect(() => join('2026-10-15')).toThrow(expect.objectContaining({ code: 'WEEK_FULL' }));
  });

  test.each([
    ['at another time', { startsOn: '2026-12-01', endsOn: '2026-12-31' }],
    ['that was withdrawn', { enrolments: [{ ...enrolmentOfAda, status: 'WITHDRAWN' as const }] }],
  ])('has time for another measure %s', (_, changes) => {
    const other = { ...weldingWith(enrolmentOfAda), id: 'm-2', ...changes };
    expect(enrolPerson(welding, { ...forAda, measuresOfPerson: [other] }).events).toEqual([said]);
  });

  test('goes by the law of the day on which the person joins', () => {
    const retraining = { ...welding, instrument: 'P81_FBW', entry: 'ROLLING' as const, startsOn: '2024-12-01' };
    expect(enrolPerson(retraining, { ...forAda, agreedOn: '2024-12-31' }).state.freePlaces).toBe(1);
    expect(() => enrolPerson(retraining, { ...forAda, agreedOn: '2025-01-01' })).toThrow(
      expect.objectContaining({ code: 'REFER_ONLY' }),
    );
    const bonus = { ...retraining, instrument: 'P16J', startsOn: '2024-01-01' };
    expect(() => enrolPerson(bonus, { ...forAda, agreedOn: '2024-04-01' })).toThrow(
      expect.objectContaining({ code: 'INSTRUMENT_NOT_IN_FORCE' }),
    );
  });

  test.each([
    ['takes a place in what is left of 36 months', '2023-09-18', 1],
    ['is refused when they are used up', '2023-09-17', 'MONTHS_USED_UP'],
  ])('of a work opportunity %s', (_, startedOn, answer) => {
    const yard = { ...welding, instrument: 'P16D' };
    const placementsOfPerson = [
      { id: 'pl-1', personId: 'p-ada', kind: 'PUBLICLY_FUNDED', fundedBy: ['P16D'], startedOn, endedOn: '2026-08-31' },
    ];
    const enrolled = () => enrolPerson(yard, { ...forAda, placementsOfPerson }).state.freePlaces;
    if (answer === 1) expect(enrolled()).toBe(answer);
    else expect(enrolled).toThrow(expect.objectContaining({ code: answer }));
  });

  test.each([
    ['MEASURE_FULL', weldingWith(enrolmentOfBen, { ...enrolmentOfBen, id: 'e-cem', personId: 'p-cem' }), {}],
    ['MEASURE_STARTED', welding, { agreedOn: '2026-09-02' }],
    [
      'MEASURE_STARTED',
      { ...welding, entry: 'ROLLING' as const, approvedUntil: '2026-10-31' },
      { agreedOn: '2026-11-01' },
    ],
    ['MEASURE_ENDED', { ...welding, entry: 'ROLLING' as const }, { agreedOn: '2026-12-01' }],
    ['ALREADY_ENROLLED', weldingWith({ ...enrolmentOfAda, status: 'ENDED' }), {}],
    [
      'ALREADY_ENROLLED',
      {
        ...weldingWith({ ...enrolmentOfAda, status: 'ENDED', endedOn: '2026-09-30' }),
        entry: 'ROLLING' as const,
        instrument: 'P45_MAG',
      },
      { agreedOn: '2026-10-15' },
    ],
    ['REFER_ONLY', { ...welding, instrument: 'AUFENTHG43_IK' }, {}],
  ])('is refused with %s', (code, measure, changes) => {
    expect(() => enrolPerson(measure, { ...forAda, ...changes })).toThrow(expect.objectContaining({ code }));
  });
});
