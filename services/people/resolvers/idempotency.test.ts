import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { SubgraphUnderTest } from '#tests/support/subgraph.ts';
import { adaIdentity, here, peopleUnderTest, registerAda, staff } from './people.fixture.ts';

const correct = (input: string) =>
  `correctPerson(input: { ${input}, idempotencyKey: "k" }) { person { givenName } refusal { code } }`;
const phone = (input: string) =>
  `updateContact(input: { ${input}, idempotencyKey: "k" }) { person { contact { phone } } refusal { code } }`;

describe('an idempotency key', () => {
  let subgraph: SubgraphUnderTest;
  beforeEach(async () => {
    subgraph = await peopleUnderTest();
  });
  afterEach(() => subgraph[Symbol.asyncDispose]());
  const run = async (operation: string): Promise<unknown> => {
    const { data, errors } = await subgraph.as(staff.miriam).run(operation);
    return errors.length > 0 ? errors : data;
  };
  const announced = async (): Promise<number> => (await subgraph.said()).length;

  test('counts for each mutation by itself: a person and a household under one key are two', async () => {
    const eva = await registerAda(subgraph, { customerNumber: '437D010002', givenName: 'Eva' });
    const { registeredOn: _on, ...adaWithoutDay } = adaIdentity;
    const facts = JSON.stringify(adaWithoutDay)
      .slice(1, -1)
      .replace(/"(\w+)":/g, '$1: ')
      .replace('"FEMALE"', 'FEMALE');
    const members = `[{ personId: "${eva}", role: APPLICANT }]`;
    const unit = `number: "43705BG0001234", municipality: "${here}", members: ${members}`;
    const { a, b } = (await run(`mutation {
      a: registerPerson(input: { ${facts}, idempotencyKey: "k" }) { person { id } refusal { code } }
      b: formBenefitUnit(input: { ${unit}, idempotencyKey: "k" }) { benefitUnit { id } refusal { code } }
    }`)) as {
      a: { person: { id: string } | null };
      b: { benefitUnit: { id: string } | null };
    };
    expect([a, b]).toEqual([
      { person: { id: expect.any(String) }, refusal: null },
      { benefitUnit: { id: expect.any(String) }, refusal: null },
    ]);
    expect(a.person?.id).not.toBe(b.benefitUnit?.id);
  });

  test('lets two different changes of one person happen in one operation', async () => {
    const id = await registerAda(subgraph);
    const both = `mutation {
      ${correct(`personId: "${id}", givenName: "Eva"`)}
      ${phone(`personId: "${id}", phone: "06245 1"`)}
    }`;
    const done = {
      correctPerson: { person: { givenName: 'Eva' }, refusal: null },
      updateContact: { person: { contact: { phone: '06245 1' } }, refusal: null },
    };
    expect([await run(both), await run(both), await announced()]).toEqual([done, done, 3]);
  });

  test('is recognised wherever in an operation its mutation stands', async () => {
    const id = await registerAda(subgraph);
    await run(`mutation { ${phone(`personId: "${id}", phone: "06245 1"`)} }`);
    await run(`mutation { updateContact(input: { personId: "${id}", phone: "06245 2" }) { refusal { code } } }`);
    const again = phone(`personId: "${id}", phone: "06245 1"`);
    const late = { person: { contact: { phone: '06245 2' } }, refusal: null };
    expect(
      await run(`mutation Late { first: ${correct(`personId: "${id}", givenName: "Eva"`)} ${again} }`),
    ).toMatchObject({ updateContact: late });
    expect(await run(`mutation { ...Again } fragment Again on Mutation { ${again} }`)).toEqual({ updateContact: late });
  });
});
