import { Schema } from 'mongoose';
import { earlier, germanDay, hasDay } from '#shared/calendar/days.ts';
import type { Message } from '#shared/contracts/contract.ts';
import { peopleEvents } from '#shared/contracts/people.ts';
import { on, type Consumer } from '#shared/delivery/consume.ts';
import type { Collection, Documents } from '#shared/documents/documents.ts';

/**
 * A benefit unit as its events tell it: where it lived with whom, and when it was in receipt. Days are included at
 * both ends.
 */
export type KnownBenefitUnit = {
  id: string;
  homes: { municipality: string; from: string }[];
  /**
   * `youngUntil`: too young to count before that day, and on every day so far when it is `STILL_YOUNG`. `oldFrom`:
   * past the age limit from that day on. A member of whom no age was said counts.
   */
  members: { personId: string; from: string; to?: string; youngUntil?: string; oldFrom?: string }[];
  benefits: { from: string; to?: string; startedBy: string }[];
};
type Member = KnownBenefitUnit['members'][number];
type Benefit = KnownBenefitUnit['benefits'][number];

const text = { type: String, required: true };
const span = { from: text, to: { type: String } };
const memberSchema = new Schema({ personId: text, ...span, youngUntil: String, oldFrom: String }, { _id: false });
const unitSchema = new Schema<KnownBenefitUnit>(
  {
    id: text,
    homes: [new Schema({ municipality: text, from: text }, { _id: false })],
    members: [memberSchema],
    benefits: [new Schema({ ...span, startedBy: text }, { _id: false })],
  },
  { _id: false },
);
// The recipients of a municipality: some hundred to some thousand units, read page by page.
unitSchema.index({ 'homes.municipality': 1 });

export type KnownBenefitUnits = Collection<KnownBenefitUnit>;

export function knownBenefitUnitView(documents: Pick<Documents, 'collection'>): KnownBenefitUnits {
  return documents.collection('known-units', unitSchema);
}

/** A unit says first that it was formed; without that its events would be parked before anybody gets here. */
const newUnit = (id: string): KnownBenefitUnit => ({ id, homes: [], members: [], benefits: [] });

type UnitEvent = Message & { data: { benefitUnitId: string } };

export function knownUnitConsumer(units: KnownBenefitUnits): Consumer {
  const fold = (event: UnitEvent, evolve: (unit: KnownBenefitUnit) => KnownBenefitUnit): Promise<void> => {
    const { benefitUnitId: id } = event.data;
    return units.project(id, event, (unit) => evolve(unit ?? newUnit(id)));
  };
  const keepHousehold = (event: UnitEvent, household: Omit<Household, 'recordedOn'>): Promise<void> =>
    fold(event, (unit) => withHousehold(unit, { ...household, recordedOn: recordedOn(event) }));
  return on(peopleEvents, {
    'benefitUnit.formed': (event) => keepHousehold(event, { ...event.data, on: event.data.formedOn }),
    'benefitUnit.updated': (event) => keepHousehold(event, { ...event.data, on: event.data.updatedOn }),
    'benefitUnit.benefitStarted': (event) => {
      const { startedOn, ...ages } = event.data;
      return fold(event, (unit) => {
        const aged = withAges(unit, { ...ages, on: startedOn, recordedOn: recordedOn(event) });
        return withBenefits(aged, [...unit.benefits, { from: startedOn, startedBy: event.id }]);
      });
    },
    'benefitUnit.benefitEnded': (event) => {
      const { endedOn, startedOn } = event.data;
      const isMeant = ({ from, to }: Benefit): boolean =>
        startedOn === undefined ? to === undefined : from === startedOn;
      const end = (benefit: Benefit): Benefit => (isMeant(benefit) ? { ...benefit, to: endedOn } : benefit);
      return fold(event, (unit) => withBenefits(unit, unit.benefits.map(end)));
    },
    'benefitUnit.benefitWithdrawn': (event) => {
      const others = ({ from }: Benefit): boolean => from !== event.data.startedOn;
      return fold(event, (unit) => withBenefits(unit, unit.benefits.filter(others)));
    },
  });
}

const recordedOn = ({ time }: Pick<Message, 'time'>): string => germanDay(new Date(time));

/** Times of receipt may be entered in any order. */
function withBenefits(unit: KnownBenefitUnit, benefits: Benefit[]): KnownBenefitUnit {
  return { ...unit, benefits: benefits.toSorted((a, b) => (a.from < b.from ? -1 : 1)) };
}

const STILL_YOUNG = '9999-12-31';

/** What an event tells of the ages of members: about the day `on`, recorded on the day `recordedOn`. */
type Ages = {
  on: string;
  recordedOn: string;
  employableMemberIds?: string[] | undefined;
  pastAgeLimitMemberIds?: string[] | undefined;
};
type Household = Ages & { municipality: string; memberIds: string[] };

/** Returns the unit with the household of a day: who is new belongs to it from that day, who is gone did until then. */
export function withHousehold(
  unit: KnownBenefitUnit,
  { municipality, memberIds, ...ages }: Household,
): KnownBenefitUnit {
  const { on: day } = ages;
  const belongs = belongsOn(day);
  const present = new Set(unit.members.filter(belongs).map(({ personId }) => personId));
  const stayed = unit.members.map((member) =>
    belongs(member) && !memberIds.includes(member.personId) ? { ...member, to: day } : member,
  );
  const household = {
    ...unit,
    homes: unit.homes.at(-1)?.municipality === municipality ? unit.homes : [...unit.homes, { municipality, from: day }],
    members: [...stayed, ...memberIds.filter((id) => !present.has(id)).map((personId) => ({ personId, from: day }))],
  };
  return withAges(household, ages);
}

/** Returns the unit with what was told of ages: which of its members can be employable recipients. */
export function withAges(unit: KnownBenefitUnit, ages: Ages): KnownBenefitUnit {
  const { employableMemberIds } = ages;
  if (employableMemberIds === undefined) return unit;
  const belongs = belongsOn(ages.on);
  return {
    ...unit,
    members: unit.members.map((member) => (belongs(member) ? aged(member, { ...ages, employableMemberIds }) : member)),
  };
}

const belongsOn =
  (day: string) =>
  ({ from, to }: Member): boolean =>
    from <= day && (to === undefined || to > day);

function aged(
  member: Member,
  { on: day, recordedOn: recorded, ...ages }: Ages & { employableMemberIds: string[] },
): Member {
  const counts = ages.employableMemberIds.includes(member.personId);
  // Said to be old enough once, nobody becomes too young by what is said of an earlier day.
  const grown = counts ? { ...member, youngUntil: earlier(member.youngUntil ?? member.from, day) } : member;
  if (ages.pastAgeLimitMemberIds?.includes(member.personId)) {
    // Still a recipient on the day it is about, they reached the limit at some time until it was recorded.
    const oldFrom = counts ? recorded : day;
    return { ...grown, oldFrom: earlier(member.oldFrom ?? oldFrom, oldFrom) };
  }
  return counts || member.youngUntil !== undefined ? grown : { ...grown, youngUntil: STILL_YOUNG };
}

/** Returns who was an employable recipient on a day in a municipality, and the event that began the receipt. */
export function receiptOn(
  { homes, members, benefits }: KnownBenefitUnit,
  municipality: string,
  day: string,
): { personIds: string[]; startedBy: string } | undefined {
  const benefit = benefits.find((each) => hasDay(each, day));
  if (benefit === undefined || homes.findLast(({ from }) => from <= day)?.municipality !== municipality)
    return undefined;
  const counts = (member: Member): boolean =>
    hasDay(member, day) && (member.youngUntil ?? '') <= day && (member.oldFrom === undefined || day < member.oldFrom);
  return { personIds: members.filter(counts).map(({ personId }) => personId), startedBy: benefit.startedBy };
}

/** Returns the last day with benefit before a day on which there is none; undefined while there is, or never was. */
export function outOfReceiptSince({ benefits }: Pick<KnownBenefitUnit, 'benefits'>, day: string): string | undefined {
  const begun = benefits
    .filter(({ from }) => from <= day)
    .sort((a, b) => (a.from < b.from ? -1 : 1))
    .at(-1);
  return begun?.to !== undefined && begun.to <= day ? begun.to : undefined;
}
