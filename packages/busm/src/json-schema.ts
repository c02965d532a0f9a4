import { z } from "zod";
import { EntityFile } from "./language/entity-file.ts";
import { EnumsFile, ModuleFile } from "./language/module-file.ts";

/** The JSON Schemas of the model's files by file name, so that editors complete and check them while one types. */
export const jsonSchemas = (): Readonly<Record<string, object>> => ({
  "entity.schema.json": describeFile(EntityFile, "An entity of the business model"),
  "enums.schema.json": describeFile(EnumsFile, "Enums that several fields share"),
  "module.schema.json": describeFile(ModuleFile, "A module: what an application takes from the model"),
});

/** What a person may write, short forms and all; not what parsing makes of it. */
const describeFile = (schema: z.ZodType, title: string): object => ({
  ...z.toJSONSchema(schema, { io: "input", target: "draft-7", reused: "ref" }),
  title,
});
