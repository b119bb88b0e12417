import { composeServices } from '@apollo/composition';
import { GraphQLError, Kind, parse, print, visit, type ArgumentNode, type DocumentNode } from 'graphql';
import { servicePorts } from '#shared/settings/settings.ts';
import { subgraphSchema } from '#shared/graph/subgraph-schema.ts';

export type SubgraphSchema = { name: string; typeDefs: DocumentNode };

/** The services' schemas do not fit together; the message says which, where and why. */
export class CompositionError extends Error {
  constructor(problems: string[]) {
    super(`the services' schemas do not compose:\n${problems.map((problem) => `  - ${problem}`).join('\n')}`);
    this.name = 'CompositionError';
  }
}

/** Returns the schema of every service. */
export function houseSchemas(): SubgraphSchema[] {
  return Object.keys(servicePorts).map((name) => ({ name, typeDefs: readSchema(name) }));
}

/** Composes one graph out of all parts. Addresses are not in it: they are settings of the gateway. */
export function composeSupergraph(schemas: SubgraphSchema[]): string {
  const parts = schemas.map(({ name, typeDefs }) => ({ name, typeDefs, url: `http://${name}.invalid/graphql` }));
  const { errors, supergraphSdl } = composeServices(parts, { runSatisfiability: true });
  if (errors && errors.length > 0) throw new CompositionError(errors.map(problemText));
  if (supergraphSdl === undefined) throw new CompositionError(['nothing came out, and no reason was given']);
  return `${print(visit(parse(supergraphSdl), { Argument: withRequiresOnOneLine }))}\n`;
}

/** Puts the fields that `@requires` names on one line; a service's schema may have them on several. */
function withRequiresOnOneLine({ value, ...argument }: ArgumentNode): ArgumentNode | undefined {
  if (argument.name.value !== 'requires' || value.kind !== Kind.STRING) return undefined;
  return { ...argument, value: { ...value, value: value.value.replaceAll(/\s+/g, ' ') } };
}

function readSchema(name: string): DocumentNode {
  try {
    return subgraphSchema(new URL(`../../services/${name}/schema/`, import.meta.url));
  } catch (error) {
    if (!(error instanceof GraphQLError)) throw error;
    throw new CompositionError([error.message]);
  }
}

function problemText({ message, extensions, nodes }: GraphQLError): string {
  const code = typeof extensions.code === 'string' ? `${extensions.code}: ` : '';
  const places = new Set(
    (nodes ?? []).flatMap(({ loc }) => (loc ? [`${loc.source.name}:${loc.startToken.line}`] : [])),
  );
  const at = places.size > 0 ? ` (${[...places].join(', ')})` : '';
  return `${code}${message.replaceAll('\n', '\n    ')}${at}`;
}
