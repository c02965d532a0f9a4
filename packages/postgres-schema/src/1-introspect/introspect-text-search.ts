import type { NamedOption, TextSearchConfiguration, TextSearchMapping } from "../schema/objects.ts";
import { addressOf, catalogFamily } from "./catalog-family.ts";
import { notMember } from "./not-member.ts";
import { parseDictionaryOptions } from "./parse-dictionary-options.ts";

interface ConfigurationRow extends Pick<TextSearchConfiguration, "schema" | "name" | "parser"> {
  readonly oid: string;
  readonly mappings: readonly TextSearchMapping[] | null;
}

const named = (schema: string, name: string): string => `quote_ident(${schema}) || '.' || quote_ident(${name})`;

export const textSearchConfigurations = catalogFamily<ConfigurationRow>(
  () => `
    SELECT c.oid, n.schema, c.cfgname AS name, ${named("pn.nspname", "p.prsname")} AS parser,
           (SELECT json_agg(json_build_object('token', token.alias, 'dictionaries', token.dictionaries) ORDER BY token.alias)
            FROM (SELECT t.alias, array_agg(${named("dn.nspname", "d.dictname")} ORDER BY m.mapseqno) AS dictionaries
                  FROM pg_ts_config_map m JOIN ts_token_type(c.cfgparser) t ON t.tokid = m.maptokentype
                  JOIN pg_ts_dict d ON d.oid = m.mapdict JOIN pg_namespace dn ON dn.oid = d.dictnamespace
                  WHERE m.mapcfg = c.oid GROUP BY t.alias) token) AS mappings
    FROM pg_ts_config c JOIN namespaces n ON n.oid = c.cfgnamespace
    JOIN pg_ts_parser p ON p.oid = c.cfgparser JOIN pg_namespace pn ON pn.oid = p.prsnamespace
    WHERE ${notMember("pg_ts_config", "c")}`,
  ({ oid, mappings, ...row }, context) => {
    const address = addressOf("pg_ts_config", oid);
    return [
      {
        address,
        object: {
          kind: "text_search_configuration",
          ...row,
          mappings: mappings ?? [],
          dependsOn: context.dependsOn(address),
        },
      },
    ];
  },
);

interface DictionaryRow {
  readonly oid: string;
  readonly schema: string;
  readonly name: string;
  readonly template: string;
  readonly options: string | null;
}

export const textSearchDictionaries = catalogFamily<DictionaryRow>(
  () => `
    SELECT d.oid, n.schema, d.dictname AS name, ${named("tn.nspname", "t.tmplname")} AS template,
           d.dictinitoption AS options
    FROM pg_ts_dict d JOIN namespaces n ON n.oid = d.dictnamespace
    JOIN pg_ts_template t ON t.oid = d.dicttemplate JOIN pg_namespace tn ON tn.oid = t.tmplnamespace
    WHERE ${notMember("pg_ts_dict", "d")}`,
  ({ oid, options, ...row }, context) => {
    const address = addressOf("pg_ts_dict", oid);
    const named: readonly NamedOption[] = parseDictionaryOptions(options ?? "");
    return [
      {
        address,
        object: { kind: "text_search_dictionary", ...row, options: named, dependsOn: context.dependsOn(address) },
      },
    ];
  },
);
