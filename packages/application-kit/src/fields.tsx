import type { InputHTMLAttributes, ReactNode } from "react";
import { useId } from "react";
import { useFieldError } from "./row-form.tsx";
import type { Choices, Rule } from "./rules.ts";

type Maybe<Value> = Value | null | undefined;

/** What every field is given: its column, its words, its rule and the value that is there. */
export interface FieldProps<Value> {
  readonly name: string;
  readonly label: string;
  readonly help?: string | undefined;
  readonly rule: Rule<unknown>;
  readonly value: Maybe<Value>;
}

/** Whether an input may not be left empty: a value that is there can be changed, and is only taken away where null may be. */
export const mustBeFilled = (rule: Rule<unknown>, value: unknown): boolean =>
  rule.required === true || (rule.blank === "default" && value !== null && value !== undefined);

/** Label, input, help and error, tied together for screen readers. */
export function FieldFrame({
  name,
  label,
  help,
  required,
  wide = false,
  children,
}: {
  readonly name: string;
  readonly label: string;
  readonly help?: string | undefined;
  readonly required: boolean;
  readonly wide?: boolean;
  readonly children: (control: { id: string; "aria-describedby"?: string; "aria-invalid": boolean }) => ReactNode;
}) {
  const id = useId();
  const error = useFieldError(name);
  const described = error !== undefined || help !== undefined;
  return (
    <div className={wide ? "field field-wide" : "field"}>
      <label htmlFor={id}>
        {label}
        {required ? <span className="required"> (required)</span> : null}
      </label>
      {children({
        id,
        "aria-invalid": error !== undefined,
        ...(described ? { "aria-describedby": `${id}-note` } : {}),
      })}
      {described ? (
        <p id={`${id}-note`} className={error === undefined ? "field-help" : "field-error"}>
          {error ?? help}
        </p>
      ) : null}
    </div>
  );
}

type InputType = "text" | "email" | "url" | "tel" | "date" | "time";

/** One line of text, or what the browser enters as one: an e-mail address, a day, a time. */
export function TextField({
  type = "text",
  ...field
}: FieldProps<string | number | bigint> & { readonly type?: InputType }) {
  const limits = field.rule.kind === "text" ? { maxLength: field.rule.maxLength, pattern: field.rule.pattern } : {};
  return <InputField {...field} type={type} attributes={limits} />;
}

/** A number; `step` follows from its rule. */
export function NumberField(field: FieldProps<string | number | bigint>) {
  const { rule } = field;
  const limits = "min" in rule || "max" in rule ? { min: rule.min, max: rule.max } : {};
  return <InputField {...field} type="number" attributes={{ ...limits, step: rule.kind === "integer" ? 1 : "any" }} />;
}

/** A moment, entered on the person's own clock. */
export function DateTimeField(field: FieldProps<string>) {
  return <InputField {...field} value={toLocalClock(field.value)} type="datetime-local" attributes={{ step: 1 }} />;
}

function InputField({
  name,
  label,
  help,
  rule,
  value,
  type,
  attributes,
}: FieldProps<string | number | bigint> & {
  readonly type: string;
  readonly attributes: {
    [Name in "maxLength" | "pattern" | "min" | "max" | "step"]?: InputHTMLAttributes<unknown>[Name];
  };
}) {
  return (
    <FieldFrame name={name} label={label} help={help} required={mustBeFilled(rule, value)}>
      {(control) => (
        <input
          {...control}
          {...attributes}
          type={type}
          name={name}
          defaultValue={value === null || value === undefined ? "" : String(value)}
          required={mustBeFilled(rule, value)}
        />
      )}
    </FieldFrame>
  );
}

/** Text of several lines. */
export function LongTextField({ name, label, help, rule, value }: FieldProps<string>) {
  return (
    <FieldFrame name={name} label={label} help={help} required={mustBeFilled(rule, value)} wide>
      {(control) => (
        <textarea {...control} name={name} rows={5} defaultValue={value ?? ""} required={mustBeFilled(rule, value)} />
      )}
    </FieldFrame>
  );
}

/** Several values, one a line. */
export function ListField({ value, ...field }: FieldProps<readonly unknown[]>) {
  return <LongTextField {...field} help={field.help ?? "One a line."} value={value?.map(String).join("\n")} />;
}

/** Any JSON, as text. */
export function JsonField({ value, ...field }: FieldProps<unknown>) {
  const text = value === null || value === undefined ? "" : JSON.stringify(value, null, 2);
  return <LongTextField {...field} value={text} />;
}

/** Yes or no; a third choice where no answer is one. */
export function BooleanField({ name, label, help, rule, value }: FieldProps<boolean>) {
  if (rule.blank === "null" && !rule.required) {
    const choices = [
      { value: "true", label: "Yes" },
      { value: "false", label: "No" },
    ] as const;
    const chosen = value === null || value === undefined ? null : (`${value}` as const);
    return <SelectField name={name} label={label} help={help} rule={rule} value={chosen} choices={choices} />;
  }
  return (
    <FieldFrame name={name} label={label} help={help} required={false}>
      {(control) => <input {...control} type="checkbox" name={name} defaultChecked={value ?? false} />}
    </FieldFrame>
  );
}

/** One of a list. */
export function SelectField<Value extends string>({
  name,
  label,
  help,
  rule,
  value,
  choices,
}: FieldProps<Value> & { readonly choices: Choices<Value> }) {
  return (
    <FieldFrame name={name} label={label} help={help} required={mustBeFilled(rule, value)}>
      {(control) => (
        <select {...control} name={name} defaultValue={value ?? ""} required={mustBeFilled(rule, value)}>
          <option value="">{mustBeFilled(rule, value) ? "Choose…" : "—"}</option>
          {choices.map((choice) => (
            <option key={choice.value} value={choice.value}>
              {choice.label}
            </option>
          ))}
        </select>
      )}
    </FieldFrame>
  );
}

/** `2026-01-31T09:30:00` on the person's clock, as an input for date and time wants it. */
function toLocalClock(value: Maybe<string>): string {
  if (value === null || value === undefined || value === "") return "";
  const moment = new Date(value);
  if (Number.isNaN(moment.getTime())) return "";
  return new Date(moment.getTime() - moment.getTimezoneOffset() * 60_000).toISOString().slice(0, 19);
}
