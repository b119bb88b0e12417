import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseAllDocuments } from 'yaml';
import { z } from 'zod';

const root = new URL('../../', import.meta.url);

export const projectPath = (file: string): string => fileURLToPath(new URL(file, root));

export function textOf(file: string): string {
  return readFileSync(projectPath(file), 'utf8');
}

/** Parses every document of a text, as plain data; what YAML does not allow is thrown. */
export function documentsIn(text: string): unknown[] {
  return parseAllDocuments(text, { merge: true }).map((document) => {
    const [problem] = [...document.errors, ...document.warnings];
    if (problem) throw problem;
    return document.toJS() as unknown;
  });
}

/** Parses the one document of a file. */
export function yamlFile(file: string): unknown {
  const [document] = documentsIn(textOf(file));
  return document;
}

/** Lists every setting that `.env.example` explains. */
export function explainedSettings(): Set<string> {
  return new Set([...textOf('.env.example').matchAll(/^([A-Z_]+)=/gm)].map(([, name = '']) => name));
}

const packageSchema = z.object({
  version: z.string(),
  dependencies: z.record(z.string(), z.string()),
  optionalDependencies: z.record(z.string(), z.string()),
});

export function ownPackage(): z.output<typeof packageSchema> {
  return packageSchema.parse(JSON.parse(textOf('package.json')));
}

export function existsIn(file: string): boolean {
  return existsSync(projectPath(file));
}
