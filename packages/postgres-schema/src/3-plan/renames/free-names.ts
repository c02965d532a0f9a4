import type { DatabaseSchema } from "../../schema/database-schema.ts";

/** Gives a name of its own each time it is called, `put_aside_1`, that is none of `given` and that nothing of the schema has. */
export function freeNames(stem: string, { objects }: DatabaseSchema, given: Iterable<string>): () => string {
  const taken = new Set(given);
  for (const object of objects.values()) if ("name" in object) taken.add(object.name);
  let number = 0;
  return () => {
    do number++;
    while (taken.has(`${stem}_${number}`));
    return `${stem}_${number}`;
  };
}
