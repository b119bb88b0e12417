import { Schema } from 'mongoose';
import { dayparts } from '#shared/codes/dayparts.ts';
import { derivedFrom, enteredApart } from '#shared/documents/input-path.ts';
import { formats } from '#shared/codes/formats.ts';
import { enrolmentOutcomes, enrolmentStatuses, enrolmentWithdrawalReasons, type Enrolment } from './enrolment.ts';
import { longerReasons } from '../instruments/longer.ts';
import { measureEntries, type Measure } from './measure.ts';

const nested = { _id: false } as const;
const day = { type: String, match: formats.day } as const;
const text = { type: String, required: true, minlength: 1, maxlength: 200 } as const;

const enrolment = new Schema<Enrolment>(
  {
    id: { type: String, required: true },
    personId: { type: String, required: true },
    caseId: { type: String, required: true },
    status: { type: String, required: true, enum: enrolmentStatuses },
    proposedOn: day,
    agreedOn: day,
    grantedUnder: String,
    longer: { type: new Schema({ reason: { type: String, enum: longerReasons }, grantedOn: day }, nested) },
    startedOn: day,
    endedOn: day,
    outcome: { type: String, enum: enrolmentOutcomes },
    withdrawnOn: day,
    withdrawalReason: { type: String, enum: enrolmentWithdrawalReasons },
  },
  nested,
);

export const measureSchema = new Schema<Measure>(
  {
    id: { type: String, required: true },
    provider: { type: new Schema({ id: text, name: text }, nested), required: true },
    instrument: { type: String, required: true },
    title: text,
    municipality: { type: String, match: formats.municipality },
    place: {
      type: new Schema({ postcode: { type: String, required: true, match: formats.postcode }, town: text }, nested),
      required: true,
    },
    startsOn: { ...day, required: true },
    endsOn: { ...day, required: true },
    entry: { type: String, enum: measureEntries },
    hoursPerWeek: { type: Number, required: true, min: 1, max: 48 },
    dayparts: { type: [String], required: true, enum: dayparts },
    childcareOffered: { type: Boolean, required: true },
    places: { type: Number, required: true, min: 1, max: 500 },
    approvedUntil: day,
    enrolments: { type: [enrolment], required: true, ...enteredApart },
    freePlaces: { type: Number, required: true, min: 0, ...derivedFrom('places') },
    timetable: { type: String, required: true, ...derivedFrom('dayparts') },
  },
  { _id: false },
);
// Enrolments are asked for by their id, by person and by case.
measureSchema.index({ 'enrolments.id': 1 });
measureSchema.index({ 'enrolments.personId': 1 });
measureSchema.index({ 'enrolments.caseId': 1 });
// The search, in the order of the start or of the places left. A provider sees its own measures only.
for (const by of ['startsOn', 'freePlaces']) {
  measureSchema.index({ [by]: 1 });
  measureSchema.index({ municipality: 1, [by]: 1 });
  measureSchema.index({ instrument: 1, [by]: 1 });
  measureSchema.index({ 'provider.id': 1, [by]: 1 });
  measureSchema.index({ timetable: 1, [by]: 1 });
  measureSchema.index({ childcareOffered: 1, [by]: 1 });
}
// What can still be entered has not ended.
measureSchema.index({ endsOn: 1 });
