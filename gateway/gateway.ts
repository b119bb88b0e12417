import { createPrivateKey, type KeyObject } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { gatewayApp } from './http/app.ts';
import { supergraphFile, type GatewayConfig } from './config.ts';
import { startGraph } from './supergraph/graph.ts';
import { ownPagesOnly } from './http/own-pages-only.ts';
import { guardedServer } from './http/server.ts';
import type { TrustedIssuer } from './identity/caller.ts';
import { remoteKeys } from './identity/key-set.ts';
import { localIssuer } from './issuer/local-issuer.ts';
import { issuerRoutes } from './issuer/routes.ts';
import { pageRoutes } from './page/page-routes.ts';
import { httpLimits } from './limits.ts';
import { closeServer, openPort } from '#shared/http/server.ts';
import type { Log } from '#shared/log.ts';

/** The key file is there, but does not hold the key whose public half the services know. */
export class UnusableKey extends Error {}

export type RunningGateway = { port: number; stop: () => Promise<void> };

/** Opens the gateway. The services may come later, and may go. */
export async function startGateway(
  config: GatewayConfig,
  log: Log,
  supergraph = readFileSync(supergraphFile, 'utf8'),
): Promise<RunningGateway> {
  const internalKey = signingKey(config.internalPrivateKeyFile);
  const { trusted, local } = await identity(config, log);
  const graph = await startGraph(supergraph, config, log);
  let stopping = false;
  const server = guardedServer(gatewayApp({ graph, trusted, internalKey, local, log, ready: () => !stopping }));
  const port = await openPort(server, config);
  return {
    port,
    stop: async () => {
      stopping = true;
      await closeServer(server, httpLimits.stopMs);
      await graph.stop();
    },
  };
}

async function identity(
  { trust, dataDir }: GatewayConfig,
  log: Log,
): Promise<{ trusted: TrustedIssuer; local: Parameters<typeof gatewayApp>[0]['local'] }> {
  if (trust.kind === 'oidc') {
    const { issuer, audience, jwksUrl } = trust;
    const keys = remoteKeys(new URL(jwksUrl), log);
    // Not waited for: the door opens without it, and who comes in vain is told to come again.
    void keys.read();
    return { trusted: { issuer, audience, keys }, local: [] };
  }
  const issuer = await localIssuer(dataDir);
  return { trusted: issuer.trusted, local: [ownPagesOnly, issuerRoutes(issuer), pageRoutes()] };
}

function signingKey(file: string): KeyObject {
  const content = readFileSync(file);
  const key = privateKeyIn(content);
  if (key?.asymmetricKeyType !== 'ed25519') throw new UnusableKey(`${file} holds no Ed25519 private key`);
  return key;
}

function privateKeyIn(content: Buffer): KeyObject | undefined {
  try {
    return createPrivateKey(content);
  } catch {
    return undefined;
  }
}
