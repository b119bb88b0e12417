import { describe, expect, test } from '@jest/globals';
import { gatewayConfig } from './config.ts';

const oidc = {
  OIDC_ISSUER: 'https://login.test',
  OIDC_AUDIENCE: 'kurze-wege',
  OIDC_JWKS_URL: 'https://login.test/keys',
};

describe('the settings of the gateway', () => {
  test('start it on one machine with nothing set', () => {
    expect(gatewayConfig({})).toEqual({
      host: '127.0.0.1',
      port: 4000,
      dataDir: '.data',
      logLevel: 'info',
      internalPrivateKeyFile: '.data/keys/internal.private.pem',
      trust: { kind: 'local' },
      services: {
        people: 'http://127.0.0.1:4001/graphql',
        cases: 'http://127.0.0.1:4002/graphql',
        measures: 'http://127.0.0.1:4003/graphql',
        employers: 'http://127.0.0.1:4004/graphql',
        insights: 'http://127.0.0.1:4005/graphql',
      },
    });
  });

  test('follow the services to other ports and addresses', () => {
    const { services } = gatewayConfig({ PEOPLE_PORT: '5001', CASES_URL: 'http://cases:80/graphql' });
    expect([services.people, services.cases]).toEqual(['http://127.0.0.1:5001/graphql', 'http://cases:80/graphql']);
  });

  test('name the identity provider of the administration', () => {
    expect(gatewayConfig({ ...oidc, HOST: '0.0.0.0', MONGO_URL: 'mongodb://db' }).trust).toEqual({
      kind: 'oidc',
      issuer: 'https://login.test',
      audience: 'kurze-wege',
      jwksUrl: 'https://login.test/keys',
    });
  });

  test.each([
    ['everybody can reach the local issuer', { HOST: '0.0.0.0' }, /HOST: needs OIDC_ISSUER/],
    ['the local issuer opens a shared database', { MONGO_URL: 'mongodb://db' }, /MONGO_URL: needs OIDC_ISSUER/],
    ['the local issuer opens a shared log', { KAFKA_BROKERS: 'kafka:9092' }, /KAFKA_BROKERS: needs OIDC_ISSUER/],
    [
      'only a part of the identity provider is named',
      { OIDC_ISSUER: 'https://login.test' },
      /OIDC_AUDIENCE: is missing.*OIDC_JWKS_URL: is missing/s,
    ],
    [
      'keys would be read unprotected',
      { ...oidc, OIDC_JWKS_URL: 'http://login.test/keys' },
      /OIDC_JWKS_URL: must be an https address/,
    ],
    ['several are wrong: all are told', { GATEWAY_PORT: '0', PEOPLE_URL: 'people' }, /GATEWAY_PORT.*PEOPLE_URL/s],
  ])('are refused when %s', (_, env, message) => {
    expect(() => gatewayConfig(env)).toThrow(message);
  });
});
