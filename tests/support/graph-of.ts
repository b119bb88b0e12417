import { expect } from '@jest/globals';
import { at } from './at.ts';
import { eventually } from './eventually.ts';
import type { HouseUnderTest } from './house.ts';

export type InputOf = { name: string; input: Record<string, unknown>; selection: string };

/** Runs one mutation as a user, and returns its payload, refusal included. */
export async function mutate(
  house: HouseUnderTest,
  user: string,
  { name, input, selection }: InputOf,
): Promise<unknown> {
  const type = `${(name[0] ?? '').toUpperCase()}${name.slice(1)}Input`;
  const { data, errors } = await house.as(user)(
    `mutation($input: ${type}!) { ${name}(input: $input) { ${selection} refusal { code message } } }`,
    { input },
  );
  expect(errors).toEqual([]);
  return at(data, name);
}

/** Repeats a mutation until it is done: what one service did a moment ago, another may not have heard yet. */
export function done(house: HouseUnderTest, user: string, command: InputOf): Promise<unknown> {
  return eventually(async () => {
    const payload = await mutate(house, user, command);
    expect(at(payload, 'refusal')).toBeNull();
    return payload;
  });
}

/** Asks as a user; errors fail the test. */
// eslint-disable-next-line max-params -- as `mutate`, without a command
export async function asked(
  house: HouseUnderTest,
  user: string,
  query: string,
  variables: Record<string, unknown> = {},
): Promise<unknown> {
  const { data, errors } = await house.as(user)(query, variables);
  expect(errors).toEqual([]);
  return data;
}
