import { createHash, randomUUID } from "node:crypto";
import { mkdir, readFile, rename, writeFile } from "node:fs/promises";
import path from "node:path";
import type { EntityDefinition } from "./language/definitions.ts";
import { languageFingerprint } from "./language-fingerprint.ts";
import type { TextFile } from "./yaml/parse-yaml.ts";

/** Parsed entities by what their files say: reading a thousand unchanged files again costs a few milliseconds. */
export interface ParseCache {
  find(file: TextFile): EntityDefinition | undefined;
  keep(file: TextFile, definition: EntityDefinition): void;
  /** Writes what was found or kept since the cache was opened, and forgets the rest. */
  save(): Promise<void>;
}

/** To be raised when the same text is to be understood in another way than before, without a change of its JSON Schema. */
const revision = 1;

/**
 * Opens the cache of a module in `folder`, an absolute path, which is made where there is none. What cannot be read, or
 * was written by another version of the language, counts as empty: the cache can be deleted at any time.
 */
export const openParseCache = async (folder: string, module: string): Promise<ParseCache> => {
  const file = path.join(folder, `model-${module}.json`);
  const known = await readEntries(file);
  const used = new Map<string, EntityDefinition>();
  const idOf = ({ path: shown, text }: TextFile): string =>
    digest([revision, languageFingerprint, shown, text].join("\n"));
  let isChanged = false;
  return {
    find: (source) => {
      const id = idOf(source);
      const definition = known.get(id);
      if (definition) used.set(id, definition);
      return definition;
    },
    keep: (source, definition) => {
      isChanged = true;
      used.set(idOf(source), definition);
    },
    save: async () => {
      if (!isChanged && used.size === known.size) return;
      await mkdir(folder, { recursive: true });
      // Whole or not at all: another process may read it at this moment.
      const unfinished = `${file}.${randomUUID()}`;
      await writeFile(unfinished, JSON.stringify([...used]));
      await rename(unfinished, file);
    },
  };
};

const digest = (text: string): string => createHash("sha256").update(text).digest("base64url");

const readEntries = async (file: string): Promise<ReadonlyMap<string, EntityDefinition>> => {
  try {
    const entries: unknown = JSON.parse(await readFile(file, "utf8"));
    return new Map(Array.isArray(entries) ? (entries as [string, EntityDefinition][]) : []);
  } catch {
    return new Map();
  }
};
