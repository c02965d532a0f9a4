import type { ObjectId } from "./object-id.ts";

/** A function that runs when the schema changes. */
export interface EventTrigger {
  readonly kind: "event_trigger";
  readonly name: string;
  readonly event: string;
  readonly tags: readonly string[];
  readonly enabled: "origin" | "disabled" | "replica" | "always";
  /** The function, as SQL with its schema. */
  readonly calls: string;
  readonly dependsOn: readonly ObjectId[];
}

/** What others may subscribe to. */
export interface Publication {
  readonly kind: "publication";
  readonly name: string;
  readonly allTables: boolean;
  readonly members: readonly PublicationMember[];
  /** Each as SQL: `publish = 'insert, update'`. */
  readonly options: readonly string[];
  readonly dependsOn: readonly ObjectId[];
}

/** A table or a schema that is published. */
export interface PublicationMember {
  /** As SQL: `TABLE public.t`, `TABLES IN SCHEMA public`. */
  readonly target: string;
  /** As SQL, where not all of it is: ` (a, b) WHERE (a > 1)`. */
  readonly details: string;
}

/** An object of a whole database, in no schema. */
export type DatabaseObject = EventTrigger | Publication;
