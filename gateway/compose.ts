import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { composeSupergraph, CompositionError, houseSchemas } from './supergraph/compose-supergraph.ts';
import { supergraphFile } from './supergraph-file.ts';

try {
  writeFileSync(supergraphFile, composeSupergraph(houseSchemas()));
  process.stdout.write(`written: ${fileURLToPath(supergraphFile)}\n`);
} catch (error) {
  if (!(error instanceof CompositionError)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
}
