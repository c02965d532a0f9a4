import pluralize from "pluralize";

/** `accountId` -> `account_id`, `websiteURL` -> `website_url`, `InvoiceLine` -> `invoice_line`. */
export const toSnakeCase = (name: string): string =>
  name
    .replace(/([a-z0-9])([A-Z])/g, "$1_$2")
    .replace(/([A-Z])([A-Z][a-z])/g, "$1_$2")
    .toLowerCase();

/** The column of a field that names none. */
export const deriveColumn = (field: string): string => toSnakeCase(field);

/** The table of an entity that names none: `InvoiceLine` -> `invoice_lines`. Only the last word becomes a plural. */
export const deriveTable = (entity: string): string => {
  const words = toSnakeCase(entity).split("_");
  return [...words.slice(0, -1), pluralize.plural(words.at(-1) ?? "")].join("_");
};

/** `accountId` -> `Account id`, `InvoiceLine` -> `Invoice line`. */
export const deriveLabel = (name: string): string => {
  const words = toSnakeCase(name).split("_").filter(Boolean).join(" ");
  return words.charAt(0).toUpperCase() + words.slice(1);
};

/** `Company` -> `Companies`. */
export const derivePluralLabel = (label: string): string => pluralize.plural(label);
