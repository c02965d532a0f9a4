import { longestNameInBytes } from "@build-it/postgres-schema";

/** The name of a key or an index, where it is not the one that the model would give it. */
export function nameUnlessUsual(name: string, ...parts: readonly string[]): { readonly name?: string } {
  const usual = parts.join("_");
  return name === usual && Buffer.byteLength(usual) <= longestNameInBytes ? {} : { name };
}
