import { existsSync, readFileSync, statSync } from "node:fs";
import { dirname } from "node:path";
import { noUserForRoot } from "../messages.ts";

export interface ServerUser {
  readonly name: string;
  readonly uid: number;
  readonly gid: number;
}

/**
 * The user that the server runs as: undefined is "the one who asks". PostgreSQL refuses root, so for root it is whoever
 * owns the data already, else the owner of the nearest existing folder, else `postgres`, else `nobody`. No user is ever
 * created. `initdb` needs a user that /etc/passwd knows. Throws `no_user_for_root`.
 */
export function chooseServerUser(data: string): ServerUser | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const known = readPasswd();
  const owner = statSync(nearestExisting(data)).uid;
  const user =
    known.find(({ uid }) => uid === owner && uid !== 0) ??
    known.find(({ name }) => name === "postgres" || name === "_postgres") ??
    known.find(({ name }) => name === "nobody");
  if (user === undefined) throw noUserForRoot();
  return user;
}

function nearestExisting(path: string): string {
  return existsSync(path) ? path : nearestExisting(dirname(path));
}

function readPasswd(): readonly ServerUser[] {
  if (!existsSync("/etc/passwd")) return [];
  return readFileSync("/etc/passwd", "utf8")
    .split("\n")
    .flatMap((line) => {
      const [name, , uid, gid] = line.split(":");
      return name && uid && gid ? [{ name, uid: Number(uid) >>> 0, gid: Number(gid) >>> 0 }] : [];
    });
}
