import { earlier } from '#shared/calendar/days.ts';
import { assertNotBefore } from '#shared/calendar/fact-day.ts';
import { latestEndOf } from '../../instruments/longest-participation.ts';
import type { Enrolment, EnrolmentOutcome } from '../../measure/enrolment.ts';
import { enrolmentDecision, enrolmentOf, type Measure, type MeasureDecision } from '../../measure/measure.ts';
import { MeasureRefusal } from '../../refusal.ts';

export type EndEnrolment = {
  enrolmentId: string;
  /** If left out: today, or the last day on which the person could take part where that is over. */
  endedOn?: string | undefined;
  today: string;
  outcome: EnrolmentOutcome;
};

/** Ends the time of a person in a measure, with what came of it. The place is free again. */
export function endEnrolment(
  measure: Measure,
  { enrolmentId, endedOn: namedDay, today, outcome }: EndEnrolment,
): MeasureDecision {
  const enrolment = enrolmentOf(measure, enrolmentId);
  if (enrolment.status === 'ENDED' && enrolment.outcome === outcome) return { state: measure, events: [] };
  if (enrolment.status !== 'STARTED')
    throw new MeasureRefusal(
      'WRONG_STATUS',
      'Only what has started, and not ended yet, can end; what was only agreed is withdrawn.',
    );
  const latest = latestEndOf(measure, enrolment);
  const endedOn = namedDay ?? earlier(today, latest);
  assertNotBefore('endedOn', endedOn, enrolment.startedOn);
  if (endedOn > measure.endsOn)
    throw new MeasureRefusal(
      'INVALID_INPUT',
      `must not be after ${measure.endsOn}, the last day of the measure.`,
      'endedOn',
    );
  if (endedOn > latest)
    throw new MeasureRefusal(
      'TOO_LONG',
      `with ${measure.instrument}, the law lets this person take part until ${latest}.`,
      'endedOn',
    );

  const ended: Enrolment = { ...enrolment, status: 'ENDED', endedOn, outcome };
  return enrolmentDecision(measure, ended, (facts) => ({
    type: 'enrolment.ended',
    data: { ...facts, endedOn, outcome },
  }));
}
