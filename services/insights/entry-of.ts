import type { Message } from '#shared/contracts/contract.ts';
import type { Entry } from './views/entry.ts';

/** The field of each event that names its day; events that no report or timeline shows are not here. */
export const dayFields: Readonly<Record<string, string>> = {
  'project.started': 'startedOn', 'project.ended': 'endedOn',
  'case.opened': 'openedOn', 'case.careTeamChanged': 'changedOn', 'case.closed': 'closedOn', 'case.reopened': 'reopenedOn',
  'interview.invited': 'invitedOn', 'interview.held': 'heldOn', 'interview.missed': 'missedOn', 'interview.excused': 'excusedOn',
  'potential.assessed': 'assessedOn',
  'plan.agreed': 'agreedOn', 'plan.updated': 'updatedOn', 'plan.handedOver': 'handedOverOn', 'plan.notAgreed': 'decidedOn', 'plan.stepChanged': 'changedOn', 'plan.reviewed': 'reviewedOn',
  'exchange.held': 'heldOn', 'exchange.itemDone': 'doneOn',
  'benefitUnit.benefitEnded': 'endedOn',
  'measure.proposed': 'proposedOn', 'measure.agreed': 'agreedOn', 'measure.started': 'startedOn', 'measure.ended': 'endedOn', 'measure.withdrawn': 'withdrawnOn',
  'referral.sent': 'sentOn', 'referral.accepted': 'acceptedOn', 'referral.rejected': 'rejectedOn', 'referral.revoked': 'revokedOn', 'referral.completed': 'completedOn',
  'employer.leadReported': 'reportedOn', 'employer.leadAnswered': 'answeredOn',
  'placement.proposed': 'proposedOn', 'placement.answered': 'answeredOn', 'placement.withdrawn': 'withdrawnOn',
  'integration.started': 'startedOn', 'integration.continuityConfirmed': 'confirmedOn', 'integration.ended': 'endedOn',
};

/** Fields by which an entry is found; everything else that is coded is a fact to show. */
const keys = new Set(['caseId', 'personId', 'projectId', 'municipality', 'memberIds', 'careTeam']);

/** An event as it is kept, or undefined when nothing shows it. */
export function entryOf({ id, type, subject, sequence, data }: Message): Entry | undefined {
  const dayField = dayFields[type];
  const occurredOn = dayField === undefined ? undefined : textOf(data[dayField]);
  if (occurredOn === undefined) return undefined;
  const found = Object.fromEntries(['caseId', 'personId', 'projectId', 'municipality'].flatMap((key) => (typeof data[key] === 'string' ? [[key, data[key]]] : [])));
  return {
    id,
    name: type,
    occurredOn,
    order: `${occurredOn} ${type} ${subject} ${String(sequence).padStart(6, '0')}`,
    ...found,
    ...(Array.isArray(data.memberIds) && { memberIds: data.memberIds.map(String) }),
    facts: Object.entries(data).filter(([name]) => !keys.has(name) && name !== dayField).flatMap(([name, value]) => ((textOf(value) ?? '') === '' ? [] : [{ name, value: textOf(value) ?? '' }])),
  };
}

function textOf(value: unknown): string | undefined {
  if (Array.isArray(value)) return value.map(String).join(', ');
  return ['string', 'number', 'boolean'].includes(typeof value) ? String(value) : undefined;
}
