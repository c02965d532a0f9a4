import { randomBytes } from "node:crypto";
import { chmodSync, cpSync, existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync } from "node:fs";
import { dirname, join } from "node:path";
import { placedForRoot, rootCannotPlace } from "../messages.ts";
import type { ServerUser } from "./choose-server-user.ts";
import type { Binaries } from "./find-binaries.ts";
import { binariesIn } from "./find-binaries.ts";
import type { PlaceOptions } from "./place-for-root.ts";
import { mayEnter, shortHash } from "./place-for-root.ts";

/**
 * Gives programs that the server's user can run: the installed ones, or a copy where their folder is closed to it.
 * Throws `no_user_for_root` when no copy can be made.
 */
export function placeBinaries(binaries: Binaries, user: ServerUser | undefined, options: PlaceOptions): Binaries {
  if (user === undefined || mayEnter(user, dirname(binaries.postgres))) return binaries;
  const { size, mtimeMs } = statSync(binaries.postgres);
  const copy = join(options.place, `postgres-${shortHash(`${binaries.home}:${size}:${mtimeMs}`)}`);
  if (!existsSync(copy)) {
    const draft = `${copy}.${randomBytes(4).toString("hex")}`;
    try {
      mkdirSync(options.place, { recursive: true, mode: 0o755 });
      cpSync(binaries.home, draft, { recursive: true, verbatimSymlinks: true });
      openForReading(draft);
      moveUnlessThere(draft, copy);
    } catch (error) {
      throw rootCannotPlace(options.place, (error as Error).message);
    }
    options.notice(placedForRoot("a copy of its programs", copy, user.name));
  }
  return binariesIn(copy);
}

/** A root with a strict umask installs files that only root can read. */
function openForReading(folder: string): void {
  chmodSync(folder, 0o755);
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) openForReading(path);
    else if (entry.isFile()) chmodSync(path, statSync(path).mode & 0o100 ? 0o755 : 0o644);
  }
}

function moveUnlessThere(from: string, to: string): void {
  try {
    renameSync(from, to);
  } catch (error) {
    rmSync(from, { recursive: true, force: true });
    if (!existsSync(to)) throw error;
  }
}
