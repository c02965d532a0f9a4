interface Common {
  /** A value must be given. */
  readonly required?: boolean;
  /** What an empty entry means: no value, or that the database's default stands. */
  readonly blank: "null" | "default";
}

type ElementOf<Value> = unknown extends Value ? unknown : Value extends readonly (infer Element)[] ? Element : never;

/** What one input must be. The values of a choice are checked against the column's type. */
export type Rule<Value> =
  | (Common & { readonly kind: "text"; readonly maxLength?: number; readonly pattern?: string })
  | (Common & { readonly kind: "number" | "integer"; readonly min?: number; readonly max?: number })
  /** A number that JavaScript cannot hold exactly: it travels as text. */
  | (Common & { readonly kind: "decimal"; readonly min?: number; readonly max?: number })
  | (Common & { readonly kind: "boolean" | "date" | "time" | "datetime" | "json" })
  | (Common & { readonly kind: "choice"; readonly values: readonly Value[] })
  | (Common & {
      readonly kind: "list";
      readonly of: "text" | "number" | "decimal" | "choice";
      readonly values?: readonly ElementOf<Value>[];
    });

/** A rule for each column that may be entered. */
export type Rules<Input> = { readonly [Column in keyof Input]-?: Rule<NonNullable<Input[Column]>> };

/** Choices of a select, in the words that people read. */
export type Choices<Value extends string> = readonly { readonly value: Value; readonly label: string }[];

/** The rules as columns and rules, for what treats all columns alike. */
export const ruleEntries = <Input extends object>(rules: Rules<Input>): readonly (readonly [string, Rule<unknown>])[] =>
  Object.entries(rules as Readonly<Record<string, Rule<unknown>>>);
