import { Schema } from 'mongoose';
import { earlier, hasDay } from '#shared/calendar/days.ts';
import type { Collection } from '#shared/documents/documents.ts';
import type { Declares } from './views.ts';

/** A benefit unit as its events tell it: where it lived with whom, and when it was in receipt. Days are included at both ends. */
export type KnownUnit = {
  id: string;
  homes: { municipality: string; from: string }[];
  /**
   * `youngUntil`: too young to count before that day, and on every day so far when it is `STILL_YOUNG`. `oldFrom`: past the age limit
   * from that day on. A member of whom no age was said counts.
   */
  members: { personId: string; from: string; to?: string; youngUntil?: string; oldFrom?: string }[];
  benefits: { from: string; to?: string; startedBy: string }[];
};

const span = { from: { type: String, required: true }, to: { type: String } };
const unitSchema = new Schema<KnownUnit>(
  {
    id: { type: String, required: true },
    homes: [new Schema({ municipality: { type: String, required: true }, from: span.from }, { _id: false })],
    members: [
      new Schema(
        {
          personId: { type: String, required: true },
          ...span,
          youngUntil: { type: String },
          oldFrom: { type: String },
        },
        { _id: false },
      ),
    ],
    benefits: [new Schema({ ...span, startedBy: { type: String, required: true } }, { _id: false })],
  },
  { _id: false },
);
// The recipients of a municipality: some hundred to some thousand units, read page by page.
unitSchema.index({ 'homes.municipality': 1 });

export type KnownUnits = Collection<KnownUnit>;

export function knownUnitView(documents: Declares): KnownUnits {
  return documents.collection('known-units', unitSchema);
}

const STILL_YOUNG = '9999-12-31';

/** What an event says of the ages of members: about the day `on`, on the day `saidOn`. */
type Ages = {
  on: string;
  saidOn: string;
  employableMemberIds?: string[] | undefined;
  pastAgeLimitMemberIds?: string[] | undefined;
};
type Household = Ages & { municipality: string; memberIds: string[] };

/** The unit after its household was said: who is new belongs to it from that day, who is gone did until then. */
export function withHousehold(unit: KnownUnit, { municipality, memberIds, ...ages }: Household): KnownUnit {
  const { on } = ages;
  const belongs = ({ from, to }: KnownUnit['members'][number]): boolean => from <= on && (to === undefined || to > on);
  const there = new Set(unit.members.filter(belongs).map(({ personId }) => personId));
  const stayed = unit.members.map((member) =>
    belongs(member) && !memberIds.includes(member.personId) ? { ...member, to: on } : member,
  );
  const household = {
    ...unit,
    homes: unit.homes.at(-1)?.municipality === municipality ? unit.homes : [...unit.homes, { municipality, from: on }],
    members: [...stayed, ...memberIds.filter((id) => !there.has(id)).map((personId) => ({ personId, from: on }))],
  };
  return withAges(household, ages);
}

/** The unit after it was said which of its members can be employable recipients; as it was where nothing was said of that. */
export function withAges(unit: KnownUnit, ages: Ages): KnownUnit {
  const { on, employableMemberIds } = ages;
  if (employableMemberIds === undefined) return unit;
  const isThere = ({ from, to }: KnownMember): boolean => from <= on && (to === undefined || to > on);
  return {
    ...unit,
    members: unit.members.map((member) => (isThere(member) ? aged(member, { ...ages, employableMemberIds }) : member)),
  };
}

type KnownMember = KnownUnit['members'][number];

function aged(
  member: KnownMember,
  { on, saidOn, employableMemberIds, pastAgeLimitMemberIds = [] }: Ages & { employableMemberIds: string[] },
): KnownMember {
  const counts = employableMemberIds.includes(member.personId);
  // Said to be old enough once, nobody becomes too young by what is said of an earlier day.
  const grown = counts ? { ...member, youngUntil: earlier(member.youngUntil ?? member.from, on) } : member;
  if (pastAgeLimitMemberIds.includes(member.personId)) {
    // Still a recipient on the day it is about, they reached the limit at some time until it was said.
    const oldFrom = counts ? saidOn : on;
    return { ...grown, oldFrom: earlier(member.oldFrom ?? oldFrom, oldFrom) };
  }
  return counts || member.youngUntil !== undefined ? grown : { ...grown, youngUntil: STILL_YOUNG };
}

/** Who of the unit was an employable recipient on a day in a municipality, and the event that began it; undefined when nobody was. */
export function receiptOn(
  { homes, members, benefits }: KnownUnit,
  municipality: string,
  day: string,
): { personIds: string[]; startedBy: string } | undefined {
  const benefit = benefits.find((each) => hasDay(each, day));
  if (benefit === undefined || homes.findLast(({ from }) => from <= day)?.municipality !== municipality)
    return undefined;
  const counts = (member: KnownMember): boolean =>
    hasDay(member, day) && (member.youngUntil ?? '') <= day && (member.oldFrom === undefined || day < member.oldFrom);
  return { personIds: members.filter(counts).map(({ personId }) => personId), startedBy: benefit.startedBy };
}

/** The last day with benefit before a day on which there is none; undefined while there is, and where there never was. */
export function outOfReceiptSince({ benefits }: Pick<KnownUnit, 'benefits'>, day: string): string | undefined {
  const begun = benefits
    .filter(({ from }) => from <= day)
    .sort((one, other) => (one.from < other.from ? -1 : 1))
    .at(-1);
  return begun?.to !== undefined && begun.to <= day ? begun.to : undefined;
}
