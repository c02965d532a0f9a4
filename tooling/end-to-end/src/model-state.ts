/** A model that changes by edits, each of which is a row of the table "What each change does" in the README. */

export type Kind = "string" | "integer" | "state" | "flag" | "tags" | "day" | "reference";
export type Yaml = string | number | boolean | null | readonly Yaml[] | { readonly [key: string]: Yaml };
export type FieldYaml = Readonly<Record<string, Yaml>>;

/** A field through all its names. */
export interface FieldState {
  readonly id: number;
  readonly kind: Kind;
  readonly name: string;
  readonly formerNames: readonly string[];
  readonly yaml: FieldYaml;
}

export interface EntityState {
  readonly id: number;
  readonly name: string;
  readonly formerNames: readonly string[];
  /** Null where the model says that it had no other name before. */
  readonly renamedFrom: string | null;
  readonly mixins: readonly string[];
  readonly access: readonly RuleState[];
  readonly fields: readonly FieldState[];
  /** Fields that left the model and may come back. */
  readonly removed: readonly FieldState[];
  readonly usedNames: readonly string[];
}

/** Who may do what with which rows. */
export interface RuleState {
  readonly allow: readonly ("create" | "read" | "update" | "delete")[];
  readonly to: "anyone" | "signed_in" | "owner" | "service";
  /** Only rows in which a field has a value. */
  readonly when?: { readonly field: number; readonly value: string };
}

export interface ModelState {
  readonly entities: readonly EntityState[];
  readonly removed: readonly EntityState[];
  readonly usedNames: readonly string[];
  readonly nextId: number;
  /** Decisions that the model carries: where values went, and which fields earlier code has to follow in. */
  readonly decided: readonly Decided[];
}

export interface Decided {
  readonly field: number;
  readonly mapped?: { readonly from: string | null; readonly to: string };
  readonly followed?: true;
}

export const withYaml = (field: FieldState, yaml: FieldYaml): FieldState => ({
  ...field,
  yaml: { ...field.yaml, ...yaml },
});
export const without = ({ yaml, ...field }: FieldState, ...words: readonly string[]): FieldState => ({
  ...field,
  yaml: Object.fromEntries(Object.entries(yaml).filter(([word]) => !words.includes(word))),
});

/** `sizeOf` -> `size_of`. */
export const columnOf = (name: string): string => name.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

/** An expression over a field says the name that the field has in the same model. */
export const itself = "<itself>";
