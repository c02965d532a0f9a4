import { mkdir, readFile, rename, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { TypeFile } from "./print-types.ts";

/**
 * Writes the files whose text is not there yet, so that a build that changed nothing touches nothing. Gives the paths of
 * those it wrote. Throws what the file system says.
 */
export async function writeTypeFiles(files: readonly TypeFile[], folder: string): Promise<readonly string[]> {
  await mkdir(folder, { recursive: true });
  const written = await Promise.all(
    files.map(async ({ path, text }) => {
      const file = join(folder, path);
      if ((await textOf(file)) === text) return [];
      // Whoever reads meanwhile sees the old file or the new one, never half of one.
      const draft = `${file}.${process.pid}.draft`;
      await writeFile(draft, text);
      await rename(draft, file);
      return [path];
    }),
  );
  return written.flat();
}

const textOf = (file: string): Promise<string | null> => readFile(file, "utf8").catch(() => null);
