import { type Export, exportsOf, starExportsOf } from "./exports.ts";
import { resolveRelative } from "./imports.ts";
import type { Finding, TypeScriptFile, WorkspacePackage } from "./repository.ts";

/** An export of a package, with the file that declares it. */
export interface PublicExport extends Export {
  readonly declaredIn: string;
}

/** Follows `export … from` to the declarations; there are two for a schema and its type of the same name. */
const declarationsOf = (
  exported: Export,
  file: TypeScriptFile,
  files: readonly TypeScriptFile[],
): readonly PublicExport[] => {
  const { from, originalName } = exported;
  const target = from?.startsWith(".")
    ? files.find(({ path }) => path === resolveRelative(file.path, from))
    : undefined;
  if (target === undefined) return [{ ...exported, declaredIn: file.path }];
  return exportsOf(target)
    .filter(({ name }) => name === originalName)
    .flatMap((inner) => declarationsOf(inner, target, files))
    .map((declaration) => ({ ...declaration, name: exported.name }));
};

/** What a package's `index.ts` lets out, each with its declaration. */
export const publicExportsOf = ({ folder, sources }: WorkspacePackage): readonly PublicExport[] => {
  const index = sources.find(({ path }) => path === `${folder}/src/index.ts`);
  return index === undefined ? [] : exportsOf(index).flatMap((exported) => declarationsOf(exported, index, sources));
};

/** The public surface of a package as text, a line an export: a change of it is seen in review. */
export const describeSurface = (owner: WorkspacePackage): string =>
  [...new Set(publicExportsOf(owner).map(({ name, sort }) => `${name} ${sort}\n`))].sort().join("");

/** Public exports without a word on what they are. One comment is enough for a schema and its type. */
export const checkDocumented = (packages: readonly WorkspacePackage[]): readonly Finding[] =>
  packages.flatMap((owner) => {
    const all = publicExportsOf(owner);
    const documented = new Set(all.filter((exported) => exported.documented).map(({ name }) => name));
    const missing = new Map(
      all.filter(({ name }) => !documented.has(name)).map((exported) => [exported.name, exported]),
    );
    return [...missing.values()].map(({ name, declaredIn, line }) => ({
      file: declaredIn,
      line,
      message: `${name} is public and has no comment`,
    }));
  });

/** `export *` in an `index.ts`: the door is narrow, and has its names on it. */
export const checkNamedExports = (packages: readonly WorkspacePackage[]): readonly Finding[] =>
  packages.flatMap(({ sources }) =>
    sources
      .filter(({ path }) => path.endsWith("/src/index.ts"))
      .flatMap((file) =>
        starExportsOf(file).map((line) => ({
          file: file.path,
          line,
          message: "exports everything of a file: name it",
        })),
      ),
  );
