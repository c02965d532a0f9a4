import type { ObjectId } from "./object-id.ts";
import type { NamedOption } from "./text-search-objects.ts";

/** Knows how to reach another kind of data. */
export interface ForeignWrapper {
  readonly kind: "foreign_data_wrapper";
  readonly name: string;
  /** Functions as SQL with their schema, or null for none. */
  readonly handler: string | null;
  readonly validator: string | null;
  readonly options: readonly NamedOption[];
  readonly dependsOn: readonly ObjectId[];
}

/** Another place that holds data. */
export interface ForeignServer {
  readonly kind: "foreign_server";
  readonly name: string;
  /** A raw name. */
  readonly wrapper: string;
  readonly type: string | null;
  readonly version: string | null;
  readonly options: readonly NamedOption[];
  readonly dependsOn: readonly ObjectId[];
}

/** What a role says to a server. */
export interface UserMapping {
  readonly kind: "user_mapping";
  /** A raw name. */
  readonly server: string;
  /** A raw role name; "public" is everyone. */
  readonly user: string;
  readonly options: readonly NamedOption[];
}

/** An object of data that stands elsewhere. */
export type ForeignObject = ForeignWrapper | ForeignServer | UserMapping;
