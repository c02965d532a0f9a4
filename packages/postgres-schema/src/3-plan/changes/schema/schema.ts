import { idOf } from "../../../schema/identify.ts";
import type { Schema } from "../../../schema/objects.ts";
import { ident } from "../../../sql/identifier.ts";
import { sql } from "../../../sql/sql.ts";
import { createStep, dropStep, type Step } from "../../step.ts";

export const createSchema = (schema: Schema): readonly Step[] => [
  createStep(idOf(schema), sql`CREATE SCHEMA ${ident(schema.name)}`, {}),
];

export const dropSchema = (schema: Schema): readonly Step[] => [
  dropStep(idOf(schema), sql`DROP SCHEMA ${ident(schema.name)}`, {}),
];
