import type { ObjectId } from "./object-id.ts";

/** A domain: a type with a default and conditions of its own. Its checks are objects of their own. */
export interface Domain {
  readonly kind: "domain";
  readonly schema: string;
  readonly name: string;
  /** The type it stands on, as `format_type` prints it. */
  readonly type: string;
  readonly typeObject: ObjectId | null;
  /** As SQL, where it is not the type's own. */
  readonly collation: string | null;
  readonly notNull: boolean;
  /** The name that somebody gave to the constraint behind it; from PostgreSQL 18. */
  readonly notNullConstraint?: string;
  /** An expression, or null for none. */
  readonly default: string | null;
  readonly dependsOn: readonly ObjectId[];
}

/** A condition that every value of a domain keeps. */
export interface DomainCheck {
  readonly kind: "domain_check";
  readonly schema: string;
  readonly domain: string;
  readonly name: string;
  /** The condition, without CHECK and its parentheses. */
  readonly expression: string;
  readonly validated: boolean;
  readonly dependsOn: readonly ObjectId[];
}

/** A type made of named parts. */
export interface Composite {
  readonly kind: "composite";
  readonly schema: string;
  readonly name: string;
  readonly attributes: readonly CompositeAttribute[];
  /** The collations of its attributes that are not PostgreSQL's own. */
  readonly dependsOn: readonly ObjectId[];
}

/** A part of a composite type, said as a table's column. */
export interface CompositeAttribute {
  readonly name: string;
  readonly type: string;
  readonly typeObject: ObjectId | null;
  readonly collation: string | null;
}

/** A type that a schema defines, or a part of one. */
export type TypeObject = Domain | DomainCheck | Composite;
