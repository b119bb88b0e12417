import { causesOf, labelOf, type ErrorLabel } from '#shared/causes.ts';

/**
 * The errors that are about a setting, and a sentence for each: told by the names and codes that the engines' clients
 * give them.
 */
const faults: readonly { is: (error: ErrorLabel) => boolean; says: (error: ErrorLabel) => string }[] = [
  {
    is: ({ name, type }) => name === 'KafkaJSSASLAuthenticationError' || type === 'SASL_AUTHENTICATION_FAILED',
    says: () => 'KAFKA_USERNAME, KAFKA_PASSWORD_FILE: the brokers refuse this login',
  },
  {
    is: ({ type }) => type === 'ILLEGAL_SASL_STATE' || type === 'UNSUPPORTED_SASL_MECHANISM',
    says: () => 'KAFKA_SASL: the brokers take another kind of login, or none',
  },
  {
    is: ({ type }) => type?.endsWith('_AUTHORIZATION_FAILED') === true,
    says: ({ type }) => `KAFKA_USERNAME: this user lacks a right at the brokers (${type ?? ''})`,
  },
  {
    is: ({ type }) => type === 'INVALID_REPLICATION_FACTOR',
    says: () => 'TOPIC_REPLICATION: there are fewer brokers than that',
  },
  {
    is: ({ name, code }) => name.startsWith('KafkaJS') && isCertificate(code),
    says: ({ code }) => `KAFKA_TLS, KAFKA_CA_FILE: TLS with the brokers fails (${code ?? ''})`,
  },
  { is: ({ name, code }) => name === 'MongoParseError' && code === undefined, says: () => UNREADABLE_ADDRESS },
  {
    is: ({ name, code }) => isMongo(name) && (code === '18' || code === '8000'),
    says: () => 'MONGO_URL: the database refuses this login',
  },
  {
    is: ({ name, code }) => isMongo(name) && code === '13',
    says: () => 'MONGO_URL: this user lacks a right at the database',
  },
  {
    is: ({ code }) => isCertificate(code),
    says: ({ code }) => `MONGO_URL: TLS with the database fails (${code ?? ''})`,
  },
];

export const UNREADABLE_ADDRESS =
  'MONGO_URL: is no address that MongoDB understands; special characters of a password are written as %40 for ' +
  '@, and options must be known ones';

/**
 * Returns a sentence that names the setting at fault; undefined when the error is about anything else, such as an
 * engine that is away.
 */
export function settingAtFault(error: unknown): string | undefined {
  for (const each of causesOf(error)) {
    const label = labelOf(each);
    const fault = faults.find(({ is }) => is(label));
    if (fault) return fault.says(label);
  }
  return undefined;
}

function isMongo(name: string): boolean {
  return name.startsWith('Mongo');
}

const CERTIFICATE_CODES = [
  'ERR_TLS_',
  'ERR_SSL_',
  'ERR_OSSL_',
  'CERT_',
  'DEPTH_ZERO_',
  'SELF_SIGNED_',
  'UNABLE_TO_GET_',
  'UNABLE_TO_VERIFY_',
  'UNABLE_TO_DECRYPT_',
  'UNABLE_TO_DECODE_',
  'HOSTNAME_MISMATCH',
  'INVALID_CA',
  'INVALID_PURPOSE',
];

/** True for the codes of OpenSSL and Node about a certificate, or about a server that does not speak TLS as we do. */
function isCertificate(code: string | undefined): boolean {
  return code !== undefined && CERTIFICATE_CODES.some((begin) => code.startsWith(begin));
}
