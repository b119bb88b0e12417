import {
  currentEnrolment,
  enrolmentFacts,
  withEnrolment,
  type Enrolment,
  type Measure,
  type MeasureDecision,
} from '../../measure/measure.ts';
import { assertOpen } from './assert-open.ts';

export type ProposeMeasure = { enrolmentId: string; personId: string; caseId: string; proposedOn: string };

/** Records that the measure was proposed to a person; holds no place. A proposal or place that the person already has stays as it is. */
export function proposeMeasure(
  measure: Measure,
  { enrolmentId: id, personId, caseId, proposedOn }: ProposeMeasure,
): MeasureDecision {
  const current = currentEnrolment(measure, personId);
  if (current && current.status !== 'ENDED') return { state: measure, events: [] };
  assertOpen(measure, { current, on: proposedOn });
  const enrolment: Enrolment = { id, personId, caseId, status: 'PROPOSED', proposedOn };
  return {
    state: withEnrolment(measure, enrolment),
    events: [{ type: 'enrolment.proposed', data: { ...enrolmentFacts(measure, enrolment), proposedOn } }],
  };
}
