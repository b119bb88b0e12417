import { ConfigError } from '#shared/settings/settings.ts';
import { cannotStart } from '#shared/service/cannot-start.ts';
import { exitCodes } from '#shared/service/exit-codes.ts';
import { createLog } from '#shared/log.ts';
import { onStop } from '#shared/service/on-stop.ts';
import { gatewayConfig, type GatewayConfig } from './config.ts';
import { startGateway, UnusableKey, type RunningGateway } from './gateway.ts';
import { httpLimits } from './limits.ts';

/** The parts that run so far. */
const running: { gateway?: RunningGateway } = {};
onStop(async () => {
  await running.gateway?.stop();
  log.info('stopped');
}, httpLimits.stopMs + 2000);
const config = readConfig();
const log = createLog('gateway', config.logLevel);
running.gateway = await startGateway(config, log).catch((error: unknown) => exitWithReason(error, config));
log.info({ port: running.gateway.port }, 'ready');

function readConfig(): GatewayConfig {
  try {
    return gatewayConfig(process.env);
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    process.stderr.write(`gateway: ${error.message}\n`);
    process.exit(exitCodes.config);
  }
}

/** Ends the process with one line that gives the reason. */
function exitWithReason(error: unknown, { host, port, internalPrivateKeyFile }: GatewayConfig): never {
  const { code, path } = error as NodeJS.ErrnoException;
  const reasons: Record<string, string> = {
    ENOENT:
      `${path === internalPrivateKeyFile ? 'INTERNAL_PRIVATE_KEY_FILE' : 'a file'} is missing: ${path}; \`npm ` +
      `start\` makes the keys of a house`,
    EACCES: `${path} may not be used by this user`,
  };
  const reason =
    error instanceof UnusableKey
      ? `INTERNAL_PRIVATE_KEY_FILE: ${error.message}`
      : (cannotStart(error, { host, port, portSetting: 'GATEWAY_PORT' })?.line ?? reasons[code ?? '']);
  if (reason === undefined) throw error;
  process.stderr.write(`gateway: ${reason}\n`);
  process.exit(exitCodes.config);
}
