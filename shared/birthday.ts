/** The day on which somebody completes so many years; who was born on 29 February completes them at the end of the 28th. */
export function birthday(birthDate: string, years: number): string {
  const day = `${String(Number(birthDate.slice(0, 4)) + years).padStart(4, '0')}${birthDate.slice(4)}`;
  const exists = new Date(`${day}T00:00:00Z`).toISOString().startsWith(day);
  return exists ? day : `${day.slice(0, 4)}-03-01`;
}
