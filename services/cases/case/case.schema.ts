import { Schema } from 'mongoose';
import { enteredApart } from '#shared/documents/input-path.ts';
import { formats } from '#shared/codes/formats.ts';
import { obstacles } from '#shared/codes/obstacles.ts';
import { strengths } from './assessment.ts';
import { closingReasons, type Case } from './case.ts';
import { excuseReasons, places } from './interview.ts';
import { goalKinds, notAgreedReasons, offerKinds, stepOwners, stepStatuses } from './plan.ts';

const part = { _id: false } as const;
const text = { type: String, required: true };
const day = { type: String, match: formats.day };
const requiredDay = { ...day, required: true };
const code = (codes: readonly string[]) => ({ type: String, required: true, enum: codes });

const statusSchema = new Schema(
  { status: code(['OPEN', 'CLOSED']), on: requiredDay, reason: { type: String, enum: closingReasons } },
  part,
);
const placeReason = { type: String, maxlength: 300 };
const interviewSchema = new Schema(
  {
    id: text,
    status: code(['INVITED', 'HELD', 'MISSED', 'EXCUSED']),
    scheduledAt: text,
    invitedOn: requiredDay,
    place: code(places),
    placeReason,
    invitedTo: { type: new Schema({ place: code(places), placeReason }, part) },
    heldOn: day,
    missedOn: day,
    excusedOn: day,
    excuse: { type: String, enum: excuseReasons },
    notes: { type: String, maxlength: 4000 },
  },
  part,
);
const coded = (codes: readonly string[]) =>
  new Schema({ code: code(codes), note: { type: String, maxlength: 500 } }, part);
const assessmentSchema = new Schema(
  { id: text, assessedOn: requiredDay, strengths: [coded(strengths)], obstacles: [coded(obstacles)] },
  part,
);
const stepSchema = new Schema(
  {
    id: text,
    what: { type: String, required: true, minlength: 1, maxlength: 500 },
    owner: code(stepOwners),
    dueOn: requiredDay,
    status: code(stepStatuses),
    changedOn: day,
  },
  part,
);
const goalSchema = new Schema(
  { kind: code(goalKinds), text: { type: String, required: true, minlength: 1, maxlength: 500 } },
  part,
);
const offerSchema = new Schema(
  { kind: code(offerKinds), text: { type: String, required: true, minlength: 1, maxlength: 500 } },
  part,
);
const versionSchema = new Schema(
  {
    version: { type: Number, required: true },
    from: requiredDay,
    goal: { type: goalSchema, required: true },
    offer: { type: offerSchema },
    steps: [stepSchema],
    handedOverOn: day,
  },
  part,
);
const planSchema = new Schema(
  {
    id: text,
    agreedOn: requiredDay,
    versions: { type: [versionSchema], ...enteredApart },
    reviewDueOn: requiredDay,
    reviewedOn: day,
  },
  part,
);

export const caseSchema = new Schema<Case>(
  {
    id: text,
    personId: text,
    projectId: text,
    municipality: { type: String, required: true, match: formats.municipality },
    openedOn: requiredDay,
    openFor: { type: String },
    contactId: text,
    careTeam: { type: [text], required: true },
    history: [statusSchema],
    interviews: { type: [interviewSchema], ...enteredApart },
    assessments: { type: [assessmentSchema], ...enteredApart },
    plan: { type: planSchema, ...enteredApart },
    notAgreed: [new Schema({ decidedOn: requiredDay, reason: code(notAgreedReasons) }, part)],
  },
  part,
);
// One open case per person, whatever two people do at the same moment.
caseSchema.index({ openFor: 1 }, { unique: true, sparse: true });
// The cases of a person, of a project, of a municipality, of a named contact and of everybody on the team.
caseSchema.index({ personId: 1 });
caseSchema.index({ projectId: 1 });
caseSchema.index({ municipality: 1 });
caseSchema.index({ contactId: 1 });
caseSchema.index({ careTeam: 1 });
// Lists are ordered by the latest opened, or by the review that is due.
for (const by of ['openedOn', 'plan.reviewDueOn']) {
  caseSchema.index({ municipality: 1, [by]: 1 });
  caseSchema.index({ careTeam: 1, [by]: 1 });
}
