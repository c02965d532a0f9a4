import type { TestMajor } from "@build-it/test-databases";
import { escapeLiteral } from "pg";
import { grantees, hostileName, hostileTexts, owners, quote, spellingCount } from "./hostile-text.ts";

/** Chooses one of `count` for each question: the same for the same question, and 0 is the simplest answer. */
export type Choose = (question: string, count: number) => number;

/** An object that is there, as COMMENT, ALTER … OWNER TO and GRANT name it. */
export interface Made {
  readonly key: string;
  /** `TABLE "one"."a"`. */
  readonly named: string;
  /** The rights that can be given on it; none where there are none. */
  readonly rights: readonly string[];
  /** As GRANT names it, where that is another word. */
  readonly grantable: string;
  readonly ownable: boolean;
  /** Whether everyone's rights on it stay. */
  readonly everyones: boolean;
}

/** What the statements of one schema are written with. */
export interface World {
  readonly major: TestMajor;
  readonly statements: string[];
  readonly made: Made[];
  /** What is there, by its key. */
  readonly present: Set<string>;
  flip(question: string, odds?: number): boolean;
  pick<T>(question: string, options: readonly T[]): T;
  some<T>(question: string, options: readonly T[]): readonly T[];
  /** A name as SQL. */
  id(key: string): string;
  /** The raw name. */
  raw(key: string): string;
  /** A name with its schema. */
  at(key: string): string;
  /** A constant. */
  text(question: string): string;
  /** A role that is given something. */
  role(question: string): string;
  owner(question: string): string;
  say(statement: string): void;
  make(key: string, named: string, rest?: Partial<Omit<Made, "key" | "named">>): void;
}

/** `spell` chooses the spelling of a name; it must be the same for two schemas that are to have objects in common. */
export function createWorld(major: TestMajor, choose: Choose, spell: Choose): World {
  const pick = <T>(question: string, options: readonly T[]): T => {
    const chosen = options[choose(question, options.length)];
    if (chosen === undefined) throw new Error(`nothing to choose from: ${question}`);
    return chosen;
  };
  const raw = (key: string): string => hostileName(key, spell(key, spellingCount));
  const id = (key: string): string => quote(raw(key));
  const statements: string[] = [];
  const made: Made[] = [];
  const present = new Set<string>();
  return {
    major,
    statements,
    made,
    present,
    pick,
    flip: (question, odds = 2) => choose(question, odds) === 1,
    some: (question, options) => options.filter((_, place) => choose(`${question} ${place}`, 2) === 1),
    id,
    raw,
    at: (key) => `${id(key.startsWith("two_") ? "two" : "one")}.${id(key)}`,
    text: (question) => escapeLiteral(pick(question, hostileTexts)).trim(),
    role: (question) => quote(pick(question, grantees)),
    owner: (question) => quote(pick(question, owners)),
    say: (statement) => {
      statements.push(statement);
    },
    make: (key, named, { rights = [], grantable = named, ownable = true, everyones = false } = {}) => {
      present.add(key);
      made.push({ key, named, rights, grantable, ownable, everyones });
    },
  };
}
