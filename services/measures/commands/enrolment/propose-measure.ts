import { assertCanEnter } from '../../measure/entry.ts';
import type { Enrolment } from '../../measure/enrolment.ts';
import { currentEnrolment, enrolmentDecision, type Measure, type MeasureDecision } from '../../measure/measure.ts';

export type ProposeMeasure = { enrolmentId: string; personId: string; caseId: string; proposedOn: string };

/** Notes that the measure was proposed to a person; holds no place. An earlier proposal or place stays as it is. */
export function proposeMeasure(
  measure: Measure,
  { enrolmentId: id, personId, caseId, proposedOn }: ProposeMeasure,
): MeasureDecision {
  const current = currentEnrolment(measure, personId);
  if (current && current.status !== 'ENDED') return { state: measure, events: [] };
  assertCanEnter(measure, { current, on: proposedOn });
  const proposal: Enrolment = { id, personId, caseId, status: 'PROPOSED', proposedOn };
  return enrolmentDecision(measure, proposal, (facts) => ({
    type: 'enrolment.proposed',
    data: { ...facts, proposedOn },
  }));
}
