import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import type { Stamp } from '#shared/documents/documents.ts';
import { findAll } from '#shared/documents/find-all.ts';
import { requireFound } from '#shared/graph/answer.ts';
import { Refusal, Unavailable } from '#shared/refusal.ts';
import { enrolAsAgreed } from '../commands/enrolment/enrol-person.ts';
import type { Stores } from '../context.ts';
import { currentEnrolment, type Measure, type MeasureDecision } from '../measure/measure.ts';
import { countingPlacements } from '../views/placement.ts';
import {
  abandonedBefore,
  HOLDER_HAS_MS,
  isAbandoned,
  endReservation,
  reserve,
  changeHolder,
  type Agreement,
  type Reservation,
} from './reservation.ts';

export type AgreementStores = Pick<Stores, 'measures' | 'reservations' | 'placements' | 'pastMeasures'>;
type AgreePlace = Pick<Agreement, 'measureId' | 'enrolmentId' | 'caseId' | 'agreedOn' | 'longerBecause'> & {
  personId: string;
};
/** An agreement that we hold, and until when we may carry it out, by a clock that nobody sets. */
type HeldAgreement = { personId: string; agreement: Agreement; until: number };

/** The time that a request waits for another agreement of the same person, which takes milliseconds. */
type Patience = { patienceMs?: number };
const PATIENCE_MS = 5000;
const LOOK_AGAIN_WITHIN_MS = 20;

/**
 * Agrees a place for a person whom nobody else agrees another one for meanwhile: first the person's time is reserved,
 * then the measure says whether there is a place, then the time is free for the next. A crash in between leaves the
 * agreement in the reservation; the next request for the person, or `resumeAbandonedAgreements`, carries it out before
 * anything else is agreed for them.
 */
export async function agreePlace(
  stores: AgreementStores & Patience,
  { personId, ...place }: AgreePlace,
  stamp: Stamp,
): Promise<Measure> {
  const current = currentEnrolment(requireFound(await stores.measures.get(place.measureId), 'The measure'), personId);
  // An earlier proposal goes on under its own id.
  const enrolmentId = current?.status === 'PROPOSED' ? current.id : place.enrolmentId;
  const held = await reserveTime(stores, personId, { ...place, enrolmentId, requestId: stamp.requestId });
  return carryOut(stores, held, stamp);
}

/** Carries out the agreements whose holder is gone. */
export async function resumeAbandonedAgreements(stores: AgreementStores): Promise<void> {
  const now = new Date();
  const { edges } = await stores.reservations.find({
    where: { 'agreeing.since': { before: abandonedBefore(now) } },
    sort: { by: 'agreeing.since', direction: 'asc' },
    first: 100,
  });
  for (const { node } of edges) {
    const personId = node.id;
    const [holder, until] = [randomUUID(), deadline()];
    const { agreeing } = await changeReservation(stores, personId, (reservation) =>
      reservation?.agreeing && isAbandoned(reservation.agreeing, now)
        ? changeHolder(reservation, { by: holder, since: now.toISOString() })
        : (reservation ?? { id: personId }),
    );
    if (agreeing?.by === holder) await resume(stores, { personId, agreement: agreeing, until });
  }
}

/** Reserves the person's time for this agreement alone. Waits while another one has it. */
async function reserveTime(
  stores: AgreementStores & Patience,
  personId: string,
  place: Omit<Agreement, 'by' | 'since'>,
): Promise<HeldAgreement> {
  const giveUpAt = performance.now() + (stores.patienceMs ?? PATIENCE_MS);
  while (performance.now() < giveUpAt) {
    const until = deadline();
    const wanted: Agreement = { ...place, by: randomUUID(), since: new Date().toISOString() };
    const { agreeing } = await changeReservation(stores, personId, (reservation) =>
      reserve(reservation, { personId, wanted }),
    );
    if (agreeing?.by !== wanted.by) await pause(Math.random() * LOOK_AGAIN_WITHIN_MS);
    else if (isSamePlace(agreeing, wanted)) return { personId, agreement: wanted, until };
    else await resume(stores, { personId, agreement: agreeing, until });
  }
  throw new Unavailable('something else is being agreed for this person');
}

/**
 * Carries out an abandoned agreement in the name of the request that asked for it, and without its key, which is for
 * that caller to repeat. A refusal would be for that caller too, who is gone.
 */
async function resume(stores: AgreementStores, held: HeldAgreement): Promise<void> {
  const { requestId, since: at } = held.agreement;
  await carryOut(stores, held, { requestId, at }).catch((error: unknown) => {
    if (!(error instanceof Refusal)) throw error;
  });
}

/** Lets the measure decide, and frees the time where it is certain what became of the agreement. */
async function carryOut(
  stores: AgreementStores,
  { personId, agreement, until }: HeldAgreement,
  stamp: Stamp,
): Promise<Measure> {
  const freeTime = () =>
    changeReservation(stores, personId, (reservation) => endReservation(reservation ?? { id: personId }, agreement.by));
  const measuresOfPerson = await findAll(stores.measures, { 'enrolments.personId': personId });
  const placementsOfPerson = await countingPlacements(stores.placements, personId);
  const pastMeasures = (await stores.pastMeasures.get(personId))?.measures ?? [];
  const tooLate = new Unavailable('agreed too late; it can be agreed anew');
  const decide = (stored: Measure | null): MeasureDecision => {
    // After that, another holder may have followed us and seen another outcome.
    if (performance.now() > until) throw tooLate;
    const measure = requireFound(stored, 'The measure');
    const decision = enrolAsAgreed(measure, {
      ...agreement,
      personId,
      measuresOfPerson,
      placementsOfPerson,
      pastMeasures,
    });
    if (!decision) throw tooLate;
    return decision;
  };
  try {
    const measure = await stores.measures.change(agreement.measureId, decide, stamp);
    await freeTime();
    return measure;
  } catch (error) {
    // Anything else leaves open whether it was written: then the agreement stays, and is carried out again.
    if (error instanceof Refusal || error === tooLate) await freeTime();
    throw error;
  }
}

function changeReservation(
  { reservations }: AgreementStores,
  personId: string,
  decide: (reservation: Reservation | null) => Reservation,
): Promise<Reservation> {
  return reservations.change(personId, (reservation) => ({ state: decide(reservation), events: [] }), {
    requestId: 'reservation',
    at: new Date().toISOString(),
  });
}

function deadline(): number {
  return performance.now() + HOLDER_HAS_MS;
}

function isSamePlace(a: Agreement, b: Agreement): boolean {
  return a.measureId === b.measureId && a.enrolmentId === b.enrolmentId;
}
