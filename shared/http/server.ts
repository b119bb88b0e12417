import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Opens a port and returns it: with port 0, the one that the system chose. */
export async function openPort(server: Server, { host, port }: { host: string; port: number }): Promise<number> {
  await new Promise<void>((resolve, reject) => server.once('error', reject).listen(port, host, resolve));
  // A server that listens on a TCP port has such an address.
  return (server.address() as AddressInfo).port;
}

/** Closes a server. Requests under way may end, but not for ever. */
export async function closeServer(server: Server, patienceMs: number): Promise<void> {
  await new Promise<void>((resolve) => {
    const end = setTimeout(() => server.closeAllConnections(), patienceMs);
    // A connection becomes idle when its answer is out; nobody may send the next request on it.
    const idle = setInterval(() => server.closeIdleConnections(), 50);
    server.close(() => {
      clearTimeout(end);
      clearInterval(idle);
      resolve();
    });
  });
}
