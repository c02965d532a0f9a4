import { randomBytes } from "node:crypto";
import { mkdirSync, rmSync, symlinkSync } from "node:fs";
import { dirname, join } from "node:path";
import { placedForRoot, rootCannotPlace } from "../messages.ts";
import type { ServerUser } from "./choose-server-user.ts";
import type { PlaceOptions } from "./place-for-root.ts";
import { mayEnter, shortHash } from "./place-for-root.ts";

/**
 * Makes the folder that `data` will be created in, and gives it. It is the one `data` is in, or, where that is closed to
 * the server's user, one in `place` that `data` then becomes a link into.
 */
export function placeDataDirectory(data: string, user: ServerUser | undefined, options: PlaceOptions): string {
  if (user === undefined || mayEnter(user, dirname(data))) return data;
  const elsewhere = join(options.place, `build-it-data-${shortHash(data)}-${randomBytes(3).toString("hex")}`);
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
