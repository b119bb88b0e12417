import { readdirSync, readFileSync } from 'node:fs';
import { relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { concatAST, GraphQLError, parse, Source, type DocumentNode } from 'graphql';

const root = fileURLToPath(new URL('../..', import.meta.url));
const commonFile = new URL('./common.graphql', import.meta.url);

/** A service's contract with the graph: what all services share, and its own, a file for each aggregate or topic. */
export function subgraphSchema(folder: URL): DocumentNode {
  // Always in the same order: what is composed of it is committed and compared.
  const names = readdirSync(folder)
    .filter((name) => name.endsWith('.graphql'))
    .sort();
  return concatAST([commonFile, ...names.map((name) => new URL(name, folder))].map(readable));
}

/** Whatever is found to be wrong with the graph later on can say in which file it stands. */
function readable(file: URL): DocumentNode {
  const name = relative(root, fileURLToPath(file));
  try {
    return parse(new Source(readFileSync(file, 'utf8'), name));
  } catch (error) {
    if (!(error instanceof GraphQLError)) throw error;
    const [line] = error.locations ?? [];
    throw new GraphQLError(`${name}:${line?.line ?? 1}: ${error.message}`, { originalError: error });
  }
}
