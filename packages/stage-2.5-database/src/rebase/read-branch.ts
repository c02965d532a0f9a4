import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { promisify } from "node:util";
import { Halt } from "../5-apply/connect.ts";
import { gitRefused, rebaseWantsRef } from "../diagnostics/branches.ts";

const run = promisify(execFile);
const mostBytes = 256 * 1024 * 1024;

/** Runs git beside the `database/` folder; gives what it prints. */
async function git(folder: string, ...args: readonly string[]): Promise<Buffer> {
  const { stdout } = await run("git", [...args], { cwd: dirname(folder), encoding: "buffer", maxBuffer: mostBytes });
  return stdout;
}

const resolveCommit = async (folder: string, ref: string): Promise<string> =>
  (await git(folder, "rev-parse", "--verify", "--quiet", "--end-of-options", `${ref}^{commit}`)).toString().trim();

/** The two branches of a rebase, as commits. */
export interface Branches {
  readonly own: string;
  readonly other: string;
  /** What people call the other one. */
  readonly onto: string;
  /** Whether git has brought both together, so that what is in the folder now is neither's. */
  readonly met: boolean;
}

/**
 * Which branches meet: those of the merge or the rebase of git's that is under way; else this one and the named one; else
 * those of the merge that HEAD is. Throws a halt where nothing says it.
 */
export async function findBranches(folder: string, onto: string | undefined): Promise<Branches> {
  const find = async (ref: string) => {
    const commit = await resolveCommit(folder, ref).catch(() => undefined);
    return commit === undefined ? undefined : { ref, commit };
  };
  const named = onto === undefined ? undefined : await find(onto);
  const [head, merging, rebasing] = [await find("HEAD"), await find("MERGE_HEAD"), await find("REBASE_HEAD")];
  const ended = onto === undefined ? await find("HEAD^2") : undefined;
  const [own, other] =
    rebasing !== undefined
      ? [rebasing, named ?? head]
      : merging === undefined && ended !== undefined
        ? [await find("HEAD^1"), ended]
        : [head, named ?? (onto === undefined ? merging : undefined)];
  if (onto === undefined && other === undefined)
    throw new Halt({ kind: "invalid_output", message: "Nothing says what to rebase onto." }, [rebaseWantsRef()]);
  if (own === undefined || other === undefined)
    throw new Halt({ kind: "invalid_output", message: "git does not know the branch." }, [
      gitRefused(onto ?? "HEAD", "there is no such commit"),
    ]);
  const met = [rebasing, merging, ended].some((one) => one !== undefined);
  return { own: own.commit, other: other.commit, onto: onto ?? other.ref, met };
}

/** Writes the `database/` folder of a commit to `place`, file by file as it was committed. */
export async function readBranch(folder: string, commit: string, place: string): Promise<void> {
  const name = basename(folder);
  try {
    const listed = await git(folder, "ls-tree", "-r", "-z", "--name-only", commit, "--", `${name}/`);
    const paths = listed
      .toString()
      .split("\0")
      .filter((path) => path !== "");
    await mkdir(place, { recursive: true });
    for (const path of paths) {
      const target = join(place, path.slice(name.length + 1));
      await mkdir(dirname(target), { recursive: true });
      await writeFile(target, await git(folder, "show", `${commit}:./${path}`));
    }
  } catch (error) {
    if (error instanceof Halt) throw error;
    throw new Halt({ kind: "invalid_output", message: "git does not give the branch's files." }, [
      gitRefused(commit, error instanceof Error ? error.message : String(error)),
    ]);
  }
}

/** The bytes of a file, or undefined where there is none. */
export const readIfThere = async (path: string): Promise<Buffer | undefined> =>
  existsSync(path) ? readFile(path) : undefined;
