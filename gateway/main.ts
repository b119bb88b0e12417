import { ConfigError } from '#shared/config.ts';
import { createLog } from '#shared/log.ts';
import { gatewayConfig, type GatewayConfig } from './config.ts';
import { startGateway, UnusableKey } from './gateway.ts';
import { httpLimits } from './limits.ts';

const config = configured();
const log = createLog('gateway', config.logLevel);
const gateway = await startGateway(config, log).catch((error: unknown) => leave(error, config));
log.info({ port: gateway.port }, 'ready');

let stopping = false;
const stop = (): void => {
  if (stopping) return;
  stopping = true;
  setTimeout(() => process.exit(1), httpLimits.stopMs + 2000).unref();
  gateway.stop().then(() => {
    log.info('stopped');
    process.exit(0);
  }, () => process.exit(1));
};
// `disconnect`: whoever started us is gone.
for (const signal of ['SIGTERM', 'SIGINT', 'disconnect'] as const) process.on(signal, stop);
// Gone while we were starting: the event is over.
// eslint-disable-next-line @typescript-eslint/no-unnecessary-boolean-literal-compare -- undefined where nobody was ever connected
if (process.connected === false) stop();

function configured(): GatewayConfig {
  try {
    return gatewayConfig(process.env);
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    process.stderr.write(`gateway: ${error.message}\n`);
    process.exit(78);
  }
}

/** One line that says why, for whoever started us. */
function leave(error: unknown, { port, internalPrivateKeyFile }: GatewayConfig): never {
  const { code, path } = error as NodeJS.ErrnoException;
  const reasons: Record<string, string> = {
    EADDRINUSE: `port ${port} is taken; set GATEWAY_PORT to another one`,
    ENOENT: `${path === internalPrivateKeyFile ? 'INTERNAL_PRIVATE_KEY_FILE' : 'a file'} is missing: ${path}; \`npm start\` makes the keys of a house`,
    EACCES: `${path ?? `port ${port}`} may not be used by this user`,
  };
  const reason = error instanceof UnusableKey ? `INTERNAL_PRIVATE_KEY_FILE: ${error.message}` : reasons[code ?? ''];
  if (reason === undefined) throw error;
  process.stderr.write(`gateway: ${reason}\n`);
  process.exit(78);
}
