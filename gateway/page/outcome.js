/** What a person reads first in an answer: whether it was done, and if not, why. */
export function outcomeOf({ data, errors = [] }) {
  const parts = Object.values(data ?? {});
  const refusal = parts.find((part) => part?.refusal)?.refusal;
  if (refusal) return { kind: 'refused', text: `Refused. ${refusal.code}: ${refusal.message}` };
  if (errors.length === 0) return { kind: 'done', text: 'Done.' };
  const [{ message, extensions }] = errors;
  const why = extensions?.code ? `${extensions.code}: ${message}` : message;
  return parts.some((part) => part !== null)
    ? { kind: 'partly', text: `Answered in part. ${why}` }
    : { kind: 'refused', text: `No answer. ${why}` };
}
