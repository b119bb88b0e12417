import { readFileSync } from 'node:fs';
import {
  buildSchema,
  getNamedType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLInputType,
  type GraphQLSchema,
} from 'graphql';

/** A list of the graph with one choice of its arguments. */
export type ListQuestion = { service: string; query: string; variables: Record<string, unknown> };

const supergraph = new URL('../../../gateway/supergraph.graphql', import.meta.url);
const PAGING = new Set(['first', 'after']);
export const SOME_MUNICIPALITIES = ['06431010', '06431006'];

/** Returns every list that the graph offers, in each of its orders with each of its filters alone, and with none. */
export function listQuestions(): ListQuestion[] {
  const schema = buildSchema(readFileSync(supergraph, 'utf8'), { assumeValid: true });
  const lists = Object.values(schema.getQueryType()?.getFields() ?? {}).filter(({ type }) =>
    getNamedType(type).name.endsWith('Connection'),
  );
  return lists.flatMap((list) => questionsOf(list, schema));
}

function questionsOf(list: GraphQLField<unknown, unknown>, schema: GraphQLSchema): ListQuestion[] {
  const args = list.args.filter(({ name }) => !PAGING.has(name));
  const always = args.filter(({ type }) => isNonNullType(type) && !isEnumType(getNamedType(type)));
  const fixed = Object.fromEntries(always.map(({ name, type }) => [name, valuesOf(name, type)[0]]));
  const choices = args.filter((arg) => !always.includes(arg) && arg.name !== 'sort').flatMap(variantsOf);
  const sorts = args.find(({ name }) => name === 'sort');
  const orders = sorts ? variantsOf(sorts) : [{}];
  const head = args.map(({ name, type }) => `$${name}: ${String(type)}`).join(', ');
  const call = args.map(({ name }) => `${name}: $${name}`).join(', ');
  const query =
    `query${head && `(${head})`} { ${list.name}${call && `(${call})`} ` +
    '{ edges { cursor } pageInfo { hasNextPage ' +
    '} } }';
  const service = serviceOf(list, schema);
  return [{}, ...choices].flatMap((choice) =>
    orders.map((order) => ({ service, query, variables: { ...defaultsOf(args), ...fixed, ...choice, ...order } })),
  );
}

const defaultsOf = (args: readonly GraphQLArgument[]): Record<string, unknown> =>
  Object.fromEntries(
    args.flatMap(({ name, defaultValue }) => (defaultValue === undefined ? [] : [[name, defaultValue]])),
  );

/** Each value of an argument, of a filter each of its fields alone. */
function variantsOf({ name, type }: GraphQLArgument): Record<string, unknown>[] {
  const named = getNamedType(type);
  if (!isInputObjectType(named)) return valuesOf(name, type).map((value) => ({ [name]: value }));
  return Object.values(named.getFields()).flatMap((field) =>
    valuesOf(field.name, field.type).map((value) => ({ [name]: { [field.name]: value } })),
  );
}

function valuesOf(name: string, type: GraphQLInputType): unknown[] {
  if (isNonNullType(type)) return valuesOf(name, type.ofType);
  if (isListType(type)) {
    const each = valuesOf(name.replace(/ies$/, 'y'), type.ofType);
    return [each];
  }
  const named = getNamedType(type);
  if (isEnumType(named)) return named.getValues().map(({ value }) => value as unknown);
  switch (named.name) {
    case 'Boolean':
      return [true, false];
    case 'Int':
      return [20];
    case 'Date':
      return ['2026-09-01'];
    default:
      return name.includes('municipalit') ? SOME_MUNICIPALITIES : ['437D000001'];
  }
}

function serviceOf({ astNode }: GraphQLField<unknown, unknown>, schema: GraphQLSchema): string {
  const at = astNode?.directives?.find(({ name }) => name.value === 'join__field');
  const graph = at?.arguments?.find(({ name }) => name.value === 'graph')?.value;
  if (!graph || !('value' in graph) || typeof graph.value !== 'string' || !schema.getType('join__Graph'))
    throw new Error('a list that no service answers');
  return graph.value.toLowerCase();
}
