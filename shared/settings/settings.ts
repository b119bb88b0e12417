import { z } from 'zod';

/** The settings of a process that are wrong or missing, all at once, so that nobody has to start it six times. */
export class ConfigError extends Error {
  readonly problems: string[];

  constructor(problems: string[]) {
    super(`configuration:\n${problems.map((problem) => `  ${problem}`).join('\n')}`);
    this.name = 'ConfigError';
    this.problems = problems;
  }
}

/**
 * Reads settings from the environment; an empty value counts as not set. `names` says where a setting has another name
 * in the environment. Throws a `ConfigError` with every problem.
 */
export function parseConfig<Shape extends z.ZodRawShape>(
  shape: Shape,
  env: NodeJS.ProcessEnv,
  names: Partial<Record<keyof Shape, string>> = {},
): z.output<z.ZodObject<Shape>> {
  const nameOf = (setting: string): string => names[setting] ?? setting;
  const entered = Object.keys(shape)
    .map((setting) => [setting, env[nameOf(setting)]])
    .filter(([, value]) => value !== undefined && value !== '');
  const result = z.object(shape).safeParse(Object.fromEntries(entered));
  if (result.success) return result.data;
  throw new ConfigError(
    result.error.issues.map(
      (issue) => `${[nameOf(String(issue.path[0] ?? '')), ...issue.path.slice(1)].join('.')}: ${expectedBy(issue)}`,
    ),
  );
}

function expectedBy(issue: z.core.$ZodIssue): string {
  return issue.code === 'invalid_value' ? `must be one of ${issue.values.map(String).join(', ')}` : issue.message;
}

const PORT = 'must be a port, a number from 1 to 65535';

export const port = (fallback: number) =>
  z.coerce.number(PORT).int(PORT).min(1, PORT).max(65535, PORT).default(fallback);

/** The settings that every process of the house reads. */
export const commonSettings = {
  /** The address on which processes listen. Services are for the gateway alone. */
  HOST: z.string().default('127.0.0.1'),
  DATA_DIR: z.string().default('.data'),
  LOG_LEVEL: z.enum(['trace', 'debug', 'info', 'warn', 'error', 'silent']).default('info'),
  /** The gateway's public key (SPKI PEM): services accept internal tokens signed with its private half. */
  INTERNAL_PUBLIC_KEY_FILE: z.string().default('.data/keys/internal.public.pem'),
};

export const servicePorts = { people: 4001, cases: 4002, measures: 4003, employers: 4004, insights: 4005 } as const;
export type ServiceName = keyof typeof servicePorts;

/** Returns the name of a service's port setting: `PEOPLE_PORT`, `CASES_PORT`, … */
export function portSetting(service: ServiceName): string {
  return `${service.toUpperCase()}_PORT`;
}

type Readers = Record<string, () => unknown>;

/** Returns what all readers read; throws a `ConfigError` with the problems of all of them, each told once. */
export function allOrProblems<Of extends Readers>(readers: Of): { [Name in keyof Of]: ReturnType<Of[Name]> } {
  const problems = new Set<string>();
  const read = Object.entries(readers).map(([name, reader]) => {
    try {
      return [name, reader()];
    } catch (error) {
      if (!(error instanceof ConfigError)) throw error;
      for (const problem of error.problems) problems.add(problem);
      return [name, undefined];
    }
  });
  if (problems.size > 0) throw new ConfigError([...problems]);
  // Without a problem, each reader has answered under its own name.
  return Object.fromEntries(read) as { [Name in keyof Of]: ReturnType<Of[Name]> };
}
