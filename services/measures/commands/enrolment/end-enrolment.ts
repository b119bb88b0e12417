import { earlier } from '#shared/calendar/days.ts';
import { assertNotBefore } from '#shared/calendar/fact-day.ts';
import { Refusal } from '#shared/refusal.ts';
import { latestEndOf } from '../../instruments/longest-participation.ts';
import {
  enrolmentOf,
  enrolmentFacts,
  withEnrolment,
  type Enrolment,
  type EnrolmentOutcome,
  type Measure,
  type MeasureDecision,
} from '../../measure/measure.ts';

export type EndEnrolment = {
  enrolmentId: string;
  /** Without it: today, or the last day on which the person could take part if that is over. */
  endedOn?: string | undefined;
  today: string;
  outcome: EnrolmentOutcome;
};

/** The person has finished or left, with what came of it. The place is free again. */
export function endEnrolment(
  measure: Measure,
  { enrolmentId, endedOn: given, today, outcome }: EndEnrolment,
): MeasureDecision {
  const enrolment = enrolmentOf(measure, enrolmentId);
  if (enrolment.status === 'ENDED' && enrolment.outcome === outcome) return { state: measure, events: [] };
  if (enrolment.status !== 'STARTED')
    throw new Refusal(
      'WRONG_STATUS',
      'Only what has started, and not ended yet, can end; what was only agreed is withdrawn.',
    );
  const latest = latestEndOf(measure, enrolment);
  const endedOn = given ?? earlier(today, latest);
  assertNotBefore('endedOn', endedOn, enrolment.startedOn);
  if (endedOn > measure.endsOn)
    throw new Refusal('INVALID_INPUT', `endedOn: must not be after ${measure.endsOn}, the last day of the measure.`);
  if (endedOn > latest)
    throw new Refusal(
      'TOO_LONG',
      `endedOn: with ${measure.instrument}, the law lets this person take part until ${latest}.`,
    );

  const ended: Enrolment = { ...enrolment, status: 'ENDED', endedOn, outcome };
  return {
    state: withEnrolment(measure, ended),
    events: [{ type: 'enrolment.ended', data: { ...enrolmentFacts(measure, ended), endedOn, outcome } }],
  };
}
