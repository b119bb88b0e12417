import { Refusal } from '#shared/refusal.ts';
import type { Placement, PlacementDecision } from '../placement.ts';
import { isHired, type Vacancy } from '../vacancy.ts';
import { assertNotBefore, assertNotInFuture } from './assert-dates.ts';

const LAST_MONTH = 6;

/** A placement that came from a proposal begins only after the post was taken there. */
export function assertHired(vacancy: Vacancy, { proposalId, personId }: { proposalId: string; personId: string }): void {
  const proposal = vacancy.proposals.find(({ id }) => id === proposalId);
  if (proposal?.personId !== personId || !isHired(proposal)) throw new Refusal('NOT_HIRED', 'The proposal was not answered with HIRED for this person.');
}

/** The person begins to work or to train. Starting twice changes nothing. */
export function startPlacement(known: Placement | null, { placement, today }: { placement: Placement; today: string }): PlacementDecision {
  if (known) return { state: known, events: [] };
  assertNotInFuture('startedOn', placement.startedOn, today);
  const { kind, subsidisedBy, startedOn, proposalId } = placement;
  return { state: placement, events: [{ type: 'integration.started', data: { ...ofPlacement(placement), kind, subsidisedBy, startedOn, ...(proposalId !== undefined && { proposalId }) } }] };
}

/** The person still works there, month by month. Refused with CONTINUITY_OUT_OF_ORDER, CONTINUITY_TOO_EARLY or PLACEMENT_ENDED. */
export function confirmContinuity(placement: Placement, { month, confirmedOn, today }: { month: number; confirmedOn: string; today: string }): PlacementDecision {
  if (placement.confirmed.some((each) => each.month === month)) return { state: placement, events: [] };
  if (month < 1 || month > LAST_MONTH) throw new Refusal('INVALID_INPUT', `month: must be from 1 to ${LAST_MONTH}.`);
  if (month !== placement.confirmed.length + 1) throw new Refusal('CONTINUITY_OUT_OF_ORDER', `Month ${placement.confirmed.length + 1} is confirmed next.`);
  assertNotInFuture('confirmedOn', confirmedOn, today);
  const reached = monthsLater(placement.startedOn, month);
  if (confirmedOn < reached) throw new Refusal('CONTINUITY_TOO_EARLY', `Month ${month} can be confirmed from ${reached} on.`);
  if (placement.ended && placement.ended.endedOn < reached) throw new Refusal('PLACEMENT_ENDED', 'The placement ended before.');
  return {
    state: { ...placement, confirmed: [...placement.confirmed, { month, confirmedOn }] },
    events: [{ type: 'integration.continuityConfirmed', data: { ...ofPlacement(placement), month, confirmedOn } }],
  };
}

/** It is over, with a reason. Ending twice changes nothing. */
export function endPlacement(placement: Placement, { endedOn, reason, today }: NonNullable<Placement['ended']> & { today: string }): PlacementDecision {
  if (placement.ended) return { state: placement, events: [] };
  assertNotInFuture('endedOn', endedOn, today);
  assertNotBefore('endedOn', endedOn, placement.startedOn);
  // That somebody was ill is a fact of health: it stays here.
  const said = reason === 'ILLNESS' ? 'OTHER' : reason;
  return { state: { ...placement, ended: { endedOn, reason } }, events: [{ type: 'integration.ended', data: { ...ofPlacement(placement), endedOn, reason: said } }] };
}

function ofPlacement({ id: placementId, employerId, personId, caseId }: Placement) {
  return { placementId, employerId, personId, caseId };
}

/** The same day so many months later; the last day of a shorter month stands in for a day it lacks. */
export function monthsLater(day: string, months: number): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const lastDay = new Date(Date.UTC(year, month + months, 0)).getUTCDate();
  return new Date(Date.UTC(year, month - 1 + months, Math.min(date, lastDay))).toISOString().slice(0, 10);
}
