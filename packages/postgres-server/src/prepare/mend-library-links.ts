import { existsSync, readFileSync, rmSync, symlinkSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { libraryLinkMissing } from "../messages.ts";

interface Link {
  readonly source: string;
  readonly target: string;
}

/**
 * Makes the library links that the package's install script would have made; package managers often skip such scripts.
 * Without them the server says "libicui18n.so.60: cannot open shared object file".
 */
export function mendLibraryLinks(home: string): void {
  for (const { source, target } of readLinks(home)) {
    const link = join(dirname(home), target);
    if (existsSync(link)) continue;
    try {
      rmSync(link, { force: true });
      symlinkSync(relative(dirname(target), source), link);
    } catch (error) {
      // Another process may mend at the same moment.
      if (!existsSync(link)) throw libraryLinkMissing(link, (error as Error).message);
    }
  }
}

function readLinks(home: string): readonly Link[] {
  const list = join(home, "pg-symlinks.json");
  return existsSync(list) ? (JSON.parse(readFileSync(list, "utf8")) as Link[]) : [];
}
