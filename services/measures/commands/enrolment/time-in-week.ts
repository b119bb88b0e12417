import { hasDay, later } from '#shared/calendar/days.ts';
import { latestEndOf } from '../../instruments/longest-participation.ts';
import { firstDayOf } from '../../measure/entry.ts';
import { holdsPlace, type Enrolment } from '../../measure/enrolment.ts';
import type { Measure } from '../../measure/measure.ts';
import { MeasureRefusal } from '../../refusal.ts';

/** More than this in a week is no longer one person's week. */
const HOURS_IN_A_WEEK = 40;
/**
 * Five days of six hours. No days of the week are kept: what takes place in the mornings only fits together as long as
 * these hours do.
 */
const HOURS_IN_A_DAYPART = 30;

type Participant = Parameters<typeof latestEndOf>[1];

/** A measure, and the time in which somebody has, or would have, a place in it. */
type Participation = { measure: Measure; from: string; to: string };

/** Refuses a measure for which the week of a person has no room beside the others in which they hold a place. */
export function assertTimeInWeek(
  measure: Measure,
  {
    personId,
    agreedOn,
    longer,
    measuresOfPerson,
  }: Pick<Enrolment, 'personId' | 'longer'> & { agreedOn: string; measuresOfPerson: readonly Measure[] },
): void {
  const wanted = participation(measure, { agreedOn, longer });
  const beside = measuresOfPerson
    .filter(({ id }) => id !== measure.id)
    .flatMap((another) =>
      another.enrolments
        .filter((enrolment) => enrolment.personId === personId && holdsPlace(enrolment))
        .map((enrolment) => participation(another, enrolment)),
    )
    .filter(({ from, to }) => from <= wanted.to && wanted.from <= to);
  // The week is fullest on a day on which something begins.
  for (const day of beside.map(({ from }) => later(from, wanted.from)))
    assertWeek(
      wanted,
      beside.filter((participation) => hasDay(participation, day)),
    );
}

function participation(measure: Measure, enrolment: Participant): Participation {
  return { measure, from: firstDayOf(measure, enrolment), to: latestEndOf(measure, enrolment) };
}

function assertWeek({ measure }: Participation, beside: readonly Participation[]): void {
  if (measure.hoursPerWeek + hoursOf(beside) > HOURS_IN_A_WEEK) {
    throw new MeasureRefusal(
      'WEEK_FULL',
      `This person is in another measure until ${lastDayOf(beside)}; ` +
        `together they are more than ${HOURS_IN_A_WEEK} hours a week.`,
    );
  }
  const inSameDaypart =
    measure.dayparts.length === 1 ? beside.filter(({ measure: { timetable } }) => timetable === measure.timetable) : [];
  if (inSameDaypart.length > 0 && measure.hoursPerWeek + hoursOf(inSameDaypart) > HOURS_IN_A_DAYPART) {
    throw new MeasureRefusal(
      'SAME_DAYPART',
      `This person is in another measure at the same time of the day until ${lastDayOf(inSameDaypart)}; ` +
        `together they are more than ${HOURS_IN_A_DAYPART} hours a week, which is all that one daypart has.`,
    );
  }
}

function hoursOf(participations: readonly Participation[]): number {
  return participations.reduce((hours, { measure }) => hours + measure.hoursPerWeek, 0);
}

function lastDayOf(participations: readonly Participation[]): string {
  return participations.map(({ to }) => to).reduce(later);
}
