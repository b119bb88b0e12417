/** What is being agreed for a person at this moment: enough for whoever finds it left behind to carry it out. */
export type Agreement = {
  measureId: string;
  enrolmentId: string;
  caseId: string;
  agreedOn: string;
  /** Who asked: the event is said in the name of that request. */
  requestId: string;
  /** Who carries it out, and since when. */
  by: string;
  since: string;
};

/** A person's time, which is given by one agreement at a time. What was agreed is in the measures themselves. */
export type Reservation = { id: string; agreeing?: Agreement };

/** So long an agreement may be carried out by who began it. */
export const HOLDER_HAS_MS = 10_000;
/** After that, whoever began it is gone. The rest is for clocks that differ. */
const ABANDONED_AFTER_MS = 30_000;

/** The last instant before which an agreement was left behind. */
export function abandonedBefore(now: Date): string {
  return new Date(now.getTime() - ABANDONED_AFTER_MS).toISOString();
}

/** Reserves the person's time for `mine`; takes over an agreement that was left behind; leaves one that is under way as it is. */
export function reserve(booking: Reservation | null, { personId, mine }: { personId: string; mine: Agreement }): Reservation {
  if (!booking?.agreeing) return { id: personId, agreeing: mine };
  return booking.agreeing.since < abandonedBefore(new Date(mine.since)) ? takeOver(booking, mine) : booking;
}

/** What was left behind, in the hands of somebody who is there. */
export function takeOver(booking: Reservation, { by, since }: Pick<Agreement, 'by' | 'since'>): Reservation {
  return booking.agreeing ? { ...booking, agreeing: { ...booking.agreeing, by, since } } : booking;
}

export function release(booking: Reservation, by: string): Reservation {
  return booking.agreeing?.by === by ? { id: booking.id } : booking;
}
