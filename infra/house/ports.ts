import { createServer } from 'node:net';
import { portSetting, servicePorts, type ServiceName } from '#shared/config.ts';

export type HousePorts = Record<ServiceName | 'gateway', number>;

export const services = Object.keys(servicePorts) as ServiceName[];

/** The ports the environment asks for, or the usual ones. */
export function usualPorts(env: NodeJS.ProcessEnv): HousePorts {
  const of = (name: ServiceName): number => Number(env[portSetting(name)] ?? servicePorts[name]);
  return { people: of('people'), cases: of('cases'), measures: of('measures'), employers: of('employers'), insights: of('insights'), gateway: Number(env.GATEWAY_PORT ?? 4000) };
}

/** Ports that nobody listens on now, so that several houses can stand beside each other. */
export async function freePorts(): Promise<HousePorts> {
  const held = await Promise.all([...services, 'gateway'].map(() => hold()));
  const [people = 0, cases = 0, measures = 0, employers = 0, insights = 0, gateway = 0] = held.map(({ port }) => port);
  await Promise.all(held.map(({ release }) => release()));
  return { people, cases, measures, employers, insights, gateway };
}

async function hold(): Promise<{ port: number; release: () => Promise<void> }> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  return { port: address.port, release: () => new Promise((resolve) => server.close(() => resolve())) };
}
