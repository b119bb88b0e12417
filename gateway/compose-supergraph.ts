import { composeServices } from '@apollo/composition';
import { parse, print, type GraphQLError } from 'graphql';
import { servicePorts } from '#shared/config.ts';
import { subgraphSchema } from '#shared/subgraph.ts';

export type SubgraphSchema = { name: string; sdl: string };

/** The services' schemas do not fit together; says which, where and why. */
export class CompositionError extends Error {
  constructor(problems: string[]) {
    super(`the services' schemas do not compose:\n${problems.map((problem) => `  - ${problem}`).join('\n')}`);
    this.name = 'CompositionError';
  }
}

/** What every service says about its part of the graph. */
export function houseSchemas(): SubgraphSchema[] {
  return Object.keys(servicePorts).map((name) => ({ name, sdl: subgraphSchema(new URL(`../services/${name}/schema.graphql`, import.meta.url)) }));
}

/** One graph out of all parts. Addresses are not in it: they are settings of the gateway. */
export function composeSupergraph(schemas: SubgraphSchema[]): string {
  const parts = schemas.map(({ name, sdl }) => ({ name, typeDefs: parsed(name, sdl), url: `http://${name}.invalid/graphql` }));
  const { errors, supergraphSdl } = composeServices(parts, { runSatisfiability: true });
  if (errors && errors.length > 0) throw new CompositionError(errors.map(problem));
  if (supergraphSdl === undefined) throw new CompositionError(['nothing came out, and no reason was given']);
  return `${print(parse(supergraphSdl))}\n`;
}

function parsed(name: string, sdl: string): ReturnType<typeof parse> {
  try {
    return parse(sdl);
  } catch (error) {
    throw new CompositionError([`${name}: ${error instanceof Error ? error.message : String(error)}`]);
  }
}

function problem({ message, extensions, nodes }: GraphQLError): string {
  const code = typeof extensions.code === 'string' ? `${extensions.code}: ` : '';
  const lines = (nodes ?? []).flatMap(({ loc }) => (loc ? [loc.startToken.line] : []));
  const at = lines.length > 0 ? ` (line ${lines.join(', ')} of the part, shared/common.graphql counted in)` : '';
  return `${code}${message.replaceAll('\n', '\n    ')}${at}`;
}
