import { z } from 'zod';
import {
  commonSettings,
  parseConfig,
  port,
  portSetting,
  servicePorts,
  type ServiceName,
} from '#shared/settings/settings.ts';
import { isLoopback } from './http/loopback.ts';

/** The file that holds the composed graph of all services. */
export const supergraphFile = new URL('./supergraph.graphql', import.meta.url);

/** The issuer of callers' tokens: the gateway itself for the demo users, or the administration's identity provider. */
export type Trust = { kind: 'local' } | { kind: 'oidc'; issuer: string; audience: string; jwksUrl: string };

export type GatewayConfig = {
  host: string;
  port: number;
  dataDir: string;
  logLevel: string;
  /** The address of each service's graph, by its name. */
  services: Record<string, string>;
  internalPrivateKeyFile: string;
  trust: Trust;
};

const TOGETHER = 'is missing: OIDC_ISSUER, OIDC_AUDIENCE and OIDC_JWKS_URL are set together, or none of them';
const LOCAL_ONLY =
  'needs OIDC_ISSUER, OIDC_AUDIENCE and OIDC_JWKS_URL: without them anybody may be any demo user, which is for ' +
  'one machine alone';

export function gatewayConfig(env: NodeJS.ProcessEnv): GatewayConfig {
  const settings = parseConfig(gatewaySettings(env), env);
  const { OIDC_ISSUER: issuer, OIDC_AUDIENCE: audience, OIDC_JWKS_URL: jwksUrl } = settings;
  return {
    host: settings.HOST,
    port: settings.GATEWAY_PORT,
    dataDir: settings.DATA_DIR,
    logLevel: settings.LOG_LEVEL,
    services: {
      people: settings.PEOPLE_URL,
      cases: settings.CASES_URL,
      measures: settings.MEASURES_URL,
      employers: settings.EMPLOYERS_URL,
      insights: settings.INSIGHTS_URL,
    },
    internalPrivateKeyFile: settings.INTERNAL_PRIVATE_KEY_FILE,
    trust: issuer && audience && jwksUrl ? { kind: 'oidc', issuer, audience, jwksUrl } : { kind: 'local' },
  };
}

/** Returns the settings that the gateway reads; some of them depend on what else is set. */
export function gatewaySettings(env: NodeJS.ProcessEnv) {
  const oidc = ['OIDC_ISSUER', 'OIDC_AUDIENCE', 'OIDC_JWKS_URL'].some((name) => Boolean(env[name]));
  return { ...commonSettings, ...ownSettings(oidc), ...serviceSettings(env) };
}

/**
 * Returns the gateway's own settings. Without an identity provider anybody who reaches the gateway may be anybody: so
 * nobody from elsewhere may reach it.
 */
function ownSettings(oidc: boolean) {
  const withProvider = z
    .string()
    .refine(() => oidc, LOCAL_ONLY)
    .optional();
  const text = z.string({ error: TOGETHER });
  const together = <Setting extends z.ZodType>(setting: Setting) => (oidc ? setting : setting.optional());
  return {
    HOST: commonSettings.HOST.refine((host) => oidc || isLoopback(host), LOCAL_ONLY),
    GATEWAY_PORT: port(4000),
    INTERNAL_PRIVATE_KEY_FILE: z.string().default('.data/keys/internal.private.pem'),
    MONGO_URL: withProvider,
    MONGO_URL_FILE: withProvider,
    KAFKA_BROKERS: withProvider,
    OIDC_ISSUER: together(text),
    OIDC_AUDIENCE: together(text),
    OIDC_JWKS_URL: together(text.refine(isProtected, 'must be an https address, or one of this machine')),
  };
}

function serviceSettings(env: NodeJS.ProcessEnv) {
  const address = z.url({ protocol: /^https?$/, error: 'must be an http or https address' });
  const graphOf = (name: ServiceName) => address.default(`http://127.0.0.1:${portOf(env, name)}/graphql`);
  return {
    PEOPLE_URL: graphOf('people'),
    CASES_URL: graphOf('cases'),
    MEASURES_URL: graphOf('measures'),
    EMPLOYERS_URL: graphOf('employers'),
    INSIGHTS_URL: graphOf('insights'),
  };
}

function portOf(env: NodeJS.ProcessEnv, name: ServiceName): string | number {
  const given = env[portSetting(name)] ?? '';
  return given === '' ? servicePorts[name] : given;
}

function isProtected(address: string): boolean {
  if (!URL.canParse(address)) return false;
  const { protocol, hostname } = new URL(address);
  return protocol === 'https:' || (protocol === 'http:' && isLoopback(hostname));
}
