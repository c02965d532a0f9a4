import { findLines } from "./find-lines.ts";
import type { Finding, TextFile } from "./repository.ts";

const registry = /\bregistry\.[a-z0-9-]+\.[a-z]{2,}\b/;
const machinePath = /(^|[\s"'`(=:])\/(root|work|home\/[a-z][\w-]*|Users\/[A-Za-z][\w-]*)\/[\w.-]/m;

/** Names of package registries, and paths of the machine that a file was written on. */
export const checkMachineNames = (files: readonly TextFile[]): readonly Finding[] => [
  ...findLines(files, registry, "names a package registry"),
  ...findLines(files, machinePath, "holds a path of one machine"),
];
