/** The texts of a form that somebody filled in, without spaces around them: what stayed empty says nothing and is absent. */
export function filledTexts<Field extends string>(
  texts: Partial<Record<Field, string | undefined>>,
): Partial<Record<Field, string>> {
  const entries = Object.entries<string | undefined>(texts)
    .map(([field, text]) => [field, (text ?? '').trim()])
    .filter(([, text]) => text !== '');
  // The fields are those of the texts.
  return Object.fromEntries(entries) as Partial<Record<Field, string>>;
}
