import type { DatabaseSchema } from "../../schema/database-schema.ts";
import type { Index, Table } from "../../schema/objects.ts";
import type { Step } from "../step.ts";

/** Steps that are run and committed together, and the schema that they end at. */
export interface OnlinePart {
  readonly purpose: PartPurpose;
  readonly run: PartRun;
  readonly steps: readonly Step[];
  readonly end: DatabaseSchema;
  /** Whether it comes before the renames: its end speaks of the former names. */
  readonly beforeRenames?: true;
}

/** What a part is for: `change` is all that needs no care, `prepare` what has to be there before. */
export type PartPurpose = "prepare" | "change" | "fill" | "index" | "check" | "validate" | "swap" | "finish";

/** How a part is run. */
export type PartRun =
  | { readonly mode: "transaction" }
  /** One statement, in no transaction. */
  | { readonly mode: "concurrently"; readonly action: "create" | "drop"; readonly index: Index }
  /**
   * One UPDATE that ends with a condition on rows that still need it, to be run by ranges of the table's key; `quiet`: without
   * firing the table's triggers, where the role may.
   */
  | {
      readonly mode: "batches";
      readonly table: Pick<Table, "schema" | "name">;
      readonly column: string;
      readonly quiet?: true;
    };
