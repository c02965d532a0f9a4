import { useState } from "react";
import type { FieldProps } from "./fields.tsx";
import { FieldFrame, mustBeFilled } from "./fields.tsx";
import { namesPath, useRowName } from "./row-names.ts";
import { useResource } from "./use-resource.ts";
import type { RowName } from "./wire.ts";

/** With more rows than this to choose from, a person searches rather than scrolls. */
const longestChoice = 20;

/** Another row, chosen by name. */
export function ReferenceField({
  entity,
  name,
  label,
  help,
  rule,
  value,
}: FieldProps<string | number | bigint> & { readonly entity: string }) {
  const required = mustBeFilled(rule, value);
  const [search, setSearch] = useState("");
  const [chosen, setChosen] = useState(value === null || value === undefined ? "" : String(value));
  const names = useResource<readonly RowName[]>(namesPath(entity, { search }));
  const chosenName = useRowName(entity, chosen === "" ? null : chosen);
  const found = names.status === "ready" ? names.value : [];
  const searchable = search !== "" || found.length > longestChoice;

  return (
    <FieldFrame name={name} label={label} help={help} required={required}>
      {(control) => (
        <>
          {searchable ? (
            <input
              type="search"
              aria-label={`Search ${label}`}
              placeholder="Search…"
              value={search}
              onChange={(event) => setSearch(event.target.value)}
            />
          ) : null}
          <select
            {...control}
            name={name}
            value={chosen}
            onChange={(event) => setChosen(event.target.value)}
            required={required}
          >
            <option value="">{names.status === "loading" ? "Loading…" : required ? "Choose…" : "—"}</option>
            {chosen !== "" && !found.some(({ key }) => key === chosen) ? (
              <option value={chosen}>{chosenName ?? chosen}</option>
            ) : null}
            {found.map((row) => (
              <option key={row.key} value={row.key}>
                {row.name}
              </option>
            ))}
          </select>
        </>
      )}
    </FieldFrame>
  );
}
