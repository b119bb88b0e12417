/** What of the starts of work or training is integration: insured work, fully qualifying training, self-employment. */
const INTEGRATING: readonly string[] = ['INSURED_JOB', 'TRAINING', 'SELF_EMPLOYMENT'];
/** Work that is created by public money (§§16d, 16i SGB II), whatever kind it was recorded as. */
const PUBLIC_EMPLOYMENT: readonly string[] = ['P16D', 'P16I'];

/**
 * Whether the start of a job counts as integration in the sense of §48a SGB II and its ordinance on key figures. Wage
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
