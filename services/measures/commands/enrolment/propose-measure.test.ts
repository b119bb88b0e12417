import { describe, expect, test } from '@jest/globals';
import type { Enrolment } from '../../measure/measure.ts';
import { proposeMeasure } from './propose-measure.ts';
import { enrolmentOfAda, welding, weldingWith } from '../../measure/measure.fixture.ts';

const toAda = { enrolmentId: 'e-ada', personId: 'p-ada', caseId: 'c-ada', proposedOn: '2026-07-20' };
const proposed: Enrolment = {
  id: 'e-ada',
  personId: 'p-ada',
  caseId: 'c-ada',
  status: 'PROPOSED',
  proposedOn: '2026-07-20',
};

describe('proposing a measure to a person', () => {
  test('is noted, holds no place, and is said', () => {
    expect(proposeMeasure(welding, toAda)).toEqual({
      state: { ...welding, enrolments: [proposed], freePlaces: 2 },
      events: [
        {
          type: 'enrolment.proposed',
          data: {
            measureId: 'm-1',
            enrolmentId: 'e-ada',
            personId: 'p-ada',
            caseId: 'c-ada',
            instrument: 'P45_MAT',
            proposedOn: '2026-07-20',
          },
        },
      ],
    });
  });

  test.each([proposed, enrolmentOfAda])('changes nothing for who has a proposal or a place: %j', (enrolment) => {
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
    ['MEASURE_STARTED', welding, { ...toAda, proposedOn: '2026-09-02' }],
    ['ALREADY_ENROLLED', weldingWith({ ...enrolmentOfAda, status: 'ENDED' }), toAda],
    ['REFER_ONLY', { ...welding, instrument: 'P81_FBW' }, toAda],
  ])('is refused with %s', (code, measure, proposal) => {
    expect(() => proposeMeasure(measure, proposal)).toThrow(expect.objectContaining({ code }));
  });
});
