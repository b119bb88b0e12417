import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { localIssuer } from '../../gateway/issuer/local-issuer.ts';
import { demoUsers } from '../../gateway/issuer/demo-users.ts';

/** An identity provider as an administration has one, on this machine: its users are the demo's. */
export type Issuer = { env: NodeJS.ProcessEnv; tokenOf: (user: string) => Promise<string>; close: () => Promise<void> };

export async function startIssuer(folder: string): Promise<Issuer> {
  const { issue, jwks, trusted } = await localIssuer(folder);
  const server = createServer(
    (_request, response) => void response.setHeader('content-type', 'application/json').end(JSON.stringify(jwks)),
  );
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  // A server that listens on a TCP port has such an address.
  const { port } = server.address() as AddressInfo;
  return {
    env: {
      OIDC_ISSUER: trusted.issuer,
      OIDC_AUDIENCE: trusted.audience,
      OIDC_JWKS_URL: `http://127.0.0.1:${port}/keys`,
    },
    tokenOf: async (id) => {
      const user = demoUsers.find((each) => each.id === id);
      if (!user) throw new Error(`nobody is called ${id}`);
      return (await issue(user)).token;
    },
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}
