import { readdirSync, readFileSync } from 'node:fs';
import { relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { concatAST, GraphQLError, parse, Source, type DocumentNode } from 'graphql';

const root = fileURLToPath(new URL('../..', import.meta.url));
const commonFile = new URL('./common.graphql', import.meta.url);

/**
 * Returns the schema of a service: the part that all services share, and its own, a file for each aggregate or topic.
 */
export function subgraphSchema(folder: URL): DocumentNode {
  // Always in the same order: what is composed of it is committed and compared.
  const names = readdirSync(folder)
    .filter((name) => name.endsWith('.graphql'))
    .sort();
  return concatAST([commonFile, ...names.map((name) => new URL(name, folder))].map(parseFile));
}

/** Parses a file and keeps its name, so that later errors about the graph can name it. */
function parseFile(file: URL): DocumentNode {
  const name = relative(root, fileURLToPath(file));
  try {
    return parse(new Source(readFileSync(file, 'utf8'), name));
  } catch (error) {
    if (!(error instanceof GraphQLError)) throw error;
    const [line] = error.locations ?? [];
    throw new GraphQLError(`${name}:${line?.line ?? 1}: ${error.message}`, { originalError: error });
  }
}
