import mongoose from 'mongoose';
import { proxyTo, type Listener, type Proxy } from '#tests/support/proxy.ts';
import { commandsIn, type Command } from './wire.ts';

/** A proxy before the server that MONGO_URL names, and the address that leads through it. */
export type ThroughProxy = { url: string; proxy: Proxy };

const ADDRESS = /^mongodb:\/\/(?<login>[^@/]*@)?(?<hosts>[^/?]+)\/?(?<database>[^?]*)\??(?<options>.*)$/;

/** Returns why nobody can stand between a client and that server; undefined where somebody can. */
export function notProxied(url: string): string | undefined {
  return !ADDRESS.test(url) || /[?&](tls|ssl)=true/i.test(url) ? 'MONGO_URL is not plain TCP' : undefined;
}

/**
 * Stands before the one server that takes writes: of a replica set its primary, whichever members the address names.
 */
export async function throughProxy(url: string, listener?: Listener): Promise<ThroughProxy> {
  const { login = '', hosts = '', database = '', options = '' } = ADDRESS.exec(url)?.groups ?? {};
  const settings = new URLSearchParams(options);
  const direct = settings.get('directConnection') === 'true';
  const [host = '', port = '27017'] = ((direct ? undefined : await primaryOf(url)) ?? hosts.split(',')[0] ?? '').split(
    ':',
  );
  const proxy = await proxyTo({ host, port: Number(port) }, 0, listener);
  settings.delete('replicaSet');
  settings.set('directConnection', 'true');
  return { url: `mongodb://${login}127.0.0.1:${proxy.port}/${database}?${settings.toString()}`, proxy };
}

async function primaryOf(url: string): Promise<string | undefined> {
  const connection = await mongoose.createConnection(url).asPromise();
  try {
    // A server without replication, or of another make, names none.
    const hello = await connection
      .getClient()
      .db('admin')
      .command({ isMaster: 1 })
      .catch(() => ({}));
    return 'primary' in hello && typeof hello.primary === 'string' ? hello.primary : undefined;
  } finally {
    await connection.close();
  }
}

/** Hands over every command that reaches the server by this address, from whichever process. */
export async function recorded(url: string, heard: (command: Command) => void): Promise<ThroughProxy> {
  return throughProxy(url, () => commandsIn(heard));
}
