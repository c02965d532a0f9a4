import { nameOf, type ObjectId } from "@build-it/postgres-schema";
import type { Diagnostic, SourceLocation } from "@build-it/stage-contract";

// What several messages say.

export const restore =
  "Take the file back from version control (`git checkout -- <file>`), and change the model instead: the next build writes a new migration.";

export const inModel = (location: SourceLocation | undefined): Pick<Diagnostic, "location"> =>
  location === undefined ? {} : { location };

export const lastOf = (name: string): string => name.replace(/^.*\./, "");

/** Where in the model a change comes from. */
export interface ModelOrigin {
  readonly entity: string;
  readonly field?: string | undefined;
  readonly location?: Diagnostic["location"];
}

export const fieldName = (id: string, origin: ModelOrigin | undefined): string =>
  origin?.field === undefined ? nameOf(id as ObjectId) : `${origin.entity}.${origin.field}`;

export const at = (origin: ModelOrigin | undefined): Pick<Diagnostic, "location"> =>
  origin?.location === undefined ? {} : { location: origin.location };

export const count = (rows: number, one: string, many: string): string => `${rows} ${rows === 1 ? one : many}`;
