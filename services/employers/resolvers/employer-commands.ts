import { answerOrRefuse, requireVisible, type RefusalPayload } from '#shared/graph/answer.ts';
import { keepsNetwork, maySeeEmployer } from '../access.ts';
import { recordContact } from '../commands/employer/record-contact.ts';
import { registerEmployer } from '../commands/employer/register-employer.ts';
import { updateEmployer } from '../commands/employer/update-employer.ts';
import type { Context } from '../context.ts';
import type { Employer, EmployerContact, EmployerDecision } from '../employer/employer.ts';
import { EmployerRefusal } from '../refusal.ts';

type OptionalFacts = {
  number?: string;
  branch?: string;
  address?: Employer['address'];
  contactPerson?: NonNullable<Employer['contactPerson']>;
  size?: NonNullable<Employer['size']>;
};
type RegisterEmployerInput = OptionalFacts & {
  name: string;
  kind: Employer['kind'];
  municipality: string;
  registeredOn?: string;
};
type UpdateEmployerInput = OptionalFacts & {
  employerId: string;
  name?: string;
  kind?: Employer['kind'];
  municipality?: string;
};
type RecordContactInput = {
  employerId: string;
  channel: EmployerContact['channel'];
  outcome: EmployerContact['outcome'];
  contactedOn?: string;
  callAgainOn?: string;
  note?: string;
};

const NOT_KEPT = 'The employer service keeps the network of its municipalities.';

export const employerMutations = {
  registerEmployer: (_: unknown, { input }: { input: RegisterEmployerInput }, context: Context) =>
    answerOrRefuse(async () => {
      const { actor, employers, newId, stamp, today } = context;
      if (!keepsNetwork(actor, input.municipality)) throw new EmployerRefusal('FORBIDDEN', NOT_KEPT);
      const employer = { registeredOn: today, address: {}, ...input, id: newId() };
      return {
        employer: await employers.change(
          employer.id,
          (existing) => registerEmployer(existing, { employer, today }),
          stamp,
        ),
      };
    }),
  updateEmployer: (_: unknown, { input }: { input: UpdateEmployerInput }, context: Context) => {
    const { employerId, ...changes } = input;
    return changeEmployer(employerId, context, (employer) => {
      if (!keepsNetwork(context.actor, changes.municipality ?? employer.municipality))
        throw new EmployerRefusal('FORBIDDEN', 'An employer can be moved to a municipality of yours.');
      return updateEmployer(employer, { changes, updatedOn: context.today });
    });
  },
  recordContact: (_: unknown, { input }: { input: RecordContactInput }, context: Context) => {
    const { today } = context;
    const { employerId, ...facts } = input;
    const contact = { contactedOn: today, ...facts, id: context.newId() };
    return changeEmployer(employerId, context, (employer) => recordContact(employer, { contact, today }));
  },
};

/** Changes an employer for those who keep the network in its municipality. */
function changeEmployer(
  employerId: string,
  { actor, employers, stamp }: Context,
  decide: (employer: Employer) => EmployerDecision,
): Promise<{ employer: Employer } | RefusalPayload> {
  const decideIfKept = (existing: Employer | null): EmployerDecision => {
    const employer = requireVisible(existing, (each) => maySeeEmployer(actor, each), 'The employer');
    if (!keepsNetwork(actor, employer.municipality)) throw new EmployerRefusal('FORBIDDEN', NOT_KEPT);
    return decide(employer);
  };
  return answerOrRefuse(async () => ({ employer: await employers.change(employerId, decideIfKept, stamp) }));
}
