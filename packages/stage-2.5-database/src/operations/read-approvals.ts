import { mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import { databaseFolder } from "../3-write/database-folder.ts";
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
  const folder = databaseFolder(root).approvals;
  const names = (await readdir(folder).catch(() => [])).filter((name) => name.endsWith(".json")).sort();
  const parsed = await Promise.all(
    names.map(async (name) => Approval.safeParse(parseJson(await readFile(join(folder, name), "utf8")))),
  );
  const checksums = new Map(iterations.map(({ record, migration }) => [record.iteration, migration.checksum]));
  return new Map(
    parsed.flatMap(({ success, data }) =>
      success && data.environment === environment && checksums.get(data.iteration) === data.checksum
        ? [[data.iteration, data] as const]
        : [],
    ),
  );
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
