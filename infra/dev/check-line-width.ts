import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const [root = fileURLToPath(new URL('../..', import.meta.url))] = process.argv.slice(2);

const MOST = 120;
/** What a composer writes is as wide as it is. */
const WRITTEN_BY_PROGRAMS = ['gateway/supergraph.graphql'];

/** Finds what Prettier leaves as it is: comments and strings that are too wide. */
const files = globSync('**/*.{ts,mjs,js,graphql,css,yaml}', {
  cwd: root,
  exclude: (path) => /(^|\/)(node_modules|\.data|\.git)$/.test(path),
});
const problems = files
  .filter((file) => !WRITTEN_BY_PROGRAMS.includes(file))
  .sort()
  .flatMap((file) =>
    readFileSync(join(root, file), 'utf8')
      .split('\n')
      .flatMap((line, index) =>
        line.length > MOST ? [`${file}:${index + 1} has ${line.length} characters, more than ${MOST}`] : [],
      ),
  );
for (const problem of problems) process.stdout.write(`${problem}\n`);
process.exitCode = problems.length === 0 ? 0 : 1;
