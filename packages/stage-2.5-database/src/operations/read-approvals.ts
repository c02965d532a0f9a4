import { mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import { type DatabaseFolder, databaseFolder } from "../3-write/database-folder.ts";
import type { Iteration } from "../3-write/read-database-files.ts";

/** Who approved which migration for which environment: a committed file, so that its own history says who wrote it. */
export const Approval = z.object({
  iteration: z.number().int(),
  environment: z.string(),
  file: z.string(),
  /** SHA-256 of the migration: another text is another migration, and not approved. */
  checksum: z.string(),
  approvedBy: z.string(),
  approvedAt: z.string(),
});
export type Approval = z.infer<typeof Approval>;

/** The approvals for an environment that fit the files: by iteration. */
export async function readApprovals(
  root: string,
  environment: string,
  iterations: readonly Iteration[],
): Promise<ReadonlyMap<number, Approval>> {
  const found = await findApprovalsOf(databaseFolder(root), iterations);
  return new Map(
    found.flatMap(({ approval }) =>
      approval.environment === environment ? [[approval.iteration, approval] as const] : [],
    ),
  );
}

/** All approvals of these iterations' texts, and the files that they are in. */
export async function findApprovalsOf(
  { approvals: folder }: DatabaseFolder,
  iterations: readonly Iteration[],
): Promise<readonly { readonly place: string; readonly approval: Approval }[]> {
  const names = (await readdir(folder).catch(() => [])).filter((name) => name.endsWith(".json")).sort();
  const checksums = new Map(iterations.map(({ record, migration }) => [record.iteration, migration.checksum]));
  const found = await Promise.all(
    names.map(async (name) => {
      const place = join(folder, name);
      const { success, data } = Approval.safeParse(parseJson(await readFile(place, "utf8")));
      return success && checksums.get(data.iteration) === data.checksum ? [{ place, approval: data }] : [];
    }),
  );
  return found.flat();
}

export async function writeApproval(root: string, approval: Approval): Promise<void> {
  const folder = databaseFolder(root).approvals;
  await mkdir(folder, { recursive: true });
  const name = `${approval.file.replace(/\.sql$/, "")}.${approval.environment.replaceAll(/[^A-Za-z0-9_-]/g, "_")}.json`;
  await writeFile(join(folder, name), `${JSON.stringify(approval, null, 2)}\n`);
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
