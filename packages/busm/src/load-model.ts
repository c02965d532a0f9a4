import type { EntityDefinition, Sources } from "./language/definitions.ts";
import { EntityFile } from "./language/entity-file.ts";
import { rulesOf } from "./language/mixin-fields.ts";
import { EnumsFile, ModuleFile } from "./language/module-file.ts";
import type { Loaded } from "./load-file.ts";
import { loadFile } from "./load-file.ts";
import type { Location, ModelProblem } from "./model-problem.ts";
import type { ParseCache } from "./parse-cache.ts";
import type { ModuleFiles } from "./read-module-files.ts";
import type { TextFile, YamlFile } from "./yaml/parse-yaml.ts";
import { parseYaml } from "./yaml/parse-yaml.ts";

export interface LoadedEntity extends Loaded, EntityDefinition {}

export interface LoadedEnums {
  readonly value: EnumsFile;
  readonly loaded: Loaded | undefined;
  /** Names of enums that are too broken to be looked at; undefined where that is the whole file. */
  readonly broken: ReadonlySet<string> | undefined;
}

/** The files of a module, each parsed as far as it could be. */
export interface LoadedModel {
  readonly name: string;
  readonly module: (Loaded & { readonly value: ModuleFile }) | undefined;
  /** In the order of their names. */
  readonly entities: readonly LoadedEntity[];
  /** Names of entities whose files are too broken to be looked at: no reference to them is wrong. */
  readonly brokenEntities: ReadonlySet<string>;
  readonly enums: LoadedEnums;
  readonly problems: readonly ModelProblem[];
}

/** Parses the texts of a module's files. Problems of one file do not keep the others from being parsed. */
export const loadModel = (name: string, files: ModuleFiles, cache?: ParseCache): LoadedModel => {
  const problems: ModelProblem[] = [];
  const load = <Value>(schema: Parameters<typeof loadFile<Value>>[1], file: TextFile) => {
    const result = loadFile(file, schema);
    problems.push(...result.problems);
    return result;
  };
  const module = files.module && load(ModuleFile, files.module);
  const enums = files.enums && load(EnumsFile, files.enums);
  const entities: LoadedEntity[] = [];
  const brokenEntities = new Set<string>();
  for (const text of files.entities) {
    const known = cache?.find(text);
    if (known !== undefined) {
      entities.push({ ...known, file: deferParsing(text), brokenParts: nothing });
      continue;
    }
    const { value, loaded, problems: own } = load(EntityFile, text);
    if (value === undefined) {
      brokenEntities.add(nameOf(loaded.file.value, text));
      continue;
    }
    const definition: EntityDefinition = { entity: value, sources: locateParts(loaded.file, value) };
    if (own.length === 0) cache?.keep(text, definition);
    entities.push({ ...loaded, ...definition });
  }
  entities.sort(({ entity: left }, { entity: right }) => compareNames(left.entity, right.entity));
  return {
    name,
    module: module?.value && { ...module.loaded, value: module.value },
    entities,
    brokenEntities,
    enums: {
      value: enums?.value ?? {},
      loaded: enums?.loaded,
      broken: enums && enums.value === undefined ? undefined : (enums?.loaded.brokenParts ?? nothing),
    },
    problems,
  };
};

const nothing: ReadonlySet<string> = new Set();

const compareNames = (left: string, right: string): number => (left < right ? -1 : left > right ? 1 : 0);

/** A file whose entity is known already: it is parsed when a problem needs its place, which is hardly ever. */
const deferParsing = (text: TextFile): YamlFile => {
  let parsed: YamlFile | undefined;
  const parse = () => {
    parsed ??= parseYaml(text).file;
    return parsed;
  };
  return {
    path: text.path,
    get value() {
      return parse().value;
    },
    locate: (path, part) => parse().locate(path, part),
  };
};

/** What a broken file calls its entity; from the file's name where it does not even say that. */
const nameOf = (value: unknown, { path, text }: TextFile): string => {
  const named = typeof value === "object" && value !== null && "entity" in value ? value.entity : undefined;
  if (typeof named === "string") return named;
  const line = /^entity:\s*([A-Za-z0-9]+)/m.exec(text)?.[1];
  return (
    line ??
    (path.split("/").at(-1) ?? "").replace(/\.yaml$/, "").replace(/(?:^|-)(.)/g, (_, letter) => letter.toUpperCase())
  );
};

const locateParts = (file: YamlFile, entity: EntityFile): Sources => {
  const place = (...path: (string | number)[]): [string, Location] => {
    const { file: name, line, column } = file.locate(path);
    return [path.join("."), { file: name, line, column }];
  };
  const lists = { unique: entity.unique ?? [], indexes: entity.indexes ?? [], access: rulesOf(entity) };
  return Object.fromEntries([
    ["", place("entity")[1]],
    ...Object.keys(entity.fields).map((field) => place("fields", field)),
    ...Object.keys(entity.checks ?? {}).map((check) => place("checks", check)),
    ...Object.entries(lists).flatMap(([list, { length }]) => Array.from({ length }, (_, index) => place(list, index))),
    ...(entity.mixins ?? []).map((mixin, index): [string, Location] => [`mixins.${mixin}`, place("mixins", index)[1]]),
  ]);
};
