import type { Document } from "yaml";
import { visit } from "yaml";
import * as messages from "../messages/yaml.ts";
import type { Location, ModelProblem } from "../model-problem.ts";

/** NUL and lone surrogates cannot be stored as text in a database. */
const unstorable = /\0|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/;

/** Finds what YAML allows and a model cannot bear: aliases to what holds them, text that no database stores. */
export const findUnsafeNodes = (
  document: Document.Parsed,
  maxAliasCount: number,
  at: (start: number, end: number) => Location,
): readonly ModelProblem[] => {
  const problems: ModelProblem[] = [];
  let aliases = 0;
  visit(document, {
    Alias: (_key, alias, ancestors) => {
      const [start, end] = alias.range ?? [0, 1];
      aliases += 1;
      if (aliases > maxAliasCount) {
        problems.push(messages.aliasesExplode(at(start, end)));
        return visit.BREAK;
      }
      const anchored = alias.resolve(document);
      if (anchored === undefined || !ancestors.includes(anchored)) return undefined;
      problems.push(messages.aliasToItself(at(start, end)));
      return undefined;
    },
    Scalar: (_key, scalar) => {
      if (typeof scalar.value !== "string") return;
      const [start, end] = scalar.range ?? [0, 1];
      if (unstorable.test(scalar.value)) problems.push(messages.unstorableCharacter(at(start, end)));
      // Zod, as most code, passes over this key: it would vanish without a word.
      if (scalar.value === "__proto__") problems.push(messages.protoWord(at(start, end)));
    },
  });
  return problems;
};
