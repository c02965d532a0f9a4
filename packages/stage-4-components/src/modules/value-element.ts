import type { ViewField } from "@build-it/artifacts";
import type { EntityPlan } from "../entity-plan.ts";
import { attribute, member } from "../literal.ts";

/** A piece of JSX, and the kit's component that it uses. */
export interface Element {
  readonly component: string;
  readonly jsx: string;
}

const components = {
  text: "TextValue",
  multiline: "TextValue",
  number: "NumberValue",
  checkbox: "BooleanValue",
  date: "DateValue",
  time: "TextValue",
  datetime: "DateTimeValue",
  json: "JsonValue",
  email: "EmailValue",
  url: "UrlValue",
  tel: "PhoneValue",
  color: "ColorValue",
  list: "ListValue",
} as const;

/** How a field of `row` is shown. Inside a link nothing may be a link itself. */
export function valueElement(
  field: ViewField,
  plan: EntityPlan,
  slugOf: (entity: string) => string,
  { insideLink }: { readonly insideLink: boolean },
): Element {
  const value = member("row", field.column);
  if (field.widget === "select") {
    const choices = member(`${plan.value}Choices`, field.column);
    return { component: "ChoiceValue", jsx: `<ChoiceValue value={${value}} choices={${choices}} />` };
  }
  if (field.widget === "reference" && field.reference !== undefined) {
    const component = insideLink ? "ReferenceName" : "ReferenceValue";
    return {
      component,
      jsx: `<${component} ${attribute("entity", slugOf(field.reference.entity))} value={${value}} />`,
    };
  }
  const widget = field.widget === "reference" ? "text" : field.widget;
  const isLink = widget === "email" || widget === "url" || widget === "tel";
  const component = insideLink && isLink ? "TextValue" : components[widget];
  return { component, jsx: `<${component} value={${value}} />` };
}
