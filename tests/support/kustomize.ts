import { posix } from 'node:path';
import { z } from 'zod';
import { documentsIn, existsIn, textOf, yamlFile } from './yaml-file.ts';

/** A manifest as it will be applied. */
export type Manifest = { kind: string; metadata: { name: string; labels?: Record<string, string> } & Tree } & Tree;
type Tree = Record<string, unknown>;

const generated = z.strictObject({
  name: z.string(),
  behavior: z.literal('merge').optional(),
  literals: z.array(z.string()),
});
const kustomization = z.strictObject({
  apiVersion: z.literal('kustomize.config.k8s.io/v1beta1'),
  kind: z.literal('Kustomization'),
  namespace: z.string().optional(),
  namePrefix: z.string().default(''),
  resources: z.array(z.string()),
  labels: z
    .array(
      z.strictObject({
        pairs: z.record(z.string(), z.string()),
        includeSelectors: z.boolean().default(false),
        includeTemplates: z.boolean().default(false),
      }),
    )
    .default([]),
  images: z.array(z.strictObject({ name: z.string(), newName: z.string().optional(), newTag: z.string() })).default([]),
  configMapGenerator: z.array(generated).default([]),
  patches: z.array(z.strictObject({ target: z.strictObject({ kind: z.string() }), patch: z.string() })).default([]),
});
type Kustomization = z.output<typeof kustomization>;
const patchSteps = z.array(z.strictObject({ op: z.enum(['add', 'replace']), path: z.string(), value: z.unknown() }));

/**
 * What `kubectl kustomize FOLDER` makes of the few things our files ask of it; anything else they ask is thrown.
 * Generated names bear no hash.
 */
export function rendered(folder: string): Manifest[] {
  const file = kustomization.parse(yamlFile(`${folder}/kustomization.yaml`));
  const manifests = file.resources.flatMap((resource) => manifestsOf(posix.join(folder, resource)));
  for (const map of file.configMapGenerator) generate(manifests, map);
  for (const { target, patch } of file.patches) {
    const steps = patchSteps.parse(documentsIn(patch)[0]);
    for (const manifest of manifests.filter(({ kind }) => kind === target.kind))
      for (const step of steps) apply(manifest, step);
  }
  rename(manifests, file.namePrefix);
  for (const labels of file.labels) for (const manifest of manifests) label(manifest, labels);
  for (const manifest of manifests) {
    if (file.namespace !== undefined && manifest.kind !== 'Namespace') manifest.metadata.namespace = file.namespace;
    relocate(manifest, file.images);
  }
  return manifests;
}

function manifestsOf(path: string): Manifest[] {
  if (existsIn(`${path}/kustomization.yaml`)) return rendered(path);
  // What is no manifest fails the first test that reads it.
  return documentsIn(textOf(path)) as Manifest[];
}

function generate(manifests: Manifest[], { name, behavior, literals }: z.output<typeof generated>): void {
  const data = Object.fromEntries(
    literals.map((literal) => [literal.slice(0, literal.indexOf('=')), literal.slice(literal.indexOf('=') + 1)]),
  );
  if (behavior === undefined)
    return void manifests.push({ apiVersion: 'v1', kind: 'ConfigMap', metadata: { name }, data });
  const former = manifests.find((manifest) => manifest.kind === 'ConfigMap' && manifest.metadata.name === name);
  if (!former) throw new Error(`there is no ConfigMap ${name} to merge into`);
  former.data = { ...(former.data as object), ...data };
}

/** Changes a manifest as a JSON patch does; `replace` needs something to replace. */
function apply(manifest: Manifest, { op, path, value }: z.output<typeof patchSteps>[number]): void {
  const keys = path
    .split('/')
    .slice(1)
    .map((key) => key.replaceAll('~1', '/'));
  const last = keys.pop() ?? '';
  const parent = keys.reduce<Tree>((tree, key) => branch(tree, key, path), manifest);
  if (op === 'replace' && !(last in parent)) throw new Error(`${manifest.kind}: nothing to replace at ${path}`);
  parent[last] = structuredClone(value);
}

function branch(tree: Tree, key: string, path: string): Tree {
  const found = tree[key];
  if (typeof found !== 'object' || found === null) throw new Error(`nothing at ${path}`);
  return found as Tree;
}

/** Renames manifests, also where one of them names another. */
function rename(manifests: Manifest[], prefix: string): void {
  const maps = new Set(manifests.filter(({ kind }) => kind === 'ConfigMap').map(({ metadata }) => metadata.name));
  for (const manifest of manifests) {
    manifest.metadata.name = `${prefix}${manifest.metadata.name}`;
    visit(manifest, (tree, key) => {
      const refers =
        key === 'scaleTargetRef' || (key === 'configMapRef' && maps.has(String(branch(tree, key, key).name)));
      if (refers) branch(tree, key, key).name = `${prefix}${String(branch(tree, key, key).name)}`;
    });
  }
}

function label(
  manifest: Manifest,
  { pairs, includeSelectors, includeTemplates }: Kustomization['labels'][number],
): void {
  manifest.metadata.labels = { ...manifest.metadata.labels, ...pairs };
  visit(manifest, (tree, key) => {
    if ((key === 'template' || key === 'jobTemplate') && (includeSelectors || includeTemplates)) {
      const template = branch(tree, key, key);
      const metadata = branch(((template.metadata ??= {}), template), 'metadata', key);
      metadata.labels = { ...(metadata.labels as object), ...pairs };
    }
    if (key === 'selector' && includeSelectors)
      tree.selector =
        manifest.kind === 'Service'
          ? { ...(tree.selector as object), ...pairs }
          : { matchLabels: { ...(branch(tree, key, key).matchLabels as object), ...pairs } };
  });
}

function relocate(manifest: Manifest, images: Kustomization['images']): void {
  visit(manifest, (tree, key) => {
    if (key !== 'image') return;
    const [image = ''] = String(tree.image).split(/:(?=[^/]*$)/);
    const wanted = images.find(({ name }) => name === image);
    if (wanted) tree.image = `${wanted.newName ?? image}:${wanted.newTag}`;
  });
}

function visit(value: unknown, see: (tree: Tree, key: string) => void): void {
  if (typeof value !== 'object' || value === null) return;
  const tree = value as Tree;
  for (const key of Object.keys(tree)) {
    see(tree, key);
    visit(tree[key], see);
  }
}
