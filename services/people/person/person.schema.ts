import { Schema } from 'mongoose';
import { derivedFrom, enteredApart } from '#shared/documents/input-path.ts';
import { dayparts } from '#shared/codes/dayparts.ts';
import { formats } from '#shared/codes/formats.ts';
import { obstacles } from '#shared/codes/obstacles.ts';
import {
  channels,
  languageLevels,
  mobilities,
  schoolQualifications,
  sexes,
  vocationalQualifications,
  type Person,
} from './person.ts';

const part = { _id: false } as const;
const day = { type: String, match: formats.day };
const name = { type: String, required: true, maxlength: 80, minlength: 1 };

const contactSchema = new Schema(
  {
    phone: { type: String, maxlength: 40 },
    email: { type: String, maxlength: 120, match: formats.email },
    street: { type: String, maxlength: 80 },
    postcode: { type: String, match: formats.postcode },
    town: { type: String, maxlength: 60 },
    channel: { type: String, enum: channels },
  },
  part,
);
const languageSchema = new Schema(
  {
    language: { type: String, required: true, match: formats.language },
    level: { type: String, required: true, enum: languageLevels },
  },
  part,
);
const experienceSchema = new Schema(
  { occupation: { type: String, required: true, match: formats.occupation }, years: { type: Number, min: 0, max: 60 } },
  part,
);
const employmentSchema = new Schema(
  {
    from: { ...day, required: true },
    to: day,
    hoursPerWeek: { type: Number, required: true, min: 0, max: 80 },
    insured: { type: Boolean, required: true },
  },
  part,
);
const childSchema = new Schema(
  {
    birthDate: { ...day, required: true },
    careNeeded: { type: [String], enum: dayparts },
    careSecured: { type: Boolean, required: true },
  },
  part,
);
const wholeHours = {
  validator: (hours: number | null) => hours === null || Number.isInteger(hours),
  type: 'a whole number',
};
const availabilitySchema = new Schema(
  {
    hoursPerWeek: { type: Number, min: 1, max: 48, validate: wholeHours },
    dayparts: { type: [String], enum: dayparts },
  },
  part,
);

export const personSchema = new Schema<Person>(
  {
    id: { type: String, required: true },
    customerNumber: { type: String, required: true, match: formats.customerNumber },
    givenName: name,
    familyName: name,
    sortName: { type: String, required: true, ...derivedFrom('familyName') },
    birthDate: { ...day, required: true },
    sex: { type: String, required: true, enum: sexes },
    municipality: { type: String, required: true, match: formats.municipality },
    registeredOn: { ...day, required: true },
    contact: { type: contactSchema, required: true, ...enteredApart },
    languages: [languageSchema],
    schoolQualification: { type: String, required: true, enum: schoolQualifications },
    vocationalQualification: { type: String, required: true, enum: vocationalQualifications },
    occupations: [experienceSchema],
    employments: [employmentSchema],
    fundedMonths16i: { type: Number, required: true, min: 0, max: 60 },
    mobility: { type: String, required: true, enum: mobilities },
    radiusKm: { type: Number, min: 1, max: 200 },
    availability: { type: availabilitySchema, required: true },
    children: [childSchema],
    severelyDisabled: { type: Boolean, required: true },
    obstacles: { type: [String], enum: obstacles },
  },
  part,
);
// Two people under one number would be one person to the benefit department.
personSchema.index({ customerNumber: 1 }, { unique: true });
// Lists are read per municipality, by name; imports look for the same birth date.
personSchema.index({ municipality: 1, sortName: 1 });
personSchema.index({ municipality: 1, birthDate: 1 });
personSchema.index({ municipality: 1, registeredOn: 1 });
personSchema.index({ municipality: 1, vocationalQualification: 1, sortName: 1 });
personSchema.index({ municipality: 1, obstacles: 1, sortName: 1 });
// An import looks for who was born on the same day, wherever they live.
personSchema.index({ birthDate: 1 });
