import { readFileSync } from 'node:fs';
import { parseEnv } from 'node:util';
import { describe, expect, test } from '@jest/globals';
import { gatewayConfig, gatewaySettings } from '../../gateway/config.ts';
import { askerSettings } from '../operate/graph-asker.ts';
import { commonSettings, ConfigError, parseConfig, portSetting } from '#shared/settings/settings.ts';
import { engineSettings } from '#shared/settings/engine-settings.ts';
import { roomSetting, serviceConfig } from '#shared/settings/service-settings.ts';
import { services } from './ports.ts';
import { houseSettings, ownSettings } from './settings.ts';
import { topicSettings } from '../operate/topic-settings.ts';

const example = readFileSync(new URL('../../.env.example', import.meta.url), 'utf8');
const exampleSettings = parseEnv(example);

function problemsOf(env: NodeJS.ProcessEnv): string[] {
  try {
    houseSettings(env, '/house');
    return [];
  } catch (error) {
    if (error instanceof ConfigError) return error.problems;
    throw error;
  }
}

describe('the settings of a house', () => {
  test('start it with nothing set', () => {
    expect(houseSettings({}, '/house')).toEqual({
      dataDir: '/house/.data',
      ports: { people: 4001, cases: 4002, measures: 4003, employers: 4004, insights: 4005, gateway: 4000 },
      logTo: 'files',
      playDemo: true,
      trust: 'local',
      onEngines: false,
    });
  });

  test('are wrong all at once, each told under the name it was set with', () => {
    const problems = problemsOf({
      PEOPLE_PORT: 'x',
      INSIGHTS_PORT: '0',
      LOG_LEVEL: 'loud',
      DEMO_DATA: 'maybe',
      HOST: '0.0.0.0',
    });
    expect(problems.map((problem) => problem.split(':')[0]).sort()).toEqual([
      'DEMO_DATA',
      'HOST',
      'INSIGHTS_PORT',
      'LOG_LEVEL',
      'PEOPLE_PORT',
    ]);
    expect(problems).toEqual(
      expect.arrayContaining([
        'PEOPLE_PORT: must be a port, a number from 1 to 65535',
        'DEMO_DATA: must be one of on, off',
      ]),
    );
  });

  test('do not give two processes one port', () => {
    expect(problemsOf({ CASES_PORT: '4003' })).toEqual([
      'CASES_PORT, MEASURES_PORT: 4003 can be the port of one process alone',
    ]);
  });

  test('play no demo data in where there are real users', () => {
    const oidc = {
      OIDC_ISSUER: 'https://login.test',
      OIDC_AUDIENCE: 'kurze-wege',
      OIDC_JWKS_URL: 'https://login.test/keys',
    };
    expect(houseSettings(oidc, '/house')).toMatchObject({ playDemo: false, trust: 'oidc' });
  });
});

describe('.env.example', () => {
  test('names every setting there is, each below a sentence that says what it is', () => {
    const known = [
      ...Object.keys({
        ...commonSettings,
        ...engineSettings,
        ...gatewaySettings({}),
        ...askerSettings,
        ...ownSettings,
        ...topicSettings,
        ...roomSetting,
      }),
      ...services.map(portSetting),
    ];
    expect(Object.keys(exampleSettings).sort()).toEqual([...new Set(known)].sort());
    for (const paragraph of example.trim().split('\n\n')) expect(paragraph).toMatch(/^# \w[^]*\.\n/);
  });

  test('shows the defaults', () => {
    expect(gatewayConfig(exampleSettings)).toEqual(gatewayConfig({}));
    expect(services.map((name) => serviceConfig(name, exampleSettings))).toEqual(
      services.map((name) => serviceConfig(name, {})),
    );
    expect(parseConfig({ ...ownSettings, ...askerSettings }, exampleSettings)).toEqual(
      parseConfig({ ...ownSettings, ...askerSettings }, {}),
    );
  });
});
