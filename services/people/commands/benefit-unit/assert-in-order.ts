import { Refusal } from '#shared/refusal.ts';

export function assertInOrder(field: string, from: string, to: string | undefined): void {
  if (to !== undefined && to < from) throw new Refusal('INVALID_INPUT', `${field}: ends before it begins.`);
}
