import {
  chmodSync,
  chownSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { describe, expect, onTestFinished, test } from "vitest";
import { resetServer, useServer } from "../src/index.ts";
import { chooseServerUser } from "../src/prepare/choose-server-user.ts";
import { binariesIn } from "../src/prepare/find-binaries.ts";
import { placeBinaries } from "../src/prepare/place-binaries.ts";
import { placeForDataDirectory } from "../src/prepare/place-for-root.ts";
import { makeServerFolder, postgresPid, query } from "./server-folder.ts";

const quick = { major: 17, durable: false };

/** A folder that only root may enter, as /root. */
function makeClosedFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "build-it-closed-"));
  chmodSync(folder, 0o700);
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

describe.runIf(process.getuid?.() === 0)("as root", () => {
  test("the server and its data belong to another user", async () => {
    const directory = makeServerFolder();
    await useServer({ directory, ...quick });
    expect(statSync(`/proc/${postgresPid(directory)}`).uid).not.toBe(0);
    expect(statSync(join(directory, "data")).uid).not.toBe(0);
  });

  test("the settings, which hold the password, are closed to everybody else", async () => {
    const directory = makeServerFolder();
    await useServer({ directory, ...quick });
    expect(statSync(join(directory, "data")).mode & 0o077).toBe(0);
    expect(statSync(join(directory, "data", "build_it.json")).mode & 0o077).toBe(0);
  });

  test("what is made inside somebody's project is theirs", async () => {
    const project = makeServerFolder();
    const games = readFileSync("/etc/passwd", "utf8")
      .split("\n")
      .map((line) => line.split(":"))
      .find(([name]) => name === "games" || name === "daemon");
    const [uid, gid] = [Number(games?.[2]), Number(games?.[3])];
    chownSync(project, uid, gid);
    const directory = join(project, ".build-it", "postgres");
    onTestFinished(() => resetServer({ directory }));
    await useServer({ directory, ...quick });
    expect(statSync(join(project, ".build-it")).uid).toBe(uid);
    expect(statSync(join(directory, "data")).uid).toBe(uid);
  });

  test("a project that only root may enter has its data elsewhere, and says so", async () => {
    const directory = join(makeClosedFolder(), "postgres");
    onTestFinished(() => resetServer({ directory }));
    const notices: string[] = [];
    const server = await useServer({ directory, ...quick, notice: (text) => notices.push(text) });
    const place = realpathSync(join(directory, "data"));
    expect(dirname(place)).toBe(realpathSync(tmpdir()));
    expect(notices).toEqual([expect.stringContaining(place)]);
    expect(await query(server, "SELECT 1 AS alive")).toEqual([{ alive: 1 }]);
    await resetServer({ directory });
    expect(existsSync(place)).toBe(false);
    expect(lstatSync(join(directory, "data"), { throwIfNoEntry: false })).toBeUndefined();
  });

  test("the data of a project that is not temporary is not put in a temporary place", () => {
    expect(placeForDataDirectory("/root")).toBe("/var/lib/build-it");
  });

  test("programs that only root may read are copied, once, to where all may", () => {
    const closed = makeClosedFolder();
    mkdirSync(join(closed, "bin"));
    writeFileSync(join(closed, "bin", "postgres"), "program", { mode: 0o700 });
    const place = mkdtempSync(join(tmpdir(), "build-it-place-"));
    chmodSync(place, 0o755);
    onTestFinished(() => rmSync(place, { recursive: true }));
    const user = chooseServerUser(tmpdir());
    const notices: string[] = [];
    const copies = [1, 2].map(() =>
      placeBinaries(binariesIn(closed), user, { place, notice: (text) => notices.push(text) }),
    );
    expect(copies[0]).toEqual(copies[1]);
    expect(statSync(copies[0]?.postgres ?? "").mode & 0o777).toBe(0o755);
    expect(notices).toHaveLength(1);
  });
});

test.runIf(process.getuid?.() !== 0)("anybody but root runs the server themselves", () => {
  expect(chooseServerUser(tmpdir())).toBeUndefined();
});
