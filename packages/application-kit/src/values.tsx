import { hrefOf } from "./route.ts";
import { useRowName } from "./row-names.ts";
import type { Choices } from "./rules.ts";
import { joinKey } from "./wire.ts";

type Maybe<Value> = Value | null | undefined;

const Nothing = () => (
  <span className="value-none">
    <span aria-hidden="true">—</span>
    <span className="for-readers">none</span>
  </span>
);
const isNothing = (value: unknown): value is null | undefined | "" =>
  value === null || value === undefined || value === "";

/** Text, a number, or anything that reads as one. */
export const TextValue = ({ value }: { readonly value: Maybe<string | number | bigint> }) =>
  isNothing(value) ? <Nothing /> : <span className="value-text">{String(value)}</span>;

/** A number, its digits in columns. */
export const NumberValue = ({ value }: { readonly value: Maybe<string | number | bigint> }) =>
  isNothing(value) ? <Nothing /> : <span className="value-number">{String(value)}</span>;

/** Yes or no. */
export const BooleanValue = ({ value }: { readonly value: Maybe<boolean> }) =>
  isNothing(value) ? <Nothing /> : <span>{value ? "Yes" : "No"}</span>;

/** A day, as the calendar of the person's language writes it. */
export const DateValue = ({ value }: { readonly value: Maybe<string> }) =>
  isNothing(value) ? (
    <Nothing />
  ) : (
    <time dateTime={value}>{formatMoment(value, { dateStyle: "medium", timeZone: "UTC" })}</time>
  );

/** A moment, on the person's own clock. */
export const DateTimeValue = ({ value }: { readonly value: Maybe<string> }) =>
  isNothing(value) ? (
    <Nothing />
  ) : (
    <time dateTime={value}>{formatMoment(value, { dateStyle: "medium", timeStyle: "short" })}</time>
  );

/** One of a list, by its label. */
export function ChoiceValue<Value extends string>({
  value,
  choices,
}: {
  readonly value: Maybe<Value>;
  readonly choices: Choices<Value>;
}) {
  if (isNothing(value)) return <Nothing />;
  return <span className="value-choice">{choices.find((choice) => choice.value === value)?.label ?? value}</span>;
}

/** An address to write to. */
export const EmailValue = ({ value }: { readonly value: Maybe<string> }) =>
  isNothing(value) ? <Nothing /> : <a href={`mailto:${encodeURI(value)}`}>{value}</a>;

/** A number to call. */
export const PhoneValue = ({ value }: { readonly value: Maybe<string> }) =>
  isNothing(value) ? <Nothing /> : <a href={`tel:${encodeURIComponent(value)}`}>{value}</a>;

/** A link only where the address is one of the web: `javascript:` and its like stay text. */
export const UrlValue = ({ value }: { readonly value: Maybe<string> }) => {
  if (isNothing(value)) return <Nothing />;
  return /^https?:\/\//i.test(value) ? (
    <a href={value} rel="noreferrer noopener" target="_blank">
      {value}
    </a>
  ) : (
    <span>{value}</span>
  );
};

/** A color, seen and named. */
export const ColorValue = ({ value }: { readonly value: Maybe<string> }) =>
  isNothing(value) ? (
    <Nothing />
  ) : (
    <span>
      <span className="swatch" style={{ backgroundColor: value }} aria-hidden="true" /> {value}
    </span>
  );

/** Several values, one after another. */
export const ListValue = ({ value }: { readonly value: Maybe<readonly unknown[]> }) =>
  isNothing(value) || value.length === 0 ? <Nothing /> : <span>{value.map(String).join(", ")}</span>;

/** Any JSON, as text. */
export const JsonValue = ({ value }: { readonly value: unknown }) =>
  isNothing(value) ? <Nothing /> : <pre className="value-json">{JSON.stringify(value, null, 2)}</pre>;

/** Another row, by name and with a link to it. */
export function ReferenceValue({
  entity,
  value,
}: {
  readonly entity: string;
  readonly value: Maybe<string | number | bigint>;
}) {
  const key = isNothing(value) ? null : String(value);
  const name = useRowName(entity, key);
  if (key === null) return <Nothing />;
  return (
    <a href={hrefOf({ screen: "detail", entity, id: joinKey([key]) })}>{name === undefined ? "…" : (name ?? key)}</a>
  );
}

/** Another row, by name alone: for the cell that already is a link to its own row. */
export function ReferenceName({
  entity,
  value,
}: {
  readonly entity: string;
  readonly value: Maybe<string | number | bigint>;
}) {
  const key = isNothing(value) ? null : String(value);
  const name = useRowName(entity, key);
  if (key === null) return <Nothing />;
  return <span>{name === undefined ? "…" : (name ?? key)}</span>;
}

function formatMoment(value: string, format: Intl.DateTimeFormatOptions): string {
  const moment = new Date(value);
  // "infinity" and years before Christ are dates to PostgreSQL and none to JavaScript.
  return Number.isNaN(moment.getTime()) ? value : new Intl.DateTimeFormat(undefined, format).format(moment);
}
