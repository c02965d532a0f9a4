import { dirname } from "node:path";
import { fileURLToPath } from "node:url";

/** Absolute path of the repository: every script works on it, wherever it was called from. */
export const workspaceRoot = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
