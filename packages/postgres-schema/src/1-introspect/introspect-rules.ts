import type { Rule } from "../schema/objects.ts";
import { addressOf, catalogFamily } from "./catalog-family.ts";
import { type EnabledLetter, enabledWords } from "./enabled-words.ts";
import { type RowFunction, rowFunctionsOf, rulesOfRelations, withoutColumnsOfRows } from "./row-functions.ts";

interface RuleRow extends Omit<Rule, "kind" | "enabled" | "dependsOn"> {
  readonly oid: string;
  readonly enabled: EnabledLetter;
  readonly row_functions: readonly RowFunction[] | null;
}

/** Rules but the one that makes a view a view. */
export const rules = catalogFamily<RuleRow>(
  () => `
    SELECT w.oid, r.schema, r.name AS table, w.rulename AS name, pg_get_ruledef(w.oid) AS definition,
           w.ev_enabled AS enabled, f.functions AS row_functions
    FROM relations r JOIN pg_rewrite w ON w.ev_class = r.oid AND w.rulename <> '_RETURN'
    LEFT JOIN (${rowFunctionsOf(rulesOfRelations)}) f ON f.holder = w.oid`,
  ({ oid, enabled, definition, row_functions, ...row }, context) => {
    const address = addressOf("pg_rewrite", oid);
    return [
      {
        address,
        object: {
          kind: "rule",
          ...row,
          definition: withoutColumnsOfRows(
            definition.replace(/^CREATE RULE/, "CREATE OR REPLACE RULE").replace(/;\s*$/, ""),
            row_functions ?? [],
          ),
          enabled: enabledWords[enabled],
          dependsOn: context.dependsOn(address),
        },
      },
    ];
  },
);
