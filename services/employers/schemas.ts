import { Schema } from 'mongoose';
import { contactChannels, contactOutcomes, employerKinds, sizeClasses, type Employer } from './employer.ts';
import { leadAnswers, leadKinds, type Lead } from './lead.ts';
import { placementEndings, placementKinds, type Placement } from './placement.ts';
import { dayparts, payPeriods, proposalAnswers, vacancyClosings, withdrawalReasons, type Vacancy } from './vacancy.ts';

const part = { _id: false } as const;
const text = { type: String, required: true };
const short = { type: String, maxlength: 120 };
const day = { type: String, match: /^\d{4}-\d{2}-\d{2}$/ };
const requiredDay = { ...day, required: true };
const ags = { type: String, required: true, match: /^\d{8}$/ };
const code = (codes: readonly string[]) => ({ type: String, required: true, enum: codes });

const addressSchema = new Schema({ street: short, postcode: { type: String, match: /^\d{5}$/ }, town: short }, part);
const contactPersonSchema = new Schema({ name: { ...short, required: true }, phone: short, email: { ...short, match: /^[^\s@]+@[^\s@]+\.[^\s@]+$/ } }, part);
const contactSchema = new Schema({ id: text, contactedOn: requiredDay, channel: code(contactChannels), outcome: code(contactOutcomes), callAgainOn: day, note: { type: String, maxlength: 1000 } }, part);

export const employerSchema = new Schema<Employer>(
  {
    id: text, kind: code(employerKinds), name: { ...short, required: true, minlength: 1 }, sortName: text,
    number: { type: String, match: /^\d{8}$/ }, branch: short, municipality: ags, registeredOn: requiredDay,
    address: { type: addressSchema, required: true }, contactPerson: { type: contactPersonSchema }, size: { type: String, enum: sizeClasses },
    contacts: [contactSchema], callAgainOn: day,
  },
  part,
);
employerSchema.index({ number: 1 }, { unique: true, sparse: true });
// Lists per municipality by name, and who is to be called again.
employerSchema.index({ municipality: 1, sortName: 1 });
employerSchema.index({ callAgainOn: 1 });

const answerSchema = new Schema({ code: code(leadAnswers), text: { type: String, maxlength: 300 }, answeredOn: requiredDay, employerId: String, vacancyId: String }, part);

export const leadSchema = new Schema<Lead>(
  {
    id: text, municipality: ags, reportedBy: text, reportedOn: requiredDay, company: { ...short, required: true, minlength: 1 }, kind: code(leadKinds),
    note: { type: String, maxlength: 500 }, takenUpBy: String, takenUpOn: day, answer: { type: answerSchema },
  },
  part,
);
// The leads of a municipality, latest first.
leadSchema.index({ municipality: 1, reportedOn: 1 });

const proposalSchema = new Schema(
  {
    id: text, personId: text, caseId: text, proposedOn: requiredDay, withLegalNotice: { type: Boolean, required: true }, replyDueOn: day,
    answer: { type: new Schema({ code: code(proposalAnswers), answeredOn: requiredDay }, part) },
    withdrawn: { type: new Schema({ reason: code(withdrawalReasons), withdrawnOn: requiredDay }, part) },
  },
  part,
);

export const vacancySchema = new Schema<Vacancy>(
  {
    id: text, employerId: text, title: { ...short, required: true, minlength: 1 }, occupation: { type: String, required: true, match: /^\d{5}$/ }, municipality: ags,
    hoursPerWeek: { type: Number, required: true, min: 1, max: 48 }, dayparts: { type: [String], enum: dayparts }, startsOn: requiredDay,
    pay: { type: new Schema({ cents: { type: Number, required: true, min: 1 }, per: code(payPeriods) }, part) },
    posts: { type: Number, required: true, min: 1, max: 500 }, drivingLicenceNeeded: { type: Boolean, required: true }, registeredOn: requiredDay, refreshOn: requiredDay,
    closed: { type: new Schema({ reason: code(vacancyClosings), closedOn: requiredDay }, part) }, proposals: [proposalSchema], freePosts: { type: Number, required: true, min: 0 },
  },
  part,
);
// Searched by place, occupation and what is free; proposals are found by their id, person and case.
vacancySchema.index({ municipality: 1 });
vacancySchema.index({ occupation: 1 });
vacancySchema.index({ employerId: 1 });
vacancySchema.index({ freePosts: 1, startsOn: 1 });
vacancySchema.index({ 'proposals.id': 1 });
vacancySchema.index({ 'proposals.personId': 1 });
vacancySchema.index({ 'proposals.caseId': 1 });

export const placementSchema = new Schema<Placement>(
  {
    id: text, personId: text, caseId: text, employerId: text, vacancyId: String, proposalId: String, kind: code(placementKinds),
    subsidisedBy: { type: [String], match: /^[A-Z][A-Z0-9_]*$/ }, hoursPerWeek: { type: Number, required: true, min: 1, max: 60 }, startedOn: requiredDay,
    confirmed: [new Schema({ month: { type: Number, required: true, min: 1, max: 6 }, confirmedOn: requiredDay }, part)],
    ended: { type: new Schema({ endedOn: requiredDay, reason: code(placementEndings) }, part) },
  },
  part,
);
placementSchema.index({ personId: 1 });
placementSchema.index({ caseId: 1 });
placementSchema.index({ employerId: 1 });
