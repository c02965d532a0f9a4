import { idOf } from "../../../schema/identify.ts";
import type { PrimaryKey, Unique } from "../../../schema/objects.ts";
import { referencesOf } from "../../../schema/references.ts";
import { qualified } from "../../../sql/identifier.ts";
import { sql } from "../../../sql/sql.ts";
import { createStep, type Step } from "../../step.ts";
import { keyDefinition } from "./constraint-definition.ts";

/** Adds a primary key or a unique constraint; its index is built while nobody may write. */
export const createKey = (key: PrimaryKey | Unique): readonly Step[] => [
  createStep(idOf(key), sql`ALTER TABLE ${qualified(key.schema, key.table)} ADD ${keyDefinition(key)}`, {
    lock: "access_exclusive",
    hazards: ["blocks_writes", "may_fail_on_data"],
    needs: referencesOf(key),
  }),
];
