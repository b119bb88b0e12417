/** From the first to the last day, both included; still running where there is no last one. */
export type Period = { from: string; to: string | null };

export function dayBefore(day: string): string {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() - 1);
  return date.toISOString().slice(0, 10);
}
