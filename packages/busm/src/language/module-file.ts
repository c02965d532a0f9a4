import { z } from "zod";
import { EnumStorage, EnumValues } from "./field-file.ts";
import { DatabaseName, EnumName, ModuleName, Text } from "./name-words.ts";

const SubModuleFull = z.strictObject({
  title: Text.optional(),
  entities: z.array(z.string()).describe("The entities that this part of the application works with."),
});

/** `module.yaml`: what an application takes from the model. */
export const ModuleFile = z.strictObject({
  title: Text.describe("The application's name for people."),
  description: Text.optional(),
  schema: DatabaseName.optional().describe("The database schema of entities that name none; `public` where absent."),
  sub_modules: z
    .record(
      ModuleName,
      z.union([
        z.array(z.string()).transform((entities): z.infer<typeof SubModuleFull> => ({ entities })),
        SubModuleFull,
      ]),
    )
    .describe("The parts of the application, and the entities that each selects."),
});
export type ModuleFile = z.infer<typeof ModuleFile>;

const RenamedEnum = z.strictObject({ name: EnumName, type: DatabaseName.optional() });

const EnumFull = z.strictObject({
  values: EnumValues,
  storage: EnumStorage.optional(),
  type: DatabaseName.optional().describe("The name of a native enum's type; derived from the enum's where absent."),
  description: Text.optional(),
  renamed_from: z
    .union([EnumName.transform((name): z.infer<typeof RenamedEnum> => ({ name })), RenamedEnum])
    .optional()
    .describe("The enum's former name, so that a native enum's type is renamed and not another one."),
});
export type EnumFile = z.infer<typeof EnumFull>;

/**
 * `enums.yaml`: enums that several fields share, by name. A list of values is the short form; it comes second, so that what is
 * wrong with an option is not taken for a value.
 */
export const EnumsFile = z.record(
  EnumName,
  z.union([EnumFull, EnumValues.transform((values): EnumFile => ({ values }))]),
);
export type EnumsFile = z.infer<typeof EnumsFile>;
