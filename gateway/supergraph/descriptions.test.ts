import { expect, test } from '@jest/globals';
import { parse, visit, type ASTNode, type DocumentNode, type NameNode, type StringValueNode } from 'graphql';
import { subgraphSchema } from '#shared/graph/subgraph-schema.ts';

/** The services whose descriptions are looked at: whoever mends another one's adds its name. */
const described = ['cases', 'insights', 'measures', 'employers', 'people'];
/** So many words that are not those of the name itself: less does not say more than the name. */
const LEAST_WORDS = 4;
/** Made of the parts of all services: it says nothing that its fields do not say. */
const roots = ['Query', 'Mutation'];

test.each(described)(
  'in the graph of %s every type, field, argument and value has a description that says more than its name',
  (service) => {
    expect(thinDescriptions(subgraphSchema(new URL(`../../services/${service}/schema/`, import.meta.url)))).toEqual([]);
  },
);

test('a description that only repeats the name, or is missing, is found', () => {
  const schema =
    '"A talk with a person, as planned." type Talk { "Stable id." id: ID! heldOn: String "The day on which it ' +
    'took place." on("The day." day: Int): String } "What became of a talk, as a code." enum Status { "Held." ' +
    'HELD }';
  expect(thinDescriptions(parse(schema))).toEqual([
    'Talk.id: Stable id.',
    'Talk.heldOn: ',
    'Talk.on.day: The day.',
    'Status.HELD: Held.',
  ]);
});

function thinDescriptions(schema: DocumentNode): string[] {
  const path: string[] = [];
  const thin: string[] = [];
  visit(schema, {
    enter(node) {
      const name = nameOf(node);
      if (name === undefined) return;
      path.push(name);
      // What extends a type is described where the type is.
      if (node.kind.endsWith('Extension') || roots.includes(path.join('.'))) return;
      const text = partsOf(node).description?.value ?? '';
      const own = new Set(wordsOf(name));
      if (wordsOf(text).filter((word) => !own.has(word)).length < LEAST_WORDS) thin.push(`${path.join('.')}: ${text}`);
    },
    leave(node) {
      if (nameOf(node) !== undefined) path.pop();
    },
  });
  return thin;
}

const declared = new RegExp(
  '^(?:(?:Object|InputObject|Enum|Scalar|Interface|Union)Type(?:Definition|Extension)|' +
    '(?:Field|InputValue|EnumValue)Definition)$',
);

function nameOf(node: ASTNode): string | undefined {
  return declared.test(node.kind) ? partsOf(node).name?.value : undefined;
}

/** Whatever is declared has a name, and perhaps a description; other nodes have neither. */
function partsOf(node: ASTNode & { name?: NameNode; description?: StringValueNode }): {
  name?: NameNode;
  description?: StringValueNode;
} {
  return node;
}

/** `heldOn`, `HELD_ON` and "held on" are the same two words. */
function wordsOf(text: string): string[] {
  return (
    text
      .replaceAll(/(?<=[a-z])(?=[A-Z])/g, ' ')
      .toLowerCase()
      .match(/[\p{L}\p{N}§]+/gu) ?? []
  );
}
