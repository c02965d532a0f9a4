import { createHash } from "node:crypto";
import { realpathSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, sep } from "node:path";
import type { ServerUser } from "./choose-server-user.ts";

/** Where root's programs, and the data of its projects, are when the server's user may not enter the project. */
export const placeForRoot = "/var/lib/build-it";

/** The place for the data of a project in `folder`: what belongs to a temporary one must not outlive it for ever. */
export function placeForDataDirectory(folder: string): string {
  const temporary = realpathSync(tmpdir());
  return realpathSync(folder).startsWith(temporary + sep) ? temporary : placeForRoot;
}

/** What `placeBinaries` and `placeDataDirectory` need besides what they place. */
export interface PlaceOptions {
  /** The folder for what cannot stay in the project. */
  readonly place: string;
  /** Told, in a sentence, when something went there. */
  readonly notice: (text: string) => void;
}

/** Whether the user may pass through every folder down to this one, by the permission bits. */
export function mayEnter(user: ServerUser, folder: string): boolean {
  return mayEnterReal(user, realpathSync(folder));
}

function mayEnterReal(user: ServerUser, folder: string): boolean {
  const { uid, gid, mode } = statSync(folder);
  const bit = uid === user.uid ? 0o100 : gid === user.gid ? 0o010 : 0o001;
  if ((mode & bit) === 0) return false;
  return folder === dirname(folder) || mayEnterReal(user, dirname(folder));
}

/** Tells apart the things in one place. */
export function shortHash(text: string): string {
  return createHash("sha256").update(text).digest("hex").slice(0, 12);
}
