import type { Consumer, Reaction } from '#shared/consume.ts';
import type { Message, Received } from '#shared/contracts/contract.ts';
import { employerEvents } from '#shared/contracts/employers.ts';
import type { Disclosure, Disclosures } from '../views/disclosure.ts';

type Data<Name extends keyof (typeof employerEvents)['data']> = Received<typeof employerEvents, Name>['data'];

const refusals = ['REJECTED_BY_PERSON', 'REJECTED_BY_EMPLOYER'];
const to = 'EMPLOYER_SERVICE';
/** Aftercare lasts six months from the start of work (§16g SGB II). */
const LAST_MONTH = 6;

/**
 * A proposal names the person to the employer service until it is withdrawn or one of the two said no; a placement until it
 * ends or was confirmed for the last time. Then both are over, also the proposal that led to it.
 */
export function employersConsumer(disclosures: Disclosures): Consumer {
  const proposal =
    (active: boolean): Reaction =>
    (event) => {
      const { proposalId, personId, caseId } = event.data as Data<'placement.proposed'>;
      const id = `${personId}/${proposalId}`;
      return disclosures.project(id, event, (known) => ({ ...known, id, personId, caseId, to, active }));
    };
  const answered: Reaction = (event) =>
    proposal(!refusals.includes((event.data as Data<'placement.answered'>).answer))(event);
  const started: Reaction = (event) => {
    const { placementId, personId, proposalId } = event.data as Data<'integration.started'>;
    const id = `${personId}/${placementId}`;
    return disclosures.project(id, event, () => ({
      id,
      personId,
      to,
      active: true,
      ...(proposalId !== undefined && { proposalId }),
    }));
  };
  /** It was no placement at all: whether the proposal still names the person is for its own answer to say. */
  const withdrawn: Reaction = (event) => {
    const { placementId, personId } = event.data as Data<'integration.withdrawn'>;
    const id = `${personId}/${placementId}`;
    return disclosures.project(id, event, (known) => ({ ...known, id, personId, to, active: false, over: true }));
  };
  const ended: Reaction = (event) => placementIsOver(disclosures, event);
  const confirmed: Reaction = async (event) => {
    if ((event.data as Data<'integration.continuityConfirmed'>).month === LAST_MONTH)
      await placementIsOver(disclosures, event);
  };
  return {
    contracts: [employerEvents],
    reactions: {
      'placement.proposed': [proposal(true)],
      'placement.answered': [answered],
      'placement.withdrawn': [proposal(false)],
      'integration.started': [started],
      'integration.continuityConfirmed': [confirmed],
      'integration.ended': [ended],
      'integration.withdrawn': [withdrawn],
    },
  };
}

/** A placement is one aggregate: what it came from was said when it started, before its end. */
async function placementIsOver(disclosures: Disclosures, event: Message): Promise<void> {
  const { placementId, personId } = event.data as Data<'integration.ended'>;
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
