import { connect, createServer, type AddressInfo, type Socket } from 'node:net';

/**
 * What happens between a client and a server: all passes; nobody is there; everything is swallowed without a word; or
 * that is so on the connections there are, while new ones pass.
 */
export type ProxyMode = 'pass' | 'cut' | 'blackhole' | 'frozen';
export type Proxy = { port: number; set: (mode: ProxyMode) => void; close: () => Promise<void> };

/** Made anew for each connection: hears what the client sends on it. */
export type Listener = () => (bytes: Buffer) => void;

/** Stands before a server on this machine, at `port` or at any that is free. */
export async function proxyTo(
  target: { host: string; port: number },
  port = 0,
  listener: Listener = () => () => undefined,
): Promise<Proxy> {
  let mode: ProxyMode = 'pass';
  const open = new Set<Socket>();
  const frozen = new WeakSet<Socket>();
  const server = createServer((client) => {
    if (mode === 'cut') return void client.destroy();
    const upstream = connect(target);
    client.on('data', listener());
    pass(client, upstream);
    pass(upstream, client);
    return undefined;
  });
  const pass = (from: Socket, to: Socket): void => {
    open.add(from);
    from.on('data', (bytes: Buffer) => void (mode !== 'blackhole' && !frozen.has(from) && to.write(bytes)));
    from.on('error', () => undefined);
    from.on('close', () => {
      open.delete(from);
      to.destroy();
    });
  };
  await new Promise<void>((resolve, reject) => server.once('error', reject).listen(port, '127.0.0.1', resolve));
  const drop = (): void => {
    for (const socket of open) socket.destroy();
  };
  return {
    // A server that listens on a TCP port has such an address.
    port: (server.address() as AddressInfo).port,
    set: (next) => {
      // What was swallowed is lost: a connection that goes on after it would be out of step.
      if (next === 'cut' || (mode === 'blackhole' && next === 'pass')) drop();
      if (next === 'frozen') for (const socket of open) frozen.add(socket);
      mode = next;
    },
    close: () =>
      new Promise((resolve) => {
        drop();
        server.close(() => resolve());
      }),
  };
}
