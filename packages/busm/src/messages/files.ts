import type { Location } from "../model-problem.ts";
import { error, listed, meant } from "./words.ts";

/** Messages about the files of a module. */

export const moduleFolderMissing = (at: Location, module: string, modules: readonly string[], suggestion?: string) =>
  error("module_missing", at, {
    message: `There is no module \`${module}\`.${meant(suggestion)}`,
    cause: `A module is a folder with a module.yaml; there ${modules.length === 0 ? "are none" : `is ${listed(modules)}`}.`,
    remedy: `Make the file ${at.file}, or name another module.`,
  });

export const moduleFileMissing = (at: Location) =>
  error("module_file_missing", at, {
    message: `There is no ${at.file}.`,
    cause: "module.yaml names the application and says which entities each of its parts works with.",
    remedy: "Write one: `title: My application`, and `sub_modules:` with `main: [Account]`.",
  });

export const unusableModuleName = (at: Location, module: string) =>
  error("unusable_name", at, {
    message: `\`${module}\` cannot be the name of a module.`,
    cause: "A module is a folder; its name is lower-case letters, digits, - and _, and begins with a letter.",
    remedy: "Name the folder like `crm`.",
  });

export const wrongEnding = (at: Location, ending: string) =>
  error("wrong_ending", at, {
    message: `${at.file} is not read.`,
    cause: `Files in this folder end in ${ending}; anything else would be left out without a word.`,
    remedy: `Rename it so that it ends in ${ending}, or move it out of the module's folder.`,
  });

export const unknownModelFile = (at: Location) =>
  error("unknown_model_file", at, {
    message: `${at.file} is not read.`,
    cause: "Beside the folders `entities`, `sql` and `sql/schema`, a module has module.yaml and enums.yaml.",
    remedy: "If it describes an entity, move it to `entities`.",
  });

export const unreadableFile = (at: Location, reason: string) =>
  error("unreadable_file", at, {
    message: `${at.file} cannot be read.`,
    cause: reason,
    remedy: "Make it a file that this user may read.",
  });

export const fileTooLong = (at: Location, limit: number) =>
  error("file_too_long", at, {
    message: `The file is longer than ${limit} characters.`,
    cause: "A model file is written and read by people.",
    remedy: "Write one entity a file.",
  });
