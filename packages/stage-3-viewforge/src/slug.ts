/** `SalesOrder` -> `sales-order`: letters and digits only, so that it is safe in a file name and in an address. */
export const slugOf = (name: string): string => {
  const words = name
    .normalize("NFKD")
    .replace(/\p{Mark}/gu, "")
    .replace(/([\p{Lowercase}\d])(\p{Uppercase})/gu, "$1 $2")
    .replace(/(\p{Uppercase})(\p{Uppercase}\p{Lowercase})/gu, "$1 $2")
    .toLowerCase()
    .match(/[a-z0-9]+/g);
  return words?.join("-").slice(0, 80).replace(/-$/, "") ?? "entity";
};

/** A slug for each name; names that differ only in what a slug drops are numbered in the order they come. */
export function assignSlugs(names: readonly string[]): ReadonlyMap<string, string> {
  const slugs = new Map<string, string>();
  // Generated folders have an index.ts of their own.
  const taken = new Set(["index"]);
  for (const name of names) {
    const wanted = slugOf(name);
    let slug = wanted;
    for (let count = 2; taken.has(slug); count += 1) slug = `${wanted}-${count}`;
    taken.add(slug);
    slugs.set(name, slug);
  }
  return slugs;
}
