import { importsOf, packageNameOf, resolveRelative } from "./imports.ts";
import { type Finding, isTest, type TypeScriptFile, type WorkspacePackage } from "./repository.ts";

const libraries = ["busm", "postgres-schema", "postgres-server", "application-kit"];
const isStage = (name: string): boolean => name.startsWith("stage-") && name !== "stage-contract";

/** The one file that knows the stages; everything else in `build-it` reaches them through it. */
export const stageImporter = "packages/build-it/src/pipeline.ts";

/** What a test may use besides what its package may use. */
const forTests = ["test-databases"];

/** "./server" of "@build-it/application-kit/server", and "." of the package alone. */
const entryOf = (specifier: string, name: string): string => `.${specifier.slice(name.length)}`;

const shortName = (packageName: string): string => packageName.replace("@build-it/", "");

/**
 * Who may import whom: `apps -> build-it -> stage-* -> artifacts -> stage-contract`. Libraries know no stage and import
 * nobody, so everybody may import them; but for `stage-contract`, which stands on nothing. Takes folder names, without
 * `packages/`.
 */
export const mayImport = (from: string, to: string): boolean => {
  const shared = ["artifacts", "stage-contract"];
  if (from.startsWith("apps/")) return ["build-it", ...shared, ...libraries].includes(to);
  if (from.startsWith("tooling/")) return !to.startsWith("apps/");
  if (from === "build-it") return isStage(to) || shared.includes(to) || libraries.includes(to);
  if (isStage(from)) return shared.includes(to) || libraries.includes(to);
  if (from === "artifacts") return to === "stage-contract" || libraries.includes(to);
  return false;
};

interface ImportPlace {
  readonly owner: WorkspacePackage;
  readonly file: TypeScriptFile;
  readonly packages: readonly WorkspacePackage[];
}

const checkImport = ({ owner, file, packages }: ImportPlace, specifier: string): string | undefined => {
  if (specifier.startsWith(".")) {
    const target = resolveRelative(file.path, specifier);
    return target.startsWith(`${owner.folder}/`) ? undefined : `reaches out of its package: ${specifier}`;
  }
  const name = packageNameOf(specifier);
  if (name === undefined || !name.startsWith("@build-it/") || name === owner.manifest.name) return undefined;
  const entries = packages.find(({ manifest }) => manifest.name === name)?.manifest.exports ?? { ".": "" };
  if (!(entryOf(specifier, name) in entries)) return `reaches into a package: ${specifier}`;
  const from = owner.folder.replace("packages/", "");
  const to = shortName(name);
  if (isTest(file.path) && forTests.includes(to)) return undefined;
  if (!mayImport(from, to)) return `${from} may not import ${to}`;
  if (from === "build-it" && isStage(to) && file.path !== stageImporter && !isTest(file.path)) {
    return `only ${stageImporter} imports the stages, not this file: ${to}`;
  }
  return undefined;
};

/** Imports between packages that go against the architecture. */
export const checkImportDirections = (packages: readonly WorkspacePackage[]): readonly Finding[] =>
  packages.flatMap((owner) =>
    owner.sources.flatMap((file) =>
      importsOf(file).flatMap(({ specifier, line }) => {
        const message = checkImport({ owner, file, packages }, specifier);
        return message === undefined ? [] : [{ file: file.path, line, message }];
      }),
    ),
  );

/** The folders of `postgres-schema`, and which of its other folders each may import. */
const folderImports: Readonly<Record<string, readonly string[]>> = {
  schema: [],
  sql: ["schema"],
  "1-introspect": ["schema", "sql"],
  "2-diff": ["schema"],
  "3-plan": ["schema", "sql", "2-diff"],
};

/** Imports between the folders of `postgres-schema` that go against the architecture. */
export const checkFolderDirections = (files: readonly TypeScriptFile[]): readonly Finding[] => {
  const source = "packages/postgres-schema/src/";
  return files
    .filter((file) => file.path.startsWith(source) && !isTest(file.path))
    .flatMap((file) => {
      const folder = file.path.slice(source.length).split("/")[0] ?? "";
      const allowed = folderImports[folder];
      if (allowed === undefined) return [];
      return importsOf(file).flatMap(({ specifier, line }) => {
        if (!specifier.startsWith(".")) return [];
        const to = resolveRelative(file.path, specifier).slice(source.length).split("/")[0] ?? "";
        if (to === folder || allowed.includes(to)) return [];
        return [{ file: file.path, line, message: `${folder}/ may not import ${to}` }];
      });
    });
};
