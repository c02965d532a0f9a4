/** Gives each its name, with a number where another has it already; `taken` are names that are not free. */
export function nameOnce<Key>(
  wanted: readonly (readonly [key: Key, ...names: string[]])[],
  taken: ReadonlySet<string> = new Set(),
): ReadonlyMap<Key, string> {
  const used = new Set(taken);
  return new Map(
    wanted.map(([key, ...names]) => {
      const last = names.at(-1) ?? "";
      const numbered = (number: number): string => `${last}${number}`;
      let name = names.find((each) => !used.has(each)) ?? numbered(2);
      for (let number = 3; used.has(name); number++) name = numbered(number);
      used.add(name);
      return [key, name];
    }),
  );
}
