import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import {
  checkCatalog,
  checkReferences,
  checkUndeclaredDependencies,
  checkUnusedDependencies,
} from "./check-dependencies.ts";
import { checkFileSize } from "./check-file-size.ts";
import { checkFolderDirections, checkImportDirections } from "./check-import-directions.ts";
import { checkMachineNames } from "./check-machine-names.ts";
import { checkEmptyNames, checkFileNames } from "./check-names.ts";
import { checkObjectKinds } from "./check-object-kinds.ts";
import { checkPlans } from "./check-plans.ts";
import { checkSql } from "./check-sql.ts";
import { describeFinding, type Finding, readRepository } from "./repository.ts";
import { checkDocumented, checkNamedExports, describeSurface, publicExportsOf } from "./surface.ts";

const repository = readRepository(fileURLToPath(new URL("../../../", import.meta.url)));
const { packages, files } = repository;
const sources = packages.flatMap((owner) => owner.sources);

test.each<[rule: string, check: () => readonly Finding[]]>([
  ["packages import only in the directions of the architecture", () => checkImportDirections(packages)],
  ["the folders of postgres-schema import only what they may", () => checkFolderDirections(sources)],
  ["the differ knows no object kind", () => checkObjectKinds(sources)],
  ["every import is declared in package.json", () => checkUndeclaredDependencies(repository)],
  ["every dependency is used", () => checkUnusedDependencies(repository)],
  ["versions come from the catalog, and all of it is used", () => checkCatalog(repository)],
  ["project references are the workspace dependencies", () => checkReferences(packages)],
  ["text becomes SQL in one folder only", () => checkSql(sources)],
  ["files are small", () => checkFileSize(sources)],
  ["files are named after what they export", () => checkFileNames(sources)],
  ["names say something", () => checkEmptyNames(sources)],
  ["plans are in issues", () => checkPlans(files)],
  ["no registry and no machine is named", () => checkMachineNames(files)],
  ["public exports are documented", () => checkDocumented(packages)],
  ["index.ts has named exports only", () => checkNamedExports(packages)],
])("%s", (_rule, check) => {
  expect(check().map(describeFinding)).toEqual([]);
});

// A change of a surface is meant: `npx vitest run tooling/tidy -u` writes it down, for the reviewer to see.
describe("the public surface of", () => {
  const withSurface = packages.filter(
    (owner) => owner.folder.startsWith("packages/") && publicExportsOf(owner).length > 0,
  );
  test.each(withSurface.map((owner) => [owner.folder, owner] as const))("%s is written down", async (folder, owner) => {
    const file = join(import.meta.dirname, "..", "surface", `${folder.replace("packages/", "")}.txt`);
    await expect(describeSurface(owner)).toMatchFileSnapshot(file);
  });
});
