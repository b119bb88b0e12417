import { describe, expect, test } from '@jest/globals';
import { Ajv } from 'ajv';
import { z } from 'zod';
import { gatewaySettings } from '../../gateway/config.ts';
import { servicePorts, type ServiceName } from '#shared/settings/settings.ts';
import { engineConfig } from '#shared/settings/engine-settings.ts';
import { explainedSettings, ownPackage, textOf, yamlFile } from '#tests/support/yaml-file.ts';
import { services as names } from '../house/ports.ts';

const container = z.object({
  image: z.string(),
  command: z.array(z.string()).default([]),
  user: z.string().default('root'),
  read_only: z.boolean().default(false),
  mem_limit: z.string(),
  privileged: z.boolean().default(false),
  cap_add: z.array(z.string()).default([]),
  cap_drop: z.array(z.string()).default([]),
  security_opt: z.array(z.string()).default([]),
  environment: z.record(z.string(), z.union([z.string(), z.number()])).default({}),
  secrets: z.array(z.string()).default([]),
  ports: z.array(z.string()).default([]),
  networks: z.array(z.string()).default([]),
  network_mode: z.string().optional(),
  volumes: z.array(z.string()).default([]),
  restart: z.string(),
  depends_on: z.record(z.string(), z.object({ condition: z.string() })).default({}),
  healthcheck: z.object({ test: z.array(z.string()).optional(), disable: z.boolean().default(false) }),
});
// As the linter of such files carries it; the address of its dialect is one that no validator knows.
const { $schema: _dialect, ...specification } = z
  .record(z.string(), z.unknown())
  .parse(JSON.parse(textOf('node_modules/dclint/schemas/compose.schema.json')));
const file = yamlFile('infra/deploy/compose.yaml');
const house = z
  .object({
    services: z.record(z.string(), container),
    networks: z.record(z.string(), z.object({ internal: z.boolean().default(false) }).nullable()),
    secrets: z.record(z.string(), z.object({ file: z.string() })),
  })
  .parse(file);
const containers = Object.entries(house.services);
const ours = containers.filter(([, { image }]) => image.startsWith('kurze-wege:'));
const onceOnly = new Set(['provision', 'mongodb-init']);

function containerOf(name: string): z.output<typeof container> {
  const found = house.services[name];
  if (!found) throw new Error(`there is no ${name}`);
  return found;
}

/** Containers that share a network with this one. */
function neighboursOf(name: string): string[] {
  const own = new Set(containerOf(name).networks);
  return containers
    .filter(([other, { networks }]) => other !== name && networks.some((network) => own.has(network)))
    .map(([other]) => other)
    .sort();
}

describe('the house in containers', () => {
  test('is written as the Compose specification says', () => {
    const validate = new Ajv({
      strict: false,
      formats: { duration: /^(\d+(us|ms|s|m|h))+$/, expose: true, ports: true, subnet_ip_address: true, uri: true },
    }).compile(specification);
    validate(file);
    expect(validate.errors ?? []).toEqual([]);
  });

  test.each(names)('has %s at the port where the gateway asks for it', (name: ServiceName) => {
    expect(containerOf(name).command).toEqual([`services/${name}/main.ts`]);
    expect(containerOf('gateway').environment[`${name.toUpperCase()}_URL`]).toBe(
      `http://${name}:${servicePorts[name]}/graphql`,
    );
  });

  test.each(names)('lets %s be reached by the gateway alone, and reach the engines alone', (name: ServiceName) => {
    expect(neighboursOf(name)).toEqual(['gateway', 'kafka', 'mongodb']);
  });

  test('keeps the gateway away from the engines, and everybody else away from the world outside', () => {
    expect(neighboursOf('gateway')).toEqual([...names].sort());
    const open = Object.entries(house.networks)
      .filter(([, network]) => network?.internal !== true)
      .map(([name]) => name);
    expect(
      containers
        .filter(
          ([, { networks, network_mode: mode }]) =>
            mode !== undefined || networks.length === 0 || networks.some((network) => open.includes(network)),
        )
        .map(([name]) => name),
    ).toEqual(['gateway']);
  });

  test("opens one port, the gateway's, to this machine alone", () => {
    expect(containers.flatMap(([name, { ports }]) => ports.map((port) => `${name} ${port}`))).toEqual([
      'gateway 127.0.0.1:${GATEWAY_PORT:-4000}:4000',
    ]);
  });

  test('gives the key that signs to the gateway alone', () => {
    const privateKeys = Object.entries(house.secrets)
      .filter(([, { file: path }]) => path.includes('private'))
      .map(([name]) => name);
    expect(privateKeys).toEqual(['internal-private-key']);
    expect(
      containers
        .filter(([, { secrets }]) => secrets.some((secret) => privateKeys.includes(secret)))
        .map(([name]) => name),
    ).toEqual(['gateway']);
  });

  test.each(names)('lets %s know the address of its own database and no other', (name: ServiceName) => {
    expect([...containerOf(name).secrets].sort()).toEqual(['internal-public-key', `mongodb-url-${name}`]);
    expect(containerOf(name).environment.MONGO_URL_FILE).toBe(`/run/secrets/mongodb-url-${name}`);
  });

  test.each(containers)('runs %s without root, without rights, on a root nobody can change', (_name, of) => {
    expect(of).toMatchObject({
      read_only: true,
      cap_drop: ['ALL'],
      cap_add: [],
      privileged: false,
      security_opt: ['no-new-privileges:true'],
    });
    expect(of.user).toMatch(/^[1-9]\d*:[1-9]\d*$/);
    expect(of.volumes.filter((volume) => volume.includes('docker.sock'))).toEqual([]);
  });

  test.each(containers)('pins the image of %s by its exact version', (_name, { image }) => {
    expect(image).toMatch(/^[a-z/-]+:\d+\.\d+\.\d+(@sha256:[0-9a-f]{64})?$/);
    if (image.startsWith('kurze-wege:')) expect(image).toBe(`kurze-wege:${ownPackage().version}`);
  });

  test.each(containers)('watches whether %s is well, or sees that it ends well', (name, { healthcheck, restart }) => {
    expect({ disable: healthcheck.disable, tested: healthcheck.test !== undefined, restart }).toEqual(
      onceOnly.has(name)
        ? { disable: true, tested: false, restart: 'no' }
        : { disable: false, tested: true, restart: 'unless-stopped' },
    );
  });

  test('gives each a limit of memory, and MongoDB a cache that is well below it', () => {
    const megabytes = (limit: string): number => Number.parseInt(limit, 10) * (limit.endsWith('g') ? 1024 : 1);
    expect(containers.filter(([, { mem_limit: limit }]) => !/^\d+[mg]$/.test(limit)).map(([name]) => name)).toEqual([]);
    const { command, mem_limit: limit } = containerOf('mongodb');
    expect(Number(command[command.indexOf('--wiredTigerCacheSizeGB') + 1]) * 1024).toBeLessThan(megabytes(limit) / 2);
  });

  test('starts each when what it stands on is ready', () => {
    for (const name of names)
      expect(containerOf(name).depends_on).toEqual({ provision: { condition: 'service_completed_successfully' } });
    // The door opens whichever of them is ill.
    expect(containerOf('gateway').depends_on).toEqual(
      Object.fromEntries(names.map((name) => [name, { condition: 'service_started' }])),
    );
    for (const [, { depends_on: needs }] of containers.filter(([name]) => name !== 'gateway')) {
      for (const [name, { condition }] of Object.entries(needs))
        expect(condition).toBe(onceOnly.has(name) ? 'service_completed_successfully' : 'service_healthy');
    }
  });

  test('knows no setting that is not explained, and no password', () => {
    const explained = explainedSettings();
    expect(
      ours.flatMap(([, { environment }]) => Object.keys(environment)).filter((name) => !explained.has(name)),
    ).toEqual([]);
    expect(
      [...textOf('infra/deploy/compose.yaml').matchAll(/(?<!\$)\$\{([A-Z_]+)/g)]
        .map(([, name = '']) => name)
        .filter((name) => !explained.has(name)),
    ).toEqual([]);
    expect(
      containers
        .flatMap(([, { environment }]) => Object.keys(environment))
        .filter((name) => /PASSWORD|SECRET|TOKEN/.test(name) && !name.endsWith('_FILE')),
    ).toEqual([]);
    expect(
      containers.flatMap(([name, { secrets, environment }]) =>
        [...JSON.stringify(environment).matchAll(/\/run\/secrets\/([a-z-]+)/g)]
          .map(([, used = '']) => used)
          .filter((used) => !secrets.includes(used))
          .map((used) => `${name} ${used}`),
      ),
    ).toEqual([]);
  });

  test('gives the gateway and the services settings they accept', () => {
    const environmentOf = (name: string) =>
      Object.fromEntries(
        Object.entries(containerOf(name).environment).map(([key, value]) => [
          key,
          String(value).startsWith('${') ? 'https://login.example/keys' : String(value),
        ]),
      );
    const gateway = environmentOf('gateway');
    expect(Object.keys(gateway).filter((name) => !(name in gatewaySettings(gateway)))).toEqual([]);
    for (const name of names)
      expect(engineConfig({ ...environmentOf(name), MONGO_URL_FILE: undefined }).kafka).toEqual({
        brokers: ['kafka:9092'],
      });
  });
});
