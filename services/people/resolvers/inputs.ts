import type { BenefitEndReason, MemberRole } from '../benefit-unit/benefit-unit.ts';
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
} from '../person/person.ts';

export type PersonFilter = Partial<{
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

type OfPerson = { personId: string };
type Identity = { givenName: string; familyName: string; birthDate: string; sex: Sex };

export type RegisterPersonInput = Identity & {
  customerNumber: string;
  municipality: string;
  registeredOn?: string;
};
export type CorrectPersonInput = OfPerson & Partial<Identity & { customerNumber: string }>;
export type UpdateContactInput = OfPerson & Partial<Required<Contact>>;
export type UpdateProfileInput = OfPerson &
  Partial<{
    languages: Language[];
    schoolQualification: SchoolQualification;
    vocationalQualification: VocationalQualification;
    occupations: { occupation: string; years?: number }[];
    mobility: Mobility;
    radiusKm: number;
    availability: { hoursPerWeek: number; dayparts: Daypart[] };
  }>;
export type RecordEmploymentsInput = OfPerson & {
  employments: (Omit<Employment, 'to'> & { to?: string })[];
  fundedMonths16i?: number;
};
export type UpdateChildrenInput = OfPerson & { children: Child[] };
export type RecordObstaclesInput = OfPerson & { obstacles: Obstacle[]; severelyDisabled?: boolean };
export type MovePersonInput = OfPerson & { municipality: string };

type OfUnit = { benefitUnitId: string };
export type FormBenefitUnitInput = {
  number: string;
  municipality: string;
  formedOn?: string;
  members: { personId: string; role: MemberRole }[];
};
export type JoinBenefitUnitInput = OfUnit & {
  personId: string;
  role: MemberRole;
  joinedOn?: string;
  leftOn?: string;
};
export type LeaveBenefitUnitInput = OfUnit & { personId: string; leftOn?: string };
export type MoveBenefitUnitInput = OfUnit & { municipality: string };
export type StartBenefitInput = OfUnit & { startedOn?: string };
export type EndBenefitInput = OfUnit & { endedOn?: string; reason: BenefitEndReason };
export type RecordBenefitsInput = OfUnit & {
  benefits: { from: string; to?: string; reason?: BenefitEndReason }[];
};
