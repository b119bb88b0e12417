/** From the first to the last day, both included; still running where there is no last one. */
export type Period = { from: string; to: string | null };

/** The birthday some years later; who was born on 29 February completes the year at the end of the 28th. */
export function yearsLater(day: string, years: number): string {
  const later = `${String(Number(day.slice(0, 4)) + years).padStart(4, '0')}${day.slice(4)}`;
  const exists = new Date(`${later}T00:00:00Z`).toISOString().startsWith(later);
  return exists ? later : `${later.slice(0, 4)}-03-01`;
}

export function dayBefore(day: string): string {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() - 1);
  return date.toISOString().slice(0, 10);
}
