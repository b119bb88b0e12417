import { describe, expect, test } from '@jest/globals';
import { enrolmentOfAda, factsOf, proposalToAda, welding, weldingWith } from '../../measure/measure.fixture.ts';
import { proposeMeasure } from './propose-measure.ts';

const toAda = { enrolmentId: 'e-ada', personId: 'p-ada', caseId: 'c-ada', proposedOn: '2026-07-20' };
describe('proposing a measure to a person', () => {
  test('is noted and holds no place, and an event says so', () => {
    expect(proposeMeasure(welding, toAda)).toEqual({
      state: { ...welding, enrolments: [proposalToAda], freePlaces: 2 },
      events: [{ type: 'enrolment.proposed', data: { ...factsOf(proposalToAda), proposedOn: '2026-07-20' } }],
    });
  });

  test.each([
    ['a proposal', proposalToAda],
    ['a place', enrolmentOfAda],
  ])('changes nothing for a person who has %s', (_, enrolment) => {
    const measure = weldingWith(enrolment);
    expect(proposeMeasure(measure, { ...toAda, enrolmentId: 'e-2' })).toEqual({ state: measure, events: [] });
  });

  test('may come again after a withdrawal', () => {
    const measure = weldingWith({ ...enrolmentOfAda, status: 'WITHDRAWN' });
    expect(
      proposeMeasure(measure, { ...toAda, enrolmentId: 'e-2' }).state.enrolments.map(({ id, status }) => [id, status]),
    ).toEqual([
      ['e-ada', 'WITHDRAWN'],
      ['e-2', 'PROPOSED'],
    ]);
  });

  test.each([
    ['that has begun', 'MEASURE_STARTED', { measure: welding, proposal: { ...toAda, proposedOn: '2026-09-02' } }],
    [
      'the person took part in',
      'ALREADY_ENROLLED',
      { measure: weldingWith({ ...enrolmentOfAda, status: 'ENDED' }), proposal: toAda },
    ],
    ['that is decided on elsewhere', 'REFER_ONLY', { measure: { ...welding, instrument: 'P81_FBW' }, proposal: toAda }],
  ])('is refused for a measure %s: %s', (_, code, { measure, proposal }) => {
    expect(() => proposeMeasure(measure, proposal)).toThrow(expect.objectContaining({ code }));
  });
});
