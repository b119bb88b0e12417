import { Schema } from 'mongoose';
import { derivedFrom, enteredApart } from '#shared/documents/input-path.ts';
import { formats } from '#shared/codes/formats.ts';
import { ags, code, day, part, requiredDay, short, text } from './schema-parts.ts';
import { dayparts, payPeriods, proposalAnswers, vacancyClosings, withdrawalReasons, type Vacancy } from './vacancy.ts';

const paySchema = new Schema({ cents: { type: Number, required: true, min: 1 }, per: code(payPeriods) }, part);
const proposalSchema = new Schema(
  {
    id: text,
    personId: text,
    caseId: text,
    proposedOn: requiredDay,
    withLegalNotice: { type: Boolean, required: true },
    replyDueOn: day,
    answer: { type: new Schema({ code: code(proposalAnswers), answeredOn: requiredDay }, part) },
    withdrawn: { type: new Schema({ reason: code(withdrawalReasons), withdrawnOn: requiredDay }, part) },
  },
  part,
);

export const vacancySchema = new Schema<Vacancy>(
  {
    id: text,
    employerId: text,
    title: { ...short, required: true, minlength: 1 },
    occupation: { type: String, required: true, match: formats.occupation },
    municipality: { ...ags, required: false },
    place: {
      type: new Schema(
        { postcode: { type: String, required: true, match: formats.postcode }, town: { ...short, required: true } },
        part,
      ),
    },
    hoursPerWeek: { type: Number, required: true, min: 1, max: 48 },
    dayparts: { type: [String], enum: dayparts },
    startsOn: requiredDay,
    pay: { type: paySchema },
    posts: { type: Number, required: true, min: 1, max: 500 },
    drivingLicenceNeeded: { type: Boolean, required: true },
    registeredOn: requiredDay,
    refreshOn: requiredDay,
    closed: { type: new Schema({ reason: code(vacancyClosings), closedOn: requiredDay }, part) },
    proposals: { type: [proposalSchema], ...enteredApart },
    freePosts: { type: Number, required: true, min: 0, ...derivedFrom('posts') },
    over: { type: String, enum: ['FILLED', 'CLOSED'], ...derivedFrom('posts') },
    proposalsToEnd: { type: Number, min: 1 },
  },
  part,
);
// Lists of all, of some municipalities, of what is open and of what is over, in each order that a screen shows.
for (const by of ['startsOn', 'registeredOn', 'refreshOn']) {
  vacancySchema.index({ [by]: 1 });
  vacancySchema.index({ municipality: 1, [by]: 1 });
  vacancySchema.index({ 'closed.reason': 1, [by]: 1 });
  vacancySchema.index({ over: 1, [by]: 1 });
}
vacancySchema.index({ employerId: 1, startsOn: 1 });
vacancySchema.index({ occupation: 1 });
// Matches are looked for among all that are open.
vacancySchema.index({ 'closed.reason': 1 });
// What a closing has still to end; nearly none has.
vacancySchema.index({ proposalsToEnd: 1 });
// Proposals are found by their id, and by person and case on the case page.
vacancySchema.index({ 'proposals.id': 1 });
vacancySchema.index({ 'proposals.personId': 1 });
vacancySchema.index({ 'proposals.caseId': 1 });
