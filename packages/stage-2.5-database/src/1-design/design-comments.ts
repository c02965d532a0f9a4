import type { ConfiguredEntity } from "@build-it/artifacts";
import type { Comment } from "@build-it/postgres-schema";
import { columnIdOf, type Designed, designed, tableOf } from "./designed.ts";

/** What the model says about entities and fields, for whoever looks at the database with another tool. */
export const designComments = (entity: ConfiguredEntity): readonly Designed<Comment>[] => [
  ...(entity.description === undefined
    ? []
    : [designed<Comment>({ kind: "comment", on: tableOf(entity), text: entity.description }, { entity })]),
  ...entity.fields.flatMap((field) => {
    const { description, deprecated } = field;
    if (description === undefined && !deprecated) return [];
    const text = deprecated ? deprecatedText(description) : (description ?? "");
    return [designed<Comment>({ kind: "comment", on: columnIdOf(entity, field.column), text }, { entity, field })];
  }),
];

const mark = "Deprecated: ";

/** A comment that says that nothing new should use this; said once, however often it is asked for. */
export const deprecatedText = (description: string | undefined): string =>
  description?.startsWith(mark) === true ? description : `${mark}${description ?? "kept for earlier iterations."}`;

export const isDeprecatedText = (text: string): boolean => text.startsWith(mark);
