import { on, type Consumer } from '#shared/delivery/consume.ts';
import type { Received } from '#shared/contracts/contract.ts';
import { employerEvents } from '#shared/contracts/employers.ts';
import type { Disclosure, Disclosures } from '../views/disclosure.ts';

type ProposalEvent = Received<typeof employerEvents, 'proposal.made' | 'proposal.answered' | 'proposal.withdrawn'>;
type PlacementEvent = Received<typeof employerEvents, 'placement.ended' | 'placement.continuityConfirmed'>;

const refusals = ['REJECTED_BY_PERSON', 'REJECTED_BY_EMPLOYER'];
const to = 'EMPLOYER_SERVICE';
/** Aftercare lasts six months from the start of work (§16g SGB II). */
const LAST_MONTH = 6;

/**
 * A proposal names the person to the employer service until it is withdrawn or one of the two said no; a placement until it
 * ends or was confirmed for the last time. Then both are over, also the proposal that led to it.
 */
export function employersConsumer(disclosures: Disclosures): Consumer {
  const discloseProposal = (event: ProposalEvent, active: boolean): Promise<void> => {
    const { proposalId, personId, caseId } = event.data;
    const id = `${personId}/${proposalId}`;
    return disclosures.project(id, event, (known) => ({ ...known, id, personId, caseId, to, active }));
  };
  return on(employerEvents, {
    'proposal.made': (event) => discloseProposal(event, true),
    'proposal.answered': (event) => discloseProposal(event, !refusals.includes(event.data.answer)),
    'proposal.withdrawn': (event) => discloseProposal(event, false),
    'placement.started': (event) => {
      const { placementId, personId, proposalId } = event.data;
      const id = `${personId}/${placementId}`;
      return disclosures.project(id, event, () => ({
        id,
        personId,
        to,
        active: true,
        ...(proposalId !== undefined && { proposalId }),
      }));
    },
    'placement.continuityConfirmed': async (event) => {
      if (event.data.month === LAST_MONTH) await endDisclosures(disclosures, event);
    },
    'placement.ended': (event) => endDisclosures(disclosures, event),
    // It was no placement at all: whether the proposal still names the person is for its own answer to say.
    'placement.withdrawn': (event) => {
      const { placementId, personId } = event.data;
      const id = `${personId}/${placementId}`;
      return disclosures.project(id, event, (known) => ({ ...known, id, personId, to, active: false, over: true }));
    },
  });
}

/** A placement is one aggregate: what it came from was said when it started, before its end. */
async function endDisclosures(disclosures: Disclosures, event: PlacementEvent): Promise<void> {
  const { placementId, personId } = event.data;
  const id = `${personId}/${placementId}`;
  const proposalId = (await disclosures.get(id))?.proposalId;
  const end = (of: string) =>
    disclosures.project(of, event, (known): Disclosure => ({
      ...known,
      id: of,
      personId,
      to,
      active: known?.active ?? false,
      over: true,
    }));
  if (proposalId !== undefined) await end(`${personId}/${proposalId}`);
  await end(id);
}
