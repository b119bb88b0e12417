import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { eventually } from '#tests/support/eventually.ts';
import type { AttackedHouse } from './attacked-house.ts';

/** P8: everything that the processes have written about what they did, by file. */
export async function logsOf({ dataDir }: Pick<AttackedHouse, 'dataDir'>): Promise<Record<string, string>> {
  const folder = join(dataDir, 'logs');
  const names = await readdir(folder);
  return Object.fromEntries(
    await Promise.all(names.map(async (name) => [name, await readFile(join(folder, name), 'utf8')] as const)),
  );
}

/** Node's debugger listens here when a process is asked to open it. */
const DEBUGGER = 'http://127.0.0.1:9229/json/list';

/** P7: what every object of a process has that it should not have, asked of the process itself through its debugger. */
export async function addedToEveryObject(pid: number): Promise<unknown> {
  process.kill(pid, 'SIGUSR1');
  const address = await eventually(async () => {
    const [target] = (await (await fetch(DEBUGGER)).json()) as { webSocketDebuggerUrl: string }[];
    if (!target) throw new Error('nothing to debug');
    return target.webSocketDebuggerUrl;
  });
  // The next process opens its debugger at the same port: this one closes its own once it has said this.
  const answer = await evaluated(
    address,
    `setTimeout(() => process.getBuiltinModule('node:inspector').close(), 0); JSON.stringify([process.pid, ` +
      'Object.keys(Object.prototype)])',
  );
  await eventually(async () => {
    if (
      await fetch(DEBUGGER).then(
        () => true,
        () => false,
      )
    )
      throw new Error('the debugger is still open');
  });
  const [asked, added] = JSON.parse(answer) as [number, string[]];
  if (asked !== pid) throw new Error('another process has answered');
  return added;
}

function evaluated(address: string, expression: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = new WebSocket(address);
    socket.onerror = () => reject(new Error('the debugger does not answer'));
    socket.onopen = () => socket.send(JSON.stringify({ id: 1, method: 'Runtime.evaluate', params: { expression } }));
    socket.onmessage = ({ data }) => {
      const { result } = JSON.parse(String(data)) as { result: { result: { value: string } } };
      socket.close();
      resolve(result.result.value);
    };
  });
}
