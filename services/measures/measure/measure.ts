import { earlier, later } from '#shared/calendar/days.ts';
import type { Decision } from '#shared/documents/documents.ts';
import type { MeasureEvent } from '#shared/contracts/measures.ts';
import { redactInstrument } from '#shared/funding/redact.ts';
import { Refusal } from '#shared/refusal.ts';

export const dayparts = ['MORNING', 'AFTERNOON', 'EVENING', 'NIGHT', 'WEEKEND'] as const;
export type Daypart = (typeof dayparts)[number];

export const measureEntries = ['FIXED', 'ROLLING'] as const;
/** FIXED: nobody joins after the first day. ROLLING: people join as long as it runs, as is usual for §§ 16d, 16k SGB II and § 45 SGB III. */
export type MeasureEntry = (typeof measureEntries)[number];

/** A course, placement or coaching that helps people back into work, with its places and everybody who ever had one. */
export type Measure = {
  id: string;
  provider: { id: string; name: string };
  instrument: string;
  title: string;
  /** AGS of the municipality where it takes place; none where that is outside the district, and `place` alone says where. */
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

export const enrolmentStatuses = ['PROPOSED', 'AGREED', 'STARTED', 'ENDED', 'WITHDRAWN'] as const;
export type EnrolmentStatus = (typeof enrolmentStatuses)[number];

export const enrolmentOutcomes = [
  'COMPLETED',
  'CERTIFIED',
  'FOUND_WORK',
  'FOUND_TRAINING',
  'DISCONTINUED',
  'EXCLUDED',
  'NEED_ENDED',
] as const;
export type EnrolmentOutcome = (typeof enrolmentOutcomes)[number];

export const enrolmentWithdrawalReasons = [
  'FOUND_WORK',
  'OTHER_MEASURE',
  'NOT_SUITABLE',
  'PERSONAL',
  'MEASURE_CANCELLED',
  'NEED_ENDED',
] as const;
export type EnrolmentWithdrawalReason = (typeof enrolmentWithdrawalReasons)[number];

export type Enrolment = {
  id: string;
  personId: string;
  caseId: string;
  status: EnrolmentStatus;
  proposedOn?: string | undefined;
  agreedOn?: string | undefined;
  startedOn?: string | undefined;
  endedOn?: string | undefined;
  outcome?: EnrolmentOutcome | undefined;
  withdrawnOn?: string | undefined;
  withdrawalReason?: EnrolmentWithdrawalReason | undefined;
};

export type MeasureDecision = Decision<Measure, MeasureEvent>;

/** A proposal holds no place; an agreed or running enrolment does; an ended or withdrawn one gives it back. */
export function holdsPlace({ status }: Enrolment): boolean {
  return status === 'AGREED' || status === 'STARTED';
}

export function placesTaken({ enrolments }: Pick<Measure, 'enrolments'>): number {
  return enrolments.filter(holdsPlace).length;
}

/** Works out the fields that searches use. */
export function withSearchFields(measure: Omit<Measure, 'freePlaces' | 'timetable'>): Measure {
  return { ...measure, freePlaces: measure.places - placesTaken(measure), timetable: timetableOf(measure.dayparts) };
}

/** The last day on which somebody can be enrolled: joining a running measure needs an approval that is still valid. */
export function lastEntryOn({ entry = 'FIXED', startsOn, endsOn, approvedUntil = endsOn }: Measure): string {
  if (entry === 'FIXED') return startsOn;
  return earlier(approvedUntil, endsOn);
}

/** With rolling entry a person's time in it begins when they join. */
export function firstDayWhenJoining({ entry, startsOn }: Measure, joinedOn = startsOn): string {
  return entry === 'ROLLING' ? later(joinedOn, startsOn) : startsOn;
}

/** The day on which this person's time in it begins, as far as it is known. */
export function firstDayOf(
  measure: Measure,
  { startedOn, agreedOn, proposedOn }: Pick<Enrolment, 'startedOn' | 'agreedOn' | 'proposedOn'>,
): string {
  return firstDayWhenJoining(measure, startedOn ?? agreedOn ?? proposedOn);
}

export function timetableOf(parts: readonly Daypart[]): string {
  return dayparts.filter((part) => parts.includes(part)).join('+');
}

/** The measure with this enrolment in place of the one with the same id, or added. */
export function withEnrolment(measure: Measure, enrolment: Enrolment): Measure {
  const known = measure.enrolments.some(({ id }) => id === enrolment.id);
  return withSearchFields({
    ...measure,
    enrolments: known
      ? measure.enrolments.map((other) => (other.id === enrolment.id ? enrolment : other))
      : [...measure.enrolments, enrolment],
  });
}

/** The enrolment of a person that counts: whoever withdrew may come again. */
export function currentEnrolment({ enrolments }: Measure, personId: string): Enrolment | undefined {
  return enrolments.findLast((enrolment) => enrolment.personId === personId && enrolment.status !== 'WITHDRAWN');
}

export function enrolmentOf({ enrolments }: Measure, enrolmentId: string): Enrolment {
  const enrolment = enrolments.find(({ id }) => id === enrolmentId);
  if (!enrolment) throw new Refusal('NOT_FOUND', 'The enrolment was not found.');
  return enrolment;
}

/** What every event about an enrolment says. */
export function enrolmentFacts(
  { id: measureId, instrument }: Measure,
  { id: enrolmentId, personId, caseId }: Enrolment,
): { measureId: string; enrolmentId: string; personId: string; caseId: string; instrument: string } {
  return { measureId, enrolmentId, personId, caseId, instrument: redactInstrument(instrument) };
}
