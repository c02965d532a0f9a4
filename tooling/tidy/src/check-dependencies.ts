import { builtinModules } from "node:module";
import { importsOf, packageNameOf } from "./imports.ts";
import { type Finding, isTest, type Manifest, type Repository, type WorkspacePackage } from "./repository.ts";

/** Every dependency that a package declares, name -> version, of whatever sort. */
const declaredBy = (manifest: Manifest): Readonly<Record<string, string>> => ({
  ...manifest.optionalDependencies,
  ...manifest.peerDependencies,
  ...manifest.devDependencies,
  ...manifest.dependencies,
});

const isShipped = (folder: string, path: string): boolean =>
  !folder.startsWith("tooling/") && !path.endsWith(".config.ts") && !isTest(path);

/** Imports of packages that the package.json does not declare: as a `dependency`, where the file ships. */
export const checkUndeclaredDependencies = ({ packages, root }: Repository): readonly Finding[] =>
  packages.flatMap(({ folder, manifest, sources }) =>
    sources.flatMap((file) => {
      const { devDependencies = {}, ...shipped } = manifest;
      // Test files also find what the root declares for all: vitest, fast-check.
      const declared = isShipped(folder, file.path)
        ? declaredBy(shipped)
        : { ...root.devDependencies, ...declaredBy(manifest) };
      return importsOf(file).flatMap(({ specifier, line }) => {
        const name = packageNameOf(specifier);
        const isOwn = name === undefined || name === manifest.name || builtinModules.includes(specifier);
        if (isOwn || name in declared) return [];
        const message = name in devDependencies ? "is only a devDependency" : "is not declared in package.json";
        return [{ file: file.path, line, message: `${name} ${message}` }];
      });
    }),
  );

/** Whether anything in the package speaks of a dependency: an import, a script, a configuration file. */
const isUsed = (name: string, owner: WorkspacePackage): boolean => {
  if (owner.sources.some((file) => importsOf(file).some(({ specifier }) => packageNameOf(specifier) === name)))
    return true;
  if (name.startsWith("@types/")) {
    // Types of a platform are for the whole package; types of a library are used when the library is.
    const library = name.slice("@types/".length);
    return library === "node" || isUsed(library, owner);
  }
  return owner.others.some((file) => {
    const text = file.path.endsWith("/package.json") ? JSON.stringify(JSON.parse(file.text).scripts ?? {}) : file.text;
    return text.includes(name);
  });
};

/** An application of BUILD IT, whose dependencies are used by generated code, which git does not track. */
const isApplication = ({ others, sources }: WorkspacePackage): boolean =>
  [...others, ...sources].some(({ path }) => path.endsWith("/build-it.config.ts"));

/** Dependencies that nothing in the package uses, in the workspace's packages. */
export const checkUnusedDependencies = ({ packages }: Repository): readonly Finding[] =>
  packages
    .filter((owner) => !isApplication(owner))
    .flatMap((owner) =>
      Object.keys(declaredBy(owner.manifest))
        .filter((name) => !isUsed(name, owner))
        .map((name) => ({ file: `${owner.folder}/package.json`, message: `${name} is declared and not used` })),
    );

/** Entries of the catalog that no package takes, and versions that are not the catalog's. */
export const checkCatalog = ({ packages, root, catalog }: Repository): readonly Finding[] => {
  const manifests = [
    { file: "package.json", declared: declaredBy(root) },
    ...packages.map(({ folder, manifest }) => ({ file: `${folder}/package.json`, declared: declaredBy(manifest) })),
  ];
  const taken = new Set(
    manifests.flatMap(({ declared }) => Object.keys(declared).filter((name) => declared[name] === "catalog:")),
  );
  const unused = Object.keys(catalog)
    .filter((name) => !taken.has(name))
    .map((name) => ({ file: "pnpm-workspace.yaml", message: `${name} is in the catalog and no package takes it` }));
  const own = manifests.flatMap(({ file, declared }) =>
    Object.entries(declared)
      .filter(([, version]) => !/^(catalog:|workspace:\*|npm:)/.test(version))
      .map(([name, version]) => ({
        file,
        message: `${name} has a version of its own (${version}), not the catalog's`,
      })),
  );
  return [...unused, ...own];
};

/** The references of a package's tsconfig.json, which `tsc -b` follows, must be its workspace dependencies. */
export const checkReferences = (packages: readonly WorkspacePackage[]): readonly Finding[] => {
  const folderOf = new Map(packages.map(({ folder, manifest }) => [manifest.name, folder]));
  return packages.flatMap(({ folder, manifest, others }) => {
    const file = others.find(({ path }) => path === `${folder}/tsconfig.json`);
    const { devDependencies: _, ...shipped } = manifest;
    const references: readonly { path: string }[] = file === undefined ? [] : (JSON.parse(file.text).references ?? []);
    if (file === undefined || !folder.startsWith("packages/")) return [];
    const wanted = Object.keys(declaredBy(shipped)).flatMap((name) => folderOf.get(name) ?? []);
    const present = references.map(({ path }) => path.replace("..", "packages"));
    return [
      ...wanted.filter((path) => !present.includes(path)).map((path) => `has no reference to ${path}, a dependency`),
      ...present.filter((path) => !wanted.includes(path)).map((path) => `has a reference to ${path}, no dependency`),
    ].map((message) => ({ file: file.path, message }));
  });
};
