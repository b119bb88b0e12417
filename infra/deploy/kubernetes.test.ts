import { spawnSync } from 'node:child_process';
import { globSync } from 'node:fs';
import { posix } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { z } from 'zod';
import { gatewaySettings } from '../../gateway/config.ts';
import { servicePorts, type ServiceName } from '#shared/settings/settings.ts';
import { rendered, type Manifest } from '#tests/support/kustomize.ts';
import { misread } from '#tests/support/manifest-types.ts';
import { documentsIn, explainedSettings, ownPackage, projectPath, textOf, yamlFile } from '#tests/support/yaml-file.ts';
import { services as names } from '../house/ports.ts';

const overlay = 'infra/deploy/kubernetes/overlays/district';
const formerHouse = 'infra/deploy/kubernetes/overlays/former-house';
const manifests = rendered(overlay);

const pod = z.object({
  automountServiceAccountToken: z.boolean(),
  enableServiceLinks: z.boolean(),
  securityContext: z.record(z.string(), z.unknown()),
  containers: z.tuple([
    z.object({
      image: z.string(),
      args: z.array(z.string()),
      ports: z.array(z.object({ containerPort: z.number() })).default([]),
      envFrom: z.array(z.object({ configMapRef: z.object({ name: z.string() }) })).default([]),
      env: z.array(z.object({ name: z.string(), value: z.string() })).default([]),
      securityContext: z.record(z.string(), z.unknown()),
      resources: z.object({
        requests: z.object({ cpu: z.string(), memory: z.string() }),
        limits: z.object({ memory: z.string() }),
      }),
      livenessProbe: z.object({ httpGet: z.object({ path: z.string() }) }).optional(),
      readinessProbe: z.object({ httpGet: z.object({ path: z.string() }) }).optional(),
      volumeMounts: z.array(
        z.object({ name: z.string(), mountPath: z.string(), readOnly: z.boolean().default(false) }),
      ),
    }),
  ]),
  volumes: z.array(
    z.object({
      name: z.string(),
      secret: z.object({ secretName: z.string() }).optional(),
      configMap: z.object({ name: z.string() }).optional(),
    }),
  ),
});
const workload = z.object({
  spec: z.object({
    replicas: z.number().optional(),
    selector: z.object({ matchLabels: z.record(z.string(), z.string()) }).optional(),
    template: z.object({ metadata: z.object({ labels: z.record(z.string(), z.string()) }), spec: pod }),
  }),
});

const found = (kind: string, name: string): Manifest => {
  const [one, ...more] = manifests.filter((manifest) => manifest.kind === kind && manifest.metadata.name === name);
  if (!one || more.length > 0) throw new Error(`${kind} ${name}: ${one ? 'several' : 'none'}`);
  return one;
};
const deployment = (name: string) => workload.parse(found('Deployment', `${name}-service`)).spec;
const byTheClock = z.object({ spec: z.object({ suspend: z.literal(true), jobTemplate: workload }) });
const podOf = (manifest: Manifest): z.output<typeof pod> => {
  if (manifest.kind === 'Pod') return pod.parse(manifest.spec);
  return (manifest.kind === 'CronJob' ? byTheClock.parse(manifest).spec.jobTemplate : workload.parse(manifest)).spec
    .template.spec;
};
const workloads = [...manifests, ...rendered(formerHouse)]
  .filter(({ kind }) => ['Deployment', 'Job', 'StatefulSet', 'DaemonSet', 'CronJob', 'Pod'].includes(kind))
  .map((manifest): [string, z.output<typeof pod>] => [manifest.metadata.name, podOf(manifest)]);
const dataOf = (name: string) =>
  z.object({ data: z.record(z.string(), z.string()) }).parse(found('ConfigMap', name)).data;
const partners = [...names, 'gateway'];
const kubectl = spawnSync('kubectl', ['kustomize', projectPath(overlay)], { encoding: 'utf8' });

describe('the house in a cluster', () => {
  test('is written as the interface of Kubernetes says', () => {
    expect(misread([...manifests, ...rendered(formerHouse)])).toEqual([]);
  });

  (kubectl.status === 0 ? test : test.skip)('is put together here as kubectl does it', () => {
    const withoutHash = kubectl.stdout.replaceAll(/\b(engines|gateway-settings)-[a-z0-9]{10}\b/g, '$1');
    const byName = (all: unknown[]) =>
      Object.fromEntries(all.map((one) => [`${(one as Manifest).kind} ${(one as Manifest).metadata.name}`, one]));
    expect(byName(manifests)).toEqual(byName(documentsIn(withoutHash)));
  });

  test('leaves no file out', () => {
    const named = globSync('infra/deploy/kubernetes/**/kustomization.yaml', { cwd: projectPath('.') }).flatMap(
      (file) => {
        const { resources } = z.object({ resources: z.array(z.string()) }).parse(yamlFile(file));
        return resources.map((resource) => posix.join(posix.dirname(file), resource));
      },
    );
    const files = globSync('infra/deploy/kubernetes/**/*.yaml', { cwd: projectPath('.') })
      .map((file) => file.replace(/\/kustomization\.yaml$/, ''))
      .filter((file) => file !== overlay && file !== formerHouse);
    expect([...new Set(named)].sort()).toEqual(files.sort());
  });

  test.each(names)('runs two of %s at its port, one of which stays, and more under load', (name: ServiceName) => {
    const { replicas, selector, template } = deployment(name);
    const [container] = template.spec.containers;
    expect({ replicas, args: container.args, ports: container.ports }).toEqual({
      replicas: undefined,
      args: [`services/${name}/main.ts`],
      ports: [{ containerPort: servicePorts[name] }],
    });
    expect(template.metadata.labels).toMatchObject({ ...selector?.matchLabels, 'kurze-wege/part': 'service' });
    expect(found('Service', `${name}-service`).spec).toMatchObject({
      selector: selector?.matchLabels,
      ports: [{ port: servicePorts[name], targetPort: 'graph' }],
    });
    expect(found('PodDisruptionBudget', `${name}-service`).spec).toEqual({ minAvailable: 1, selector });
    expect(found('HorizontalPodAutoscaler', `${name}-service`).spec).toMatchObject({
      scaleTargetRef: { kind: 'Deployment', name: `${name}-service` },
      minReplicas: 2,
      maxReplicas: 6,
    });
    expect(dataOf('gateway-settings')[`${name.toUpperCase()}_URL`]).toBe(
      `http://${name}-service:${servicePorts[name]}/graphql`,
    );
  });

  test.each(partners)('has more of %s when they are at work for long, not at a first request', (name) => {
    expect(deployment(name).template.spec.containers[0].resources.requests.cpu).toBe('250m');
    expect(found('HorizontalPodAutoscaler', `${name}-service`).spec).toMatchObject({
      minReplicas: 2,
      maxReplicas: name === 'gateway' ? 10 : 6,
      metrics: [{ resource: { name: 'cpu', target: { averageUtilization: 70 } } }],
    });
  });

  test.each(partners)('selects with %s nobody else', (name) => {
    const own = deployment(name).selector?.matchLabels ?? {};
    const selected = partners.filter((other) =>
      Object.entries(own).every(([key, value]) => deployment(other).template.metadata.labels[key] === value),
    );
    expect(selected).toEqual([name]);
  });

  test.each(partners)('asks %s whether it lives and whether it is ready', (name) => {
    const [{ livenessProbe, readinessProbe }] = deployment(name).template.spec.containers;
    expect([livenessProbe?.httpGet.path, readinessProbe?.httpGet.path]).toEqual(['/livez', '/readyz']);
  });

  test.each(workloads)(
    'runs %s without root, without rights, on a root nobody can change',
    (_name, { securityContext, containers: [container], automountServiceAccountToken, enableServiceLinks }) => {
      expect({ automountServiceAccountToken, enableServiceLinks }).toEqual({
        automountServiceAccountToken: false,
        enableServiceLinks: false,
      });
      expect(securityContext).toMatchObject({
        runAsNonRoot: true,
        runAsUser: 1000,
        seccompProfile: { type: 'RuntimeDefault' },
      });
      expect(container.securityContext).toEqual({
        allowPrivilegeEscalation: false,
        readOnlyRootFilesystem: true,
        capabilities: { drop: ['ALL'] },
      });
      expect(container.image).toMatch(new RegExp(`/kurze-wege:${ownPackage().version.replaceAll('.', '\\.')}$`));
      expect(JSON.stringify(manifests)).not.toMatch(/"host(Network|PID|IPC|Path|Port)"|"privileged"/);
      expect(
        container.volumeMounts.filter(
          ({ name, mountPath, readOnly }) => mountPath !== '/tmp' && name !== 'former-house' && !readOnly,
        ),
      ).toEqual([]);
    },
  );

  test('gives the key that signs to the gateway alone, and to every service its own address of the engines', () => {
    const secretsOf = Object.fromEntries(
      workloads.map(([name, { volumes }]) => [name, volumes.flatMap(({ secret }) => secret?.secretName ?? [])]),
    );
    expect(secretsOf).toEqual({
      'gateway-service': ['internal-private-key'],
      provision: ['operator-engines'],
      tool: ['operator-engines'],
      move: ['move-engines'],
      'former-house': [],
      ...Object.fromEntries(names.map((name) => [`${name}-service`, [`${name}-engines`]])),
    });
  });

  test('knows no setting that is not explained, nor a file that is not mounted', () => {
    const explained = explainedSettings();
    for (const [
      ,
      {
        containers: [{ env, envFrom, volumeMounts }],
      },
    ] of workloads) {
      const settings = {
        ...(Object.assign({}, ...envFrom.map(({ configMapRef }) => dataOf(configMapRef.name))) as Record<
          string,
          string
        >),
        ...Object.fromEntries(env.map(({ name, value }) => [name, value])),
      };
      expect(Object.keys(settings).filter((name) => !explained.has(name))).toEqual([]);
      const files = Object.entries(settings)
        .filter(([name]) => name.endsWith('_FILE'))
        .map(([, path]) => path);
      expect(files.filter((path) => !volumeMounts.some(({ mountPath }) => path.startsWith(`${mountPath}/`)))).toEqual(
        [],
      );
    }
    const gateway = { ...dataOf('gateway-settings'), INTERNAL_PRIVATE_KEY_FILE: 'private.pem' };
    expect(Object.keys(gateway).filter((name) => !(name in gatewaySettings(gateway)))).toEqual([]);
    for (const name of names)
      expect(deployment(name).template.spec.containers[0].env).toContainEqual({ name: 'KAFKA_USERNAME', value: name });
  });

  test(
    'stands on Secrets and ConfigMaps, with the files that are read of them, which the commands of the README ' +
      'make',
    () => {
      const made = madeByReadme();
      const used = workloads.flatMap(([, { volumes }]) =>
        volumes.flatMap(({ secret, configMap }) => secret?.secretName ?? configMap?.name ?? []),
      );
      expect([...made.keys()].sort()).toEqual([...new Set([...used, 'door-certificate'])].sort());
      expect(
        workloads
          .flatMap(([, each]) => filesReadIn(each))
          .filter(([holder, file]) => !made.get(holder)?.includes(file)),
      ).toEqual([]);
    },
  );

  test('is begun by the README in an order that works', () => {
    const steps = [
      'apply -f infra/deploy/kubernetes/overlays/district/namespace.yaml',
      'create secret generic "$user-engines"',
      'create secret tls door-certificate',
      'apply -k infra/deploy/kubernetes/overlays/district',
      'wait --for=condition=complete',
    ];
    const places = steps.map((step) => textOf('infra/README.md').indexOf(step));
    expect(places).toEqual([...places].sort((a, b) => a - b));
    expect(places).not.toContain(-1);
  });

  test('lets callers reach the gateway alone, the gateway the services, and those the engines', () => {
    const policies = Object.fromEntries(
      manifests.filter(({ kind }) => kind === 'NetworkPolicy').map(({ metadata, spec }) => [metadata.name, spec]),
    );
    expect(policies.nobody).toEqual({ podSelector: {}, policyTypes: ['Ingress', 'Egress'] });
    const of = (part: string) => ({ podSelector: { matchLabels: { 'kurze-wege/part': part } } });
    const graphs = [
      {
        protocol: 'TCP',
        port: Math.min(...Object.values(servicePorts)),
        endPort: Math.max(...Object.values(servicePorts)),
      },
    ];
    expect(policies.services).toEqual({
      ...of('service'),
      policyTypes: ['Ingress'],
      ingress: [{ from: [of('gateway')], ports: graphs }],
    });
    expect(policies.gateway).toEqual({
      ...of('gateway'),
      policyTypes: ['Ingress', 'Egress'],
      ingress: [
        {
          from: [{ namespaceSelector: { matchLabels: { 'kurze-wege/role': 'door' } } }],
          ports: [{ protocol: 'TCP', port: 4000 }],
        },
      ],
      egress: [{ to: [of('service')], ports: graphs }],
    });
    expect(policies.engines).toMatchObject({
      podSelector: { matchExpressions: [{ operator: 'In', values: ['service', 'provision', 'tool'] }] },
      egress: [{ to: [{ namespaceSelector: { matchLabels: { 'kurze-wege/role': 'engines' } } }] }],
    });
    expect(Object.keys(policies).sort()).toEqual([
      'engines',
      'gateway',
      'identity-provider',
      'names',
      'nobody',
      'services',
    ]);
  });

  test('opens the graph alone to the outside, over TLS', () => {
    expect(
      manifests.filter(({ kind, spec }) => kind === 'Service' && (spec as { type?: string }).type !== undefined),
    ).toEqual([]);
    expect(found('Ingress', 'door').spec).toMatchObject({
      tls: [{ secretName: 'door-certificate' }],
      rules: [
        {
          http: {
            paths: [{ path: '/graphql', backend: { service: { name: 'gateway-service', port: { name: 'graph' } } } }],
          },
        },
      ],
    });
  });
});

/** The Secrets and ConfigMaps that the README has somebody make, with their keys. */
function madeByReadme(): Map<string, string[]> {
  const lines = textOf('infra/README.md').split('\n');
  return new Map(
    lines.flatMap((line) => {
      const [, name, rest = ''] =
        /kubectl .*create (?:secret generic|secret tls|configmap) "?([$a-z-]+)"?(.*)/.exec(line) ?? [];
      if (name === undefined) return [];
      const keys = [...rest.matchAll(/--from-file=([a-z.-]+)=/g)].map(([, key = '']) => key);
      const holders = name.startsWith('$user')
        ? [...names, 'operator'].map((user) => name.replace('$user', user))
        : [name];
      return holders.map((holder): [string, string[]] => [holder, keys]);
    }),
  );
}

/** What a workload's settings name below a mounted Secret or ConfigMap: whose file, and which. */
function filesReadIn({
  containers: [{ env, envFrom, volumeMounts }],
  volumes,
}: z.output<typeof pod>): [holder: string, file: string][] {
  const settings = [
    ...envFrom.flatMap(({ configMapRef }) => Object.values(dataOf(configMapRef.name))),
    ...env.map(({ value }) => value),
  ];
  return settings.flatMap((path) => {
    const { secret, configMap } =
      volumes.find(({ name }) =>
        volumeMounts.some((mount) => mount.name === name && path.startsWith(`${mount.mountPath}/`)),
      ) ?? {};
    const holder = secret?.secretName ?? configMap?.name;
    return holder === undefined ? [] : [[holder, posix.basename(path)] satisfies [string, string]];
  });
}
