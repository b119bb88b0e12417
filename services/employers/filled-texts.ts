import { nonBlankText } from '#shared/codes/plain-text.ts';

/** Returns the texts of a form without spaces around them. A text that stayed empty is absent. */
export function filledTexts<Field extends string>(
  texts: Partial<Record<Field, string | undefined>>,
): Partial<Record<Field, string>> {
  const entries = Object.entries<string | undefined>(texts)
    .map(([field, text]) => [field, nonBlankText(text)])
    .filter(([, text]) => text !== undefined);
  // The fields are those of the texts.
  return Object.fromEntries(entries) as Partial<Record<Field, string>>;
}
