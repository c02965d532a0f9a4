export type { EntityScreens, NavigationGroup } from "./application-shell.tsx";
export { ApplicationShell } from "./application-shell.tsx";
export type { FieldProps } from "./fields.tsx";
export {
  BooleanField,
  DateTimeField,
  FieldFrame,
  JsonField,
  ListField,
  LongTextField,
  NumberField,
  SelectField,
  TextField,
} from "./fields.tsx";
export { Loaded, Loading, ProblemNotice } from "./loaded.tsx";
export { ReferenceField } from "./reference-field.tsx";
export { listPath, load, RequestFailed, rowPath, send } from "./request.ts";
export type { Route } from "./route.ts";
export { goTo, hrefOf, parseRoute, startOf, useRoute } from "./route.ts";
export { DetailField, RowDetail } from "./row-detail.tsx";
export { RowForm } from "./row-form.tsx";
export type { Column } from "./row-list.tsx";
export { firstPage, RowList } from "./row-list.tsx";
export { useRowName } from "./row-names.ts";
export type { Choices, Rule, Rules } from "./rules.ts";
export type { Resource } from "./use-resource.ts";
export { useResource } from "./use-resource.ts";
export {
  BooleanValue,
  ChoiceValue,
  ColorValue,
  DateTimeValue,
  DateValue,
  EmailValue,
  JsonValue,
  ListValue,
  NumberValue,
  PhoneValue,
  ReferenceName,
  ReferenceValue,
  TextValue,
  UrlValue,
} from "./values.tsx";
export type { ListQuery, Page, Problem, RowName, RowOf, Session, SessionUser, Wire } from "./wire.ts";
export { joinKey, splitKey } from "./wire.ts";
