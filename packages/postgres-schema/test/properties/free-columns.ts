import type { FreeWorld } from "./free-types.ts";

/** The names that columns are chosen from. */
export const columnNames = ["c0", "c1", "c2", "c3", "c4"] as const;

export interface FreeColumn {
  readonly name: string;
  readonly type: string;
  readonly definition: string;
}

export const freeColumns = (world: FreeWorld, key: string): readonly FreeColumn[] =>
  columnNames.filter((name) => world.often(`${key} ${name}`)).map((name) => freeColumn(world, `${key} ${name}`, name));

function freeColumn(world: FreeWorld, question: string, name: string): FreeColumn {
  const { flip, pick, id, constants, own, numbers } = world;
  const base = pick(`${question} type`, [...constants.keys(), ...own, ...own]);
  const type = own.includes(base) && flip(`${question} is a list`, 8) ? `${base}[]` : base;
  const written = (rest: string): FreeColumn => ({ name, type, definition: `${id(name)} ${type} ${rest}` });
  if (type === "integer" || type === "bigint")
    switch (pick(`${question} counts`, ["", "", "", "", "identity", "serial"])) {
      case "identity":
        return written(`GENERATED ${pick(`${question} always`, ["ALWAYS", "BY DEFAULT"])} AS IDENTITY`);
      case "serial":
        return { name, type, definition: `${id(name)} ${type === "integer" ? "serial" : "bigserial"}` };
    }
  const isNumber = ["integer", "bigint", "numeric"].includes(type);
  const required = pick(`${question} required`, ["", "", "NOT NULL"]);
  const values = [...(constants.get(type) ?? []), ...(isNumber ? [...numbers, ...numbers] : [])];
  if (values.length > 0 && flip(`${question} has a default`))
    return written(`DEFAULT ${pick(`${question} default`, values)} ${required}`);
  return written(`${type === "text" ? pick(`${question} collation`, ["", "", 'COLLATE "C"']) : ""} ${required}`);
}

/** Says a column that is generated; PostgreSQL may refuse it without refusing the table. */
export function sayGenerated({ flip, pick, at, id, say, shown }: FreeWorld, key: string): void {
  if (!flip(`${key} generates`, 4)) return;
  const of = id(pick(`${key} generates of`, columnNames));
  const values = [`(${of} + 1)`, `upper(${of})`, ...(shown === null ? [] : [`${at("shown")}(${of})`])];
  const value = pick(`${key} generates by`, values);
  const type = pick(`${key} generates a`, ["numeric", "text", "integer"]);
  say(`ALTER TABLE ${at(key)} ADD ${id("made")} ${type} GENERATED ALWAYS AS (${value}) STORED`);
}
