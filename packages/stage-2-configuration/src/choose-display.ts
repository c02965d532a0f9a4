import type { EntityFile, FieldFile } from "@build-it/busm";
import { keyOf } from "@build-it/busm";

const usualNames = ["name", "title", "label", "subject", "code", "email"];
const readable: ReadonlySet<FieldFile["type"]> = new Set(["string", "text", "email", "slug", "citext", "phone", "url"]);

/** The field that people recognise a row by: what the model says, else a usual name, else the first text, else the key. */
export const chooseDisplay = (entity: EntityFile): string => {
  const texts = Object.keys(entity.fields).filter((name) => readable.has(entity.fields[name]?.type ?? "json"));
  return entity.display ?? usualNames.find((name) => texts.includes(name)) ?? texts[0] ?? keyOf(entity)[0] ?? "id";
};
