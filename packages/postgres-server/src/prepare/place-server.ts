import { createHash, randomBytes } from "node:crypto";
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
} from "node:fs";
import { dirname, join } from "node:path";
import { placedForRoot, rootCannotPlace } from "../messages.ts";
import type { ServerUser } from "./choose-server-user.ts";
import type { Binaries } from "./find-binaries.ts";
import { binariesIn } from "./find-binaries.ts";

/** Where root's servers live when their user may not enter the project, as with a checkout under /root. */
export const placeForRoot = "/var/lib/build-it";

/**
 * Gives programs that the server's user can run: the installed ones, or a copy where their folder is closed to it.
 * Throws `no_user_for_root` when no copy can be made.
 */
export function placeBinaries(
  binaries: Binaries,
  user: ServerUser | undefined,
  options: { readonly place: string; readonly notice: (text: string) => void },
): Binaries {
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

/**
 * Makes the folder that `data` will be created in, and gives it. It is the one `data` is in, or, where that is closed to
 * the server's user, one in `place` that `data` then becomes a link into.
 */
export function placeData(
  data: string,
  user: ServerUser | undefined,
  options: { readonly place: string; readonly notice: (text: string) => void },
): string {
  if (user === undefined || mayEnter(user, dirname(data))) return data;
  const elsewhere = join(options.place, `data-${shortHash(data)}-${randomBytes(3).toString("hex")}`);
  try {
    mkdirSync(options.place, { recursive: true, mode: 0o755 });
    rmSync(data, { force: true });
    symlinkSync(elsewhere, data);
  } catch (error) {
    throw rootCannotPlace(options.place, (error as Error).message);
  }
  options.notice(placedForRoot("the data", elsewhere, user.name));
  return elsewhere;
}

/** Whether the user may pass through every folder down to this one, by the permission bits. */
export function mayEnter(user: ServerUser, folder: string): boolean {
  const { uid, gid, mode } = statSync(folder);
  const bit = uid === user.uid ? 0o100 : gid === user.gid ? 0o010 : 0o001;
  if ((mode & bit) === 0) return false;
  return folder === dirname(folder) || mayEnter(user, dirname(folder));
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

function shortHash(text: string): string {
  return createHash("sha256").update(text).digest("hex").slice(0, 12);
}
