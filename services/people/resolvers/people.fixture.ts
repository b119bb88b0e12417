import type { Actor } from '#shared/identity/identity.ts';
import type { SubgraphUnderTest } from '#tests/support/subgraph.ts';

export const here = '06431010';
export const there = '06431019';
export const miriam: Actor = { id: 'miriam', role: 'TEAM_LEAD', municipalities: [here, there] };
export const anna: Actor = { id: 'anna', role: 'CASE_MANAGER', municipalities: [here] };
export const jonas: Actor = { id: 'jonas', role: 'CASE_MANAGER', municipalities: [here] };
export const carla: Actor = { id: 'carla', role: 'EMPLOYER_SERVICE', municipalities: [here, there] };
export const kurs: Actor = { id: 'kurs', role: 'PROVIDER', municipalities: [], providerId: 'bildungswerk' };
export const mayor: Actor = { id: 'rathaus', role: 'TOWN_HALL', municipalities: [here] };
export const olaf: Actor = { id: 'olaf', role: 'OPERATOR', municipalities: [] };
export const lenz: Actor = { id: 'lenz', role: 'ANALYST', municipalities: [here, there] };

export const adaIdentity = {
  customerNumber: '437D010001',
  givenName: 'Ada',
  familyName: 'Müller',
  birthDate: '1984-05-17',
  sex: 'FEMALE',
  municipality: here,
  registeredOn: '2026-01-10',
};

type Payload = {
  person?: { id: string } | null;
  benefitUnit?: { id: string } | null;
  refusal?: { code: string } | null;
};

/** A mutation with one input: the id of what came of it, or the code of the refusal. */
export async function mutate(
  subgraph: SubgraphUnderTest,
  [actor, mutation]: [Actor, string],
  input: Record<string, unknown>,
): Promise<string> {
  const inputType = `${mutation.charAt(0).toUpperCase()}${mutation.slice(1)}Input`;
  const result = /BenefitUnit|Benefits?$/.test(mutation) ? 'benefitUnit' : 'person';
  const { data, errors } = await subgraph
    .as(actor)
    .run(`mutation ($input: ${inputType}!) { ${mutation}(input: $input) { ${result} { id } refusal { code } } }`, {
      input,
    });
  const payload = data?.[mutation] as Payload | null | undefined;
  if (!payload) throw new Error(JSON.stringify(errors));
  return payload.refusal?.code ?? payload[result]?.id ?? 'neither';
}

/** Ada, registered by the team lead. */
export function registerAda(subgraph: SubgraphUnderTest, changes: Record<string, unknown> = {}): Promise<string> {
  return mutate(subgraph, [miriam, 'registerPerson'], { ...adaIdentity, ...changes });
}
