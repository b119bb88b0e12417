import { currentEnrolment, saidOf, withEnrolment, type Enrolment, type Measure, type MeasureDecision } from '../../measure.ts';
import { assertOpen } from './assert-open.ts';

export type ProposeMeasure = { enrolmentId: string; personId: string; caseId: string; proposedOn: string };

/** Talks it over with a person, without holding a place. Whoever has a proposal or a place already keeps it as it is. */
export function proposeMeasure(measure: Measure, { enrolmentId: id, personId, caseId, proposedOn }: ProposeMeasure): MeasureDecision {
  const current = currentEnrolment(measure, personId);
  if (current && current.status !== 'ENDED') return { state: measure, events: [] };
  assertOpen(measure, { current, on: proposedOn });
  const enrolment: Enrolment = { id, personId, caseId, status: 'PROPOSED', proposedOn };
  return { state: withEnrolment(measure, enrolment), events: [{ type: 'measure.proposed', data: { ...saidOf(measure, enrolment), proposedOn } }] };
}
