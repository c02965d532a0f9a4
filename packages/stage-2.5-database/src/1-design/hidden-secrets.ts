import type { Configuration } from "@build-it/artifacts";
import { columnId, type DatabaseSchema, tableId } from "@build-it/postgres-schema";
import type { Diagnostic } from "@build-it/stage-contract";
import { secretNotUnderFormerName } from "../diagnostics/design.ts";
import type { Design } from "./design.ts";
import { namesIn, type OldNames, ownName } from "./old-names.ts";

/** Views of former names that show less from now on: what is there and not shown is secret. */
export const hiddenSecrets = (
  { entities }: Configuration,
  oldNames: OldNames,
  { retained, schema }: { readonly retained: Design["retained"]; readonly schema: DatabaseSchema },
): readonly Diagnostic[] =>
  [...oldNames].flatMap(([id, { of, columns }]) => {
    const entity = entities.find((one) => tableId(one.schema, one.table) === of);
    const shown = retained[id]?.columns;
    if (entity === undefined || shown === undefined) return [];
    const [schemaName = "", table = ""] = namesIn(of);
    const hidden = columns.some(
      (name) => !shown.includes(name) && schema.objects.has(columnId(schemaName, table, name)),
    );
    return hidden ? [secretNotUnderFormerName(entity.name, ownName(id), entity.table)] : [];
  });
