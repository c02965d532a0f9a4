import type { ForeignServer, ForeignWrapper, NamedOption, UserMapping } from "../schema/objects.ts";
import { addressOf, catalogFamily } from "./catalog-family.ts";
import { notMember } from "./not-member.ts";

/** Options with their values, in their order; null for none. */
export const optionsIn = (column: string): string =>
  `(SELECT json_agg(json_build_object('name', option_name, 'value', option_value) ORDER BY place)
    FROM pg_options_to_table(${column}) WITH ORDINALITY AS option (option_name, option_value, place))`;

const optionsOf = (column: string): string => `coalesce(${optionsIn(column)}, '[]')`;

const functionName = (column: string): string => `CASE WHEN ${column} <> 0 THEN ${column}::regproc::text END`;

interface WrapperRow extends Omit<ForeignWrapper, "kind" | "dependsOn"> {
  readonly oid: string;
}

/** Foreign-data wrappers of the whole database, whatever the schemas are, as are servers and user mappings. */
export const foreignWrappers = catalogFamily<WrapperRow>(
  () => `
    SELECT w.oid, w.fdwname AS name, ${functionName("w.fdwhandler")} AS handler, ${functionName("w.fdwvalidator")} AS validator,
           ${optionsOf("w.fdwoptions")} AS options
    FROM pg_foreign_data_wrapper w WHERE ${notMember("pg_foreign_data_wrapper", "w")}`,
  ({ oid, ...row }, context) => {
    const address = addressOf("pg_foreign_data_wrapper", oid);
    return [{ address, object: { kind: "foreign_data_wrapper", ...row, dependsOn: context.dependsOn(address) } }];
  },
);

interface ServerRow extends Omit<ForeignServer, "kind" | "dependsOn"> {
  readonly oid: string;
}

export const foreignServers = catalogFamily<ServerRow>(
  () => `
    SELECT s.oid, s.srvname AS name, w.fdwname AS wrapper, s.srvtype AS type, s.srvversion AS version,
           ${optionsOf("s.srvoptions")} AS options
    FROM pg_foreign_server s JOIN pg_foreign_data_wrapper w ON w.oid = s.srvfdw
    WHERE ${notMember("pg_foreign_server", "s")}`,
  ({ oid, ...row }, context) => {
    const address = addressOf("pg_foreign_server", oid);
    return [{ address, object: { kind: "foreign_server", ...row, dependsOn: context.dependsOn(address) } }];
  },
);

interface MappingRow extends Omit<UserMapping, "kind" | "options"> {
  readonly oid: string;
  readonly options: readonly NamedOption[];
}

/** User mappings. Whoever may not see the options of one sees that there are none; `hiddenUserMappings` names those. */
export const userMappings = catalogFamily<MappingRow>(
  () => `
    SELECT m.umid AS oid, m.srvname AS server, CASE m.umuser WHEN 0 THEN 'public' ELSE m.usename::text END AS user,
           ${optionsOf("m.umoptions")} AS options
    FROM pg_user_mappings m JOIN pg_foreign_server s ON s.oid = m.srvid
    WHERE ${notMember("pg_foreign_server", "s")}`,
  ({ oid, ...row }) => [{ address: addressOf("pg_user_mapping", oid), object: { kind: "user_mapping", ...row } }],
);
