import type { ObjectId } from "./object-id.ts";

/** How the tokens of a text become lexemes. */
export interface TextSearchConfiguration {
  readonly kind: "text_search_configuration";
  readonly schema: string;
  readonly name: string;
  /** As SQL with its schema. */
  readonly parser: string;
  readonly mappings: readonly TextSearchMapping[];
  readonly dependsOn: readonly ObjectId[];
}

/** The dictionaries that tokens of one kind are looked up in, in their order, each as SQL with its schema. */
export interface TextSearchMapping {
  readonly token: string;
  readonly dictionaries: readonly string[];
}

/** Knows words. */
export interface TextSearchDictionary {
  readonly kind: "text_search_dictionary";
  readonly schema: string;
  readonly name: string;
  /** As SQL with its schema. */
  readonly template: string;
  readonly options: readonly NamedOption[];
  readonly dependsOn: readonly ObjectId[];
}

/** An option with its value, both raw. */
export interface NamedOption {
  readonly name: string;
  readonly value: string;
}

/** An object of text search that can be altered. */
export type TextSearchObject = TextSearchConfiguration | TextSearchDictionary;
