import { dayparts, type Daypart } from '#shared/codes/dayparts.ts';
import type { MeasureEvent } from '#shared/contracts/measures.ts';
import type { Decision } from '#shared/documents/documents.ts';
import { redactInstrument } from '#shared/funding/redact.ts';
import { MeasureRefusal } from '../refusal.ts';
import { holdsPlace, type Enrolment } from './enrolment.ts';

export const measureEntries = ['FIXED', 'ROLLING'] as const;
/**
 * FIXED: nobody joins after the first day. ROLLING: people join as long as it runs, as is usual for §§ 16d, 16k SGB II
 * and § 45 SGB III.
 */
export type MeasureEntry = (typeof measureEntries)[number];

/** A course, placement or coaching that helps people back into work, with its places and everybody who ever had one. */
export type Measure = {
  id: string;
  provider: { id: string; name: string };
  instrument: string;
  title: string;
  /** AGS of the municipality of the measure; absent outside the district, where `place` alone says where it is. */
  municipality?: string | undefined;
  place: { postcode: string; town: string };
  startsOn: string;
  endsOn: string;
  /** Measures of the time before this was asked have fixed entry. */
  entry?: MeasureEntry | undefined;
  hoursPerWeek: number;
  dayparts: Daypart[];
  childcareOffered: boolean;
  places: number;
  /** Last day of the approval (AZAV), where the instrument needs one. */
  approvedUntil?: string | undefined;
  enrolments: Enrolment[];
  /** Kept with every change, so that a search can ask for them. */
  freePlaces: number;
  /** The dayparts in one word, so that a search can ask for measures that need no others. */
  timetable: string;
};

export type MeasureDecision = Decision<Measure, MeasureEvent>;

export function placesTaken({ enrolments }: Pick<Measure, 'enrolments'>): number {
  return enrolments.filter(holdsPlace).length;
}

/** Works out the fields that searches use. */
export function withSearchFields(measure: Omit<Measure, 'freePlaces' | 'timetable'>): Measure {
  return { ...measure, freePlaces: measure.places - placesTaken(measure), timetable: timetableOf(measure.dayparts) };
}

/** Returns the dayparts as one word, always in the same order. */
export function timetableOf(needed: readonly Daypart[]): string {
  return dayparts.filter((daypart) => needed.includes(daypart)).join('+');
}

/** Returns the measure with this enrolment in place of the one with the same id, or added. */
function withEnrolment(measure: Measure, changed: Enrolment): Measure {
  const isNew = measure.enrolments.every(({ id }) => id !== changed.id);
  return withSearchFields({
    ...measure,
    enrolments: isNew
      ? [...measure.enrolments, changed]
      : measure.enrolments.map((enrolment) => (enrolment.id === changed.id ? changed : enrolment)),
  });
}

/** Returns the enrolment of a person that counts: whoever withdrew may come again. */
export function currentEnrolment({ enrolments }: Measure, personId: string): Enrolment | undefined {
  return enrolments.findLast((enrolment) => enrolment.personId === personId && enrolment.status !== 'WITHDRAWN');
}

export function enrolmentOf({ enrolments }: Measure, enrolmentId: string): Enrolment {
  const enrolment = enrolments.find(({ id }) => id === enrolmentId);
  if (!enrolment) throw new MeasureRefusal('NOT_FOUND', 'The enrolment was not found.');
  return enrolment;
}

/** The data that every event about an enrolment has. */
type EnrolmentFacts = { measureId: string; enrolmentId: string; personId: string; caseId: string; instrument: string };

/**
 * Returns the decision that puts a new or changed enrolment into its measure. `event` is made from facts that every
 * event about an enrolment says, without an instrument that would tell of health or debts.
 */
export function enrolmentDecision(
  measure: Measure,
  enrolment: Enrolment,
  event: (facts: EnrolmentFacts) => MeasureEvent,
): MeasureDecision {
  const { id: enrolmentId, personId, caseId } = enrolment;
  const instrument = redactInstrument(measure.instrument);
  return {
    state: withEnrolment(measure, enrolment),
    events: [event({ measureId: measure.id, enrolmentId, personId, caseId, instrument })],
  };
}
