import ts from 'typescript';
import type { Manifest } from './kustomize.ts';
import { projectPath } from './yaml-file.ts';

/** Where the types of each kind are; a kind that is not here is told. */
const modules: Record<string, string> = {
  ConfigMap: 'v1',
  Namespace: 'v1',
  PersistentVolumeClaim: 'v1',
  Pod: 'v1',
  Service: 'v1',
  Deployment: 'apps/v1',
  CronJob: 'batch/v1',
  Job: 'batch/v1',
  HorizontalPodAutoscaler: 'autoscaling/v2',
  PodDisruptionBudget: 'policy/v1',
  Ingress: 'networking.k8s.io/v1',
  NetworkPolicy: 'networking.k8s.io/v1',
};

/**
 * What a type checker finds in manifests, read as literals of the types generated from the interface of Kubernetes: an
 * unknown or misspelt field, a missing one, a text where a number belongs.
 */
export function misread(manifests: readonly Manifest[]): string[] {
  const unknown = manifests
    .filter(({ kind }) => !(kind in modules))
    .map(({ kind }) => `${kind}: no type is known for it`);
  const lines = manifests
    .filter(({ kind }) => kind in modules)
    .map(
      (manifest, at) =>
        `import type { I${manifest.kind} as T${at} } from ` +
        `'kubernetes-models/${modules[manifest.kind] ?? ''}';\nexport const m${at}: T${at} = ` +
        `${JSON.stringify(manifest)};`,
    );
  return [...unknown, ...problemsIn(lines.join('\n'))];
}

function problemsIn(source: string): string[] {
  const options: ts.CompilerOptions = {
    strict: true,
    noEmit: true,
    skipLibCheck: true,
    exactOptionalPropertyTypes: true,
    module: ts.ModuleKind.NodeNext,
    moduleResolution: ts.ModuleResolutionKind.NodeNext,
    target: ts.ScriptTarget.ES2022,
    types: [],
  };
  const name = projectPath('tests/support/manifests-as-literals.ts');
  const onDisk = ts.createCompilerHost(options);
  const host: ts.CompilerHost = {
    ...onDisk,
    getSourceFile: (file, ...rest) =>
      file === name ? ts.createSourceFile(file, source, ts.ScriptTarget.ES2022) : onDisk.getSourceFile(file, ...rest),
    fileExists: (file) => file === name || onDisk.fileExists(file),
    readFile: (file) => (file === name ? source : onDisk.readFile(file)),
  };
  return ts
    .getPreEmitDiagnostics(ts.createProgram([name], options, host))
    .map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, ' '));
}
