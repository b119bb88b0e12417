import { hasDay, later } from '#shared/calendar/days.ts';
import { Refusal } from '#shared/refusal.ts';
import { latestEndOf } from '../../instruments/longest-participation.ts';
import { firstDayOf, holdsPlace, type Enrolment, type Measure } from '../../measure/measure.ts';

/** More than this in a week is no longer one person's week. */
const HOURS_IN_A_WEEK = 40;
/** Five days of six hours. No days of the week are kept: what takes place in the mornings only fits together as long as these hours do. */
const HOURS_IN_A_DAYPART = 30;

/** The time in which somebody has, or would have, a place in a measure. */
type Held = { measure: Measure; from: string; to: string };

/** Whether the person has time for it beside the other measures in which they hold a place. */
export function assertTimeInWeek(
  measure: Measure,
  {
    personId,
    agreedOn,
    measuresOfPerson,
  }: { personId: string; agreedOn: string; measuresOfPerson: readonly Measure[] },
): void {
  const mine = heldIn(measure, { agreedOn });
  const others = measuresOfPerson
    .filter(({ id }) => id !== measure.id)
    .flatMap((other) =>
      other.enrolments
        .filter((enrolment) => enrolment.personId === personId && holdsPlace(enrolment))
        .map((enrolment) => heldIn(other, enrolment)),
    )
    .filter(({ from, to }) => from <= mine.to && mine.from <= to);
  // The week is fullest on a day on which something begins.
  for (const day of others.map(({ from }) => later(from, mine.from)))
    assertWeek(
      mine,
      others.filter((other) => hasDay(other, day)),
    );
}

function heldIn(measure: Measure, enrolment: Pick<Enrolment, 'startedOn' | 'agreedOn'>): Held {
  return { measure, from: firstDayOf(measure, enrolment), to: latestEndOf(measure, enrolment) };
}

function assertWeek({ measure }: Held, others: readonly Held[]): void {
  if (measure.hoursPerWeek + hoursOf(others) > HOURS_IN_A_WEEK) {
    throw new Refusal(
      'WEEK_FULL',
      `This person is in another measure until ${lastOf(others)}; together they are more than ${HOURS_IN_A_WEEK} hours a week.`,
    );
  }
  const inSameDaypart =
    measure.dayparts.length === 1 ? others.filter((other) => other.measure.timetable === measure.timetable) : [];
  if (inSameDaypart.length > 0 && measure.hoursPerWeek + hoursOf(inSameDaypart) > HOURS_IN_A_DAYPART) {
    throw new Refusal(
      'SAME_DAYPART',
      `This person is in another measure at the same time of the day until ${lastOf(inSameDaypart)}; together they are more than ${HOURS_IN_A_DAYPART} hours a week, which is all that one daypart has.`,
    );
  }
}

function hoursOf(held: readonly Held[]): number {
  return held.reduce((hours, { measure }) => hours + measure.hoursPerWeek, 0);
}

function lastOf(held: readonly Held[]): string {
  return held.map(({ to }) => to).reduce(later);
}
