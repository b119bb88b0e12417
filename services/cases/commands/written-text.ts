/** What somebody wrote, without spaces around it; nothing but spaces is nothing. */
export function writtenText(text: string | undefined): string | undefined {
  const written = text?.trim();
  return written === '' ? undefined : written;
}
