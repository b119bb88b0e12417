/** The starts of work or training that are integration: insured work, fully qualifying training, self-employment. */
const INTEGRATING: readonly string[] = ['INSURED_JOB', 'TRAINING', 'SELF_EMPLOYMENT'];
/** The instruments of public employment (§§16d, 16i SGB II), whatever kind of work was recorded. */
const PUBLIC_EMPLOYMENT: readonly string[] = ['P16D', 'P16I'];

/**
 * True when the start of a job counts as integration in the sense of §48a SGB II and its ordinance on key figures. Wage
 * subsidies to ordinary work do no harm (§16e, Eingliederungszuschuss, Einstiegsgeld); marginal work and public
 * employment do not count.
 */
export function countsAsIntegration({
  kind,
  subsidisedBy,
}: {
  kind: string;
  subsidisedBy: readonly string[];
}): boolean {
  return INTEGRATING.includes(kind) && !subsidisedBy.some((code) => PUBLIC_EMPLOYMENT.includes(code));
}
