import { Schema } from 'mongoose';
import type { Received } from '#shared/contracts/contract.ts';
import { employerEvents } from '#shared/contracts/employers.ts';
import { measureEvents } from '#shared/contracts/measures.ts';
import { combineConsumers, on, type Consumer } from '#shared/delivery/consume.ts';
import type { Collection, Documents } from '#shared/documents/documents.ts';
import type { OfferedMeasures } from './offered-measure.ts';

/** To whom a person was named, and by what: a proposal to the employer service, a place in a provider's measure. */
export type Disclosure = {
  /** `<person>/<proposal, placement or enrolment>`. */
  id: string;
  personId: string;
  /** `EMPLOYER_SERVICE`, or `PROVIDER/<id>`. */
  to: string;
  active: boolean;
  /** A proposal names the person only as long as the case it was made in is open. */
  caseId?: string;
  /** The proposal that a placement came from: it ends with the placement. */
  proposalId?: string;
  /** The placement has ended. The placement tells it, so it may be heard before the answer to the proposal. */
  over?: boolean;
};

const disclosureSchema = new Schema<Disclosure>(
  {
    id: { type: String, required: true },
    personId: { type: String, required: true },
    to: { type: String, required: true },
    active: { type: Boolean, required: true },
    caseId: String,
    proposalId: String,
    over: Boolean,
  },
  { _id: false },
);
// Asked for with every look at a person.
disclosureSchema.index({ personId: 1 });

export type Disclosures = Collection<Disclosure>;

export function disclosureView(documents: Documents): Disclosures {
  return documents.collection('disclosures', disclosureSchema);
}

/** Keeps to whom each person was named. */
export function disclosureConsumer(disclosures: Disclosures, measures: OfferedMeasures): Consumer {
  return combineConsumers(
    on(employerEvents, { ...proposalReactions(disclosures), ...placementReactions(disclosures) }),
    on(measureEvents, enrolmentReactions(disclosures, measures)),
  );
}

type EmployerEvent<Name extends keyof typeof employerEvents.events> = Received<typeof employerEvents, Name>;

const to = 'EMPLOYER_SERVICE';
const refusals = ['REJECTED_BY_PERSON', 'REJECTED_BY_EMPLOYER'];

/** A proposal names the person to the employer service until it is withdrawn, or one of the two said no. */
function proposalReactions(disclosures: Disclosures) {
  type ProposalEvent = EmployerEvent<'proposal.made' | 'proposal.answered' | 'proposal.withdrawn'>;
  const disclose = (event: ProposalEvent, active: boolean): Promise<void> => {
    const { proposalId, personId, caseId } = event.data;
    const id = `${personId}/${proposalId}`;
    return disclosures.project(id, event, (disclosure) => ({ ...disclosure, id, personId, caseId, to, active }));
  };
  return {
    'proposal.made': (event: EmployerEvent<'proposal.made'>) => disclose(event, true),
    'proposal.answered': (event: EmployerEvent<'proposal.answered'>) =>
      disclose(event, !refusals.includes(event.data.answer)),
    'proposal.withdrawn': (event: EmployerEvent<'proposal.withdrawn'>) => disclose(event, false),
  };
}

/** Aftercare lasts six months from the start of work (§16g SGB II). */
const LAST_MONTH = 6;

/**
 * A placement names the person until it ends or was confirmed for the last time. Then the proposal that led to it is
 * over as well.
 */
function placementReactions(disclosures: Disclosures) {
  return {
    'placement.started': (event: EmployerEvent<'placement.started'>) => {
      const { placementId, personId, proposalId } = event.data;
      const id = `${personId}/${placementId}`;
      const source = proposalId !== undefined && { proposalId };
      return disclosures.project(id, event, () => ({ id, personId, to, active: true, ...source }));
    },
    'placement.continuityConfirmed': async (event: EmployerEvent<'placement.continuityConfirmed'>) => {
      if (event.data.month === LAST_MONTH) await endDisclosures(disclosures, event);
    },
    'placement.ended': (event: EmployerEvent<'placement.ended'>) => endDisclosures(disclosures, event),
    // It was no placement at all: whether the proposal still names the person is for its own answer to say.
    'placement.withdrawn': (event: EmployerEvent<'placement.withdrawn'>) => {
      const { placementId, personId } = event.data;
      const id = `${personId}/${placementId}`;
      const over = { active: false, over: true };
      return disclosures.project(id, event, (disclosure) => ({ ...disclosure, id, personId, to, ...over }));
    },
  };
}

/** A placement is one aggregate: the proposal it came from was told when it started, before its end. */
async function endDisclosures(
  disclosures: Disclosures,
  event: EmployerEvent<'placement.ended' | 'placement.continuityConfirmed'>,
): Promise<void> {
  const { placementId, personId } = event.data;
  const idOfPlacement = `${personId}/${placementId}`;
  const proposalId = (await disclosures.get(idOfPlacement))?.proposalId;
  const end = (id: string) =>
    disclosures.project(id, event, (disclosure) => ({
      ...disclosure,
      id,
      personId,
      to,
      active: disclosure?.active ?? false,
      over: true,
    }));
  if (proposalId !== undefined) await end(`${personId}/${proposalId}`);
  await end(idOfPlacement);
}

/**
 * A place in a measure names the person to its provider while they have it. A measure and its places are one aggregate:
 * the offer is always heard first.
 */
function enrolmentReactions(disclosures: Disclosures, measures: OfferedMeasures) {
  type EnrolmentEvent = Received<
    typeof measureEvents,
    'enrolment.agreed' | 'enrolment.started' | 'enrolment.ended' | 'enrolment.withdrawn'
  >;
  const disclose = (active: boolean) => async (event: EnrolmentEvent) => {
    const { measureId, enrolmentId, personId } = event.data;
    const providerId = (await measures.get(measureId))?.providerId;
    if (providerId === undefined) throw new Error('an enrolment in a measure that was never offered');
    const id = `${personId}/${enrolmentId}`;
    await disclosures.project(id, event, () => ({ id, personId, to: `PROVIDER/${providerId}`, active }));
  };
  return {
    'enrolment.agreed': disclose(true),
    'enrolment.started': disclose(true),
    'enrolment.ended': disclose(false),
    'enrolment.withdrawn': disclose(false),
  };
}
