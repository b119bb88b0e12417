import { Schema } from 'mongoose';
import type { LongerReason } from '../instruments/longer.ts';
import type { Collection, Documents } from '#shared/documents/documents.ts';

/** A place that is being agreed for a person: enough for another holder to carry it out when the first one is gone. */
export type Agreement = {
  measureId: string;
  enrolmentId: string;
  caseId: string;
  agreedOn: string;
  longerBecause?: LongerReason | undefined;
  /** The request that asked for the place: the event is said in its name. */
  requestId: string;
  /** The holder, who carries the agreement out, and since when. */
  by: string;
  since: string;
};

/**
 * A person's time, reserved for one agreement at a time. `id` is the person's. What was agreed stands in the measures
 * themselves.
 */
export type Reservation = { id: string; agreeing?: Agreement };

const text = { type: String, required: true } as const;
const agreement = new Schema<Agreement>(
  {
    measureId: text,
    enrolmentId: text,
    caseId: text,
    agreedOn: text,
    longerBecause: String,
    requestId: text,
    by: text,
    since: text,
  },
  { _id: false },
);
const reservationSchema = new Schema<Reservation>({ id: text, agreeing: { type: agreement } }, { _id: false });
// Abandoned agreements are looked for all the time.
reservationSchema.index({ 'agreeing.since': 1 });

export type Reservations = Collection<Reservation>;

export function personReservations(documents: Documents): Reservations {
  return documents.collection('bookings', reservationSchema);
}

/** The time that a holder has to carry an agreement out. */
export const HOLDER_HAS_MS = 10_000;
/** After this time the holder is gone. The difference is for clocks that differ. */
const ABANDONED_AFTER_MS = 30_000;

/** Returns the instant before which an agreement has to be held to be abandoned now. */
export function abandonedBefore(now: Date): string {
  return new Date(now.getTime() - ABANDONED_AFTER_MS).toISOString();
}

export function isAbandoned({ since }: Agreement, now: Date): boolean {
  return since < abandonedBefore(now);
}

/**
 * Reserves free time for the wanted agreement, or makes its holder the holder of an abandoned one; leaves one under
 * way.
 */
export function reserve(
  reservation: Reservation | null,
  { personId, wanted }: { personId: string; wanted: Agreement },
): Reservation {
  if (!reservation?.agreeing) return { id: personId, agreeing: wanted };
  return isAbandoned(reservation.agreeing, new Date(wanted.since)) ? changeHolder(reservation, wanted) : reservation;
}

/** Gives an agreement to a new holder. */
export function changeHolder(reservation: Reservation, { by, since }: Pick<Agreement, 'by' | 'since'>): Reservation {
  return reservation.agreeing ? { ...reservation, agreeing: { ...reservation.agreeing, by, since } } : reservation;
}

/** Frees the time, unless another holder has it by now. */
export function endReservation(reservation: Reservation, holder: string): Reservation {
  return reservation.agreeing?.by === holder ? { id: reservation.id } : reservation;
}
