import { createServer, type AddressInfo } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { servicePorts, type ServiceName } from '#shared/settings/settings.ts';
import { exitCodes } from '#shared/service/exit-codes.ts';
import { ExitError } from '../operate/exit-error.ts';

export type HousePorts = Record<ServiceName | 'gateway', number>;

/** Object.keys forgets what the keys are. */
export const services = Object.keys(servicePorts) as ServiceName[];

/** Finds ports that nobody listens on now, so that several houses can stand beside each other. */
export async function freePorts(): Promise<HousePorts> {
  const held = await Promise.all([...services, 'gateway'].map(() => hold(0)));
  const [people = 0, cases = 0, measures = 0, employers = 0, insights = 0, gateway = 0] = held.map(({ port }) => port);
  await Promise.all(held.map(({ release }) => release()));
  return { people, cases, measures, employers, insights, gateway };
}

/** Refuses a start with all ports that are taken and do not become free within the time. */
export async function assertPortsFree(ports: HousePorts, withinMs: number): Promise<void> {
  const end = performance.now() + withinMs;
  for (;;) {
    const taken = await takenOf(ports);
    if (taken.length === 0) return;
    if (performance.now() >= end)
      throw new ExitError(
        exitCodes.busy,
        taken.map(([name, port]) => `Port ${port} is taken; set ${name.toUpperCase()}_PORT to another one.`).join('\n'),
      );
    await pause(100);
  }
}

async function takenOf(ports: HousePorts): Promise<[string, number][]> {
  const tried = await Promise.all(
    Object.entries(ports).map(async ([name, port]): Promise<[string, number] | undefined> => {
      const held = await hold(port).catch(() => undefined);
      await held?.release();
      return held ? undefined : [name, port];
    }),
  );
  return tried.filter((each) => each !== undefined);
}

async function hold(wanted: number): Promise<{ port: number; release: () => Promise<void> }> {
  const server = createServer();
  await new Promise<void>((resolve, reject) => server.once('error', reject).listen(wanted, '127.0.0.1', resolve));
  // A server that listens on a TCP port has such an address.
  const { port } = server.address() as AddressInfo;
  return { port, release: () => new Promise((resolve) => server.close(() => resolve())) };
}
