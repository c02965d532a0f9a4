import type { ObjectId } from "./object-id.ts";

/** What one statement makes and none changes: it is made anew where it is to be another one. */
interface Defined {
  /** The whole CREATE statement without a semicolon. */
  readonly definition: string;
  readonly dependsOn: readonly ObjectId[];
}

interface DefinedInSchema extends Defined {
  readonly schema: string;
  readonly name: string;
}

/** A type of ranges of another type, with its multirange. */
export interface RangeType extends DefinedInSchema {
  readonly kind: "range";
}

/** An order of text. */
export interface Collation extends DefinedInSchema {
  readonly kind: "collation";
}

/** A conversion between two encodings. */
export interface Conversion extends DefinedInSchema {
  readonly kind: "conversion";
}

/** Functions that take a text apart into tokens. */
export interface TextSearchParser extends DefinedInSchema {
  readonly kind: "text_search_parser";
}

/** Functions that a dictionary is made with. */
export interface TextSearchTemplate extends DefinedInSchema {
  readonly kind: "text_search_template";
}

/** An operator. */
export interface Operator extends DefinedInSchema {
  readonly kind: "operator";
  /** The types of its operands, as `format_type` prints them; `NONE` for the left one of a prefix operator. */
  readonly arguments: readonly [left: string, right: string];
}

/** How an index method treats a type. */
export interface OperatorClass extends DefinedInSchema {
  readonly kind: "operator_class";
  readonly method: string;
}

/** Operator classes of one index method that belong together. */
export interface OperatorFamily extends DefinedInSchema {
  readonly kind: "operator_family";
  readonly method: string;
}

/** How a value of one type becomes one of another. */
export interface Cast extends Defined {
  readonly kind: "cast";
  /** Types as `format_type` prints them. */
  readonly source: string;
  readonly target: string;
}

/** How tables or indexes are stored. */
export interface AccessMethod extends Defined {
  readonly kind: "access_method";
  readonly name: string;
}

/** Any of them. */
export type DefinedObject =
  | RangeType
  | Collation
  | Conversion
  | TextSearchParser
  | TextSearchTemplate
  | Operator
  | OperatorClass
  | OperatorFamily
  | Cast
  | AccessMethod;
