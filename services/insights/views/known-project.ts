import { Schema } from 'mongoose';
import { caseEvents } from '#shared/contracts/cases.ts';
import { on, type Consumer } from '#shared/delivery/consume.ts';
import type { Collection, Documents } from '#shared/documents/documents.ts';

/** A project: who may read its report, and what it is to reach, where that was said. */
export type KnownProject = {
  id: string;
  municipality: string;
  startedOn: string;
  caseManagerIds: string[];
  goals?: KnownGoal[];
};
/** A goal, by the code of the figure that shows how far it has come, where there is one. */
export type KnownGoal = { code: string; target: number; dueOn?: string | undefined };

const text = { type: String, required: true };
const goalSchema = new Schema(
  { code: text, target: { type: Number, required: true }, dueOn: { type: String } },
  { _id: false },
);
const projectSchema = new Schema<KnownProject>(
  {
    id: text,
    municipality: text,
    startedOn: text,
    caseManagerIds: { type: [String], required: true },
    goals: { type: [goalSchema], default: undefined },
  },
  { _id: false },
);
// The reports of a municipality.
projectSchema.index({ municipality: 1, startedOn: 1 });

export type KnownProjects = Collection<KnownProject>;

export function knownProjectView(documents: Pick<Documents, 'collection'>): KnownProjects {
  return documents.collection('known-projects', projectSchema);
}

export function knownProjectConsumer(projects: KnownProjects): Consumer {
  return on(caseEvents, {
    'project.started': (event) => {
      const { projectId: id, municipality, startedOn, caseManagerIds, goals } = event.data;
      return projects.project(id, event, () => ({
        id,
        municipality,
        startedOn,
        caseManagerIds,
        ...(goals && { goals }),
      }));
    },
    'project.updated': (event) => {
      const { projectId: id, municipality, updatedOn, caseManagerIds } = event.data;
      return projects.project(id, event, (project) => {
        // Events of former times do not name the goals, and leave them as they are.
        const goals = event.data.goals ?? project?.goals;
        const startedOn = project?.startedOn ?? updatedOn;
        return { id, municipality, startedOn, caseManagerIds, ...(goals && { goals }) };
      });
    },
  });
}
