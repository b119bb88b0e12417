import {
  getNullableType,
  isListType,
  isNonNullType,
  type GraphQLOutputType,
  type OperationDefinitionNode,
} from 'graphql';
import { askedFields, placeBelow, type Asked, type AskedField, type Selected } from './asked-fields.ts';
import type { LossAt, Reason } from './losses.ts';
import type { Requirements } from './needed-fields.ts';

export type Path = readonly (string | number)[];
/** A place of the answer that is empty, and why. */
export type LostPlace = { path: Path; reason: Reason };

export type Answered = Asked & {
  operation: OperationDefinitionNode;
  required: Requirements;
  lossAt: LossAt;
  /** Whether an error is told about this place already. */
  told: (path: Path) => boolean;
};

type At = { path: Path; place: string };

/** Every null of an answer that a loss is the reason for, in the client's words. */
export function lostPlaces(data: Record<string, unknown> | null, answered: Answered): LostPlace[] {
  const { operation, schema } = answered;
  const root: Selected = { set: operation.selectionSet, on: schema.getRootType(operation.operation) ?? undefined };
  const lost: LostPlace[] = [];
  // Where everything is null, nothing stands above the fields of the operation themselves.
  const fields = data ?? Object.fromEntries([...askedFields([root], answered).keys()].map((name) => [name, null]));
  walkObject(fields, { selected: [root], at: { path: [], place: '' } }, { answered, lost });
  return lost;
}

type Walk = { answered: Answered; lost: LostPlace[] };

function walkObject(
  object: Record<string, unknown>,
  { selected, at: { path, place } }: { selected: readonly Selected[]; at: At },
  walk: Walk,
): void {
  for (const [name, field] of askedFields(selected, walk.answered)) {
    if (!Object.hasOwn(object, name)) continue;
    const at = { path: [...path, name], place: place === '' ? name : `${place}.${name}` };
    if (object[name] !== null) walkValue(object[name], { type: field.type, field, at }, walk);
    else
      note(
        at.path,
        reasonFor({ place, path, name, field }, walk.answered) ?? reasonBelow({ ...field, at }, walk.answered),
        walk,
      );
  }
}

function walkValue(
  value: unknown,
  { type, field, at }: { type: GraphQLOutputType; field: AskedField; at: At },
  walk: Walk,
): void {
  const inner = getNullableType(type);
  if (value === null) note(at.path, reasonBelow({ type, below: field.below, at }, walk.answered), walk);
  else if (Array.isArray(value) && isListType(inner))
    for (const [index, entry] of value.entries())
      walkValue(entry, { type: inner.ofType, field, at: { path: [...at.path, index], place: `${at.place}.@` } }, walk);
  else if (isRecord(value)) walkObject(value, { selected: field.below, at }, walk);
}

function note(path: Path, reason: Reason | undefined, { answered, lost }: Walk): void {
  if (reason && !answered.told(path)) lost.push({ path, reason });
}

/** Why a field itself is empty: it was lost, or something that it is worked out from. */
function reasonFor(
  { place, path, name, field }: { place: string; path?: Path; name: string; field: AskedField },
  answered: Answered,
): Reason | undefined {
  const lost = answered.lossAt(place, name);
  if (lost) return lost;
  const on = answered.schema.getType(field.owner);
  const sets = answered.required.get(`${field.owner}.${field.name}`) ?? [];
  const needed = sets.map((set) => ({ set, on }));
  for (const requirement of path ? askedFields(needed, answered).keys() : []) {
    const reason = answered.lossAt(path?.join('.') ?? '', requirement);
    if (reason) return reason;
  }
  return reasonWithin(needed, { place, answered });
}

/** The first reason anywhere within what was selected. */
function reasonWithin(
  selected: readonly Selected[],
  { place, answered }: { place: string; answered: Answered },
): Reason | undefined {
  for (const [name, field] of askedFields(selected, answered)) {
    const below = { place: placeBelow(place, { name, type: field.type }), answered };
    const reason = reasonFor({ place, name, field }, answered) ?? reasonWithin(field.below, below);
    if (reason) return reason;
  }
  return undefined;
}

/** Why something is null that holds what may not be null. */
function reasonBelow(
  { type, below, at: { place } }: { type: GraphQLOutputType; below: readonly Selected[]; at: Pick<At, 'place'> },
  answered: Answered,
): Reason | undefined {
  const inner = getNullableType(type);
  if (isListType(inner))
    return isNonNullType(inner.ofType)
      ? reasonBelow({ type: inner.ofType, below, at: { place: `${place}.@` } }, answered)
      : undefined;
  for (const [name, field] of askedFields(below, answered)) {
    if (!isNonNullType(field.type)) continue;
    const deeper = { ...field, at: { place: `${place}.${name}` } };
    const reason = reasonFor({ place, name, field }, answered) ?? reasonBelow(deeper, answered);
    if (reason) return reason;
  }
  return undefined;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
