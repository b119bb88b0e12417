import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { asyncApiDocument } from './asyncapi-document.ts';
import { contracts } from './contracts.ts';
import { freeze, readCorpus } from './corpus.ts';

/** After a change of a contract: takes in new examples and writes the document again. */
const documentFile = new URL('./asyncapi.json', import.meta.url);
const corpus = readCorpus();
freeze(corpus);
writeFileSync(documentFile, `${JSON.stringify(asyncApiDocument(contracts, corpus), null, 2)}\n`);
process.stdout.write(`written: ${fileURLToPath(documentFile)}\n`);
