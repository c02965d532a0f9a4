import { diskFull, notOwner } from "./messages.ts";

/** Turns what the system says about a file into a `ServerProblem` where a person can help; gives back all else. */
export function explainFileError(path: string, error: unknown): unknown {
  if (!(error instanceof Error && "code" in error)) return error;
  if (error.code === "ENOSPC" || error.code === "EDQUOT") return diskFull(path, error.message);
  if (error.code === "EACCES" || error.code === "EPERM" || error.code === "EROFS") return notOwner(path, error.message);
  return error;
}
