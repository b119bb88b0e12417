import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { requireFound } from '#shared/graph/answer.ts';
import type { Collection, Stamp } from '#shared/documents/documents.ts';
import { findAll } from '#shared/documents/find-all.ts';
import { Refusal, Unavailable } from '#shared/refusal.ts';
import {
  booked,
  CARRIED_OUT_WITHIN_MS,
  leftBehindBefore,
  released,
  takenOver,
  type Agreement,
  type Booking,
} from './booking.ts';
import { carryOutAgreement } from './commands/enrolment/carry-out-agreement.ts';
import { currentEnrolment, type Measure, type MeasureDecision } from './measure.ts';
import type { PlacementsSeen } from './views/placement.ts';

export type Diary = { measures: Collection<Measure>; bookings: Collection<Booking>; placements: PlacementsSeen };
export type AgreePlace = Pick<Agreement, 'measureId' | 'enrolmentId' | 'caseId' | 'agreedOn'> & { personId: string };
/** An agreement in our hands, and until when: by a clock that nobody sets. */
type InHand = { personId: string; agreement: Agreement; until: number };

/** How long somebody waits for another agreement of the same person, which takes milliseconds. */
type Patient = { patienceMs?: number };
const PATIENCE_MS = 5000;
const LOOK_AGAIN_WITHIN_MS = 20;

/**
 * Agrees a place for a person whom nobody else agrees another one for meanwhile: first the person's time is booked,
 * then the measure says whether there is a place, then the time is free for the next. A crash in between leaves the
 * agreement in the booking; whoever comes next, or `finishLeftBehind`, carries it out before anything else is agreed
 * for the person.
 */
export async function agreePlace(
  diary: Diary & Patient,
  { personId, ...place }: AgreePlace,
  stamp: Stamp,
): Promise<Measure> {
  const current = currentEnrolment(requireFound(await diary.measures.get(place.measureId), 'The measure'), personId);
  // An earlier proposal goes on under its own id.
  const enrolmentId = current?.status === 'PROPOSED' ? current.id : place.enrolmentId;
  const inHand = await book(diary, personId, { ...place, enrolmentId, requestId: stamp.requestId });
  return carryOut(diary, inHand, stamp);
}

/** Carries out what nobody does any more. Refusals are for who asked, and they are gone. */
export async function finishLeftBehind(diary: Diary): Promise<void> {
  const now = new Date();
  const { edges } = await diary.bookings.find({
    where: { 'agreeing.since': { before: leftBehindBefore(now) } },
    sort: { by: 'agreeing.since', direction: 'asc' },
    first: 100,
  });
  for (const {
    node: { id: personId },
  } of edges) {
    const [by, until] = [randomUUID(), deadline()];
    const { agreeing } = await change(diary, personId, (booking) =>
      booking?.agreeing && booking.agreeing.since < leftBehindBefore(now)
        ? takenOver(booking, { by, since: now.toISOString() })
        : (booking ?? { id: personId }),
    );
    if (agreeing?.by === by) await carryOutAgain(diary, { personId, agreement: agreeing, until });
  }
}

/** The person's time, for this agreement alone. Waits while somebody else has it. */
async function book(diary: Diary & Patient, personId: string, asked: Omit<Agreement, 'by' | 'since'>): Promise<InHand> {
  const giveUpAt = performance.now() + (diary.patienceMs ?? PATIENCE_MS);
  while (performance.now() < giveUpAt) {
    const until = deadline();
    const mine: Agreement = { ...asked, by: randomUUID(), since: new Date().toISOString() };
    const { agreeing } = await change(diary, personId, (booking) => booked(booking, { personId, mine }));
    if (agreeing?.by !== mine.by) await pause(Math.random() * LOOK_AGAIN_WITHIN_MS);
    else if (isSame(agreeing, mine)) return { personId, agreement: mine, until };
    else await carryOutAgain(diary, { personId, agreement: agreeing, until });
  }
  throw new Unavailable('something else is being agreed for this person');
}

/** In the name of who asked, and without their key: it is theirs to repeat. */
async function carryOutAgain(diary: Diary, inHand: InHand): Promise<void> {
  const { requestId, since: at } = inHand.agreement;
  await carryOut(diary, inHand, { requestId, at }).catch((error: unknown) => {
    if (!(error instanceof Refusal)) throw error;
  });
}

async function carryOut(diary: Diary, { personId, agreement, until }: InHand, stamp: Stamp): Promise<Measure> {
  const release = () => change(diary, personId, (booking) => released(booking ?? { id: personId }, agreement.by));
  const measuresOfPerson = await findAll(diary.measures, { 'enrolments.personId': personId });
  const placementsOfPerson = await findAll(diary.placements, { personId });
  const tooLate = new Unavailable('agreed too late; it can be agreed anew');
  const decide = (measure: Measure | null): MeasureDecision => {
    // After that, somebody may have followed us and seen another outcome.
    const inTime = performance.now() <= until;
    const decision =
      inTime &&
      carryOutAgreement(requireFound(measure, 'The measure'), {
        ...agreement,
        personId,
        measuresOfPerson,
        placementsOfPerson,
      });
    if (!decision) throw tooLate;
    return decision;
  };
  try {
    const measure = await diary.measures.change(agreement.measureId, decide, stamp);
    await release();
    return measure;
  } catch (error) {
    // Anything else leaves open whether it was written: then the agreement stays, and is carried out again.
    if (error instanceof Refusal || error === tooLate) await release();
    throw error;
  }
}

function change({ bookings }: Diary, personId: string, decide: (booking: Booking | null) => Booking): Promise<Booking> {
  return bookings.change(personId, (booking) => ({ state: decide(booking), events: [] }), {
    requestId: 'booking',
    at: new Date().toISOString(),
  });
}

function deadline(): number {
  return performance.now() + CARRIED_OUT_WITHIN_MS;
}

function isSame(one: Agreement, other: Agreement): boolean {
  return one.measureId === other.measureId && one.enrolmentId === other.enrolmentId;
}
