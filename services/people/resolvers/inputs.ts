import type { Repeatable } from '#shared/request.ts';
import type { BenefitEndReason, MemberRole } from '../benefit-unit.ts';
import type {
  Child,
  Contact,
  Daypart,
  Employment,
  Language,
  Mobility,
  Obstacle,
  SchoolQualification,
  Sex,
  VocationalQualification,
} from '../person.ts';

/** Inputs as the graph hands them over: what may be left out may be null. */
type OrNull<Shape> = { [Key in keyof Shape]?: Shape[Key] | null };

export type PersonFilter = OrNull<{
  municipality: string;
  name: string;
  customerNumber: string;
  bornFrom: string;
  bornTo: string;
  obstacle: Obstacle;
  vocationalQualification: VocationalQualification;
  withoutOpenCase: boolean;
  longTermRecipient: boolean;
}>;

type OfPerson = Repeatable & { personId: string };
type Identity = { givenName: string; familyName: string; birthDate: string; sex: Sex };

export type RegisterPersonInput = Repeatable &
  Identity & { customerNumber: string; municipality: string; registeredOn?: string | null };
export type CorrectPersonInput = OfPerson & OrNull<Identity & { customerNumber: string }>;
export type UpdateContactInput = OfPerson & OrNull<Required<Contact>>;
export type UpdateProfileInput = OfPerson &
  OrNull<{
    languages: Language[];
    schoolQualification: SchoolQualification;
    vocationalQualification: VocationalQualification;
    occupations: { occupation: string; years?: number | null }[];
    mobility: Mobility;
    radiusKm: number;
    availability: { hoursPerWeek: number; dayparts: Daypart[] };
  }>;
export type RecordEmploymentsInput = OfPerson & {
  employments: (Omit<Employment, 'to'> & { to?: string | null })[];
  fundedMonths16i?: number | null;
};
export type UpdateChildrenInput = OfPerson & { children: Child[] };
export type RecordObstaclesInput = OfPerson & { obstacles: Obstacle[]; severelyDisabled?: boolean | null };
export type MovePersonInput = OfPerson & { municipality: string };

type OfUnit = Repeatable & { benefitUnitId: string };
export type FormBenefitUnitInput = Repeatable & {
  number: string;
  municipality: string;
  formedOn?: string | null;
  members: { personId: string; role: MemberRole }[];
};
export type JoinBenefitUnitInput = OfUnit & {
  personId: string;
  role: MemberRole;
  joinedOn?: string | null;
  leftOn?: string | null;
};
export type LeaveBenefitUnitInput = OfUnit & { personId: string; leftOn?: string | null };
export type MoveBenefitUnitInput = OfUnit & { municipality: string };
export type StartBenefitInput = OfUnit & { startedOn?: string | null };
export type EndBenefitInput = OfUnit & { endedOn?: string | null; reason: BenefitEndReason };
export type RecordBenefitsInput = OfUnit & {
  benefits: { from: string; to?: string | null; reason?: BenefitEndReason | null }[];
};
