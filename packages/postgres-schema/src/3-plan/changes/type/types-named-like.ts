import { type ObjectId, objectId } from "../../../schema/object-id.ts";

/** A relation's rows are of a type with its name, so it has to wait for a type that has that and goes. */
export const typesNamedLike = ({
  schema,
  name,
}: {
  readonly schema: string;
  readonly name: string;
}): readonly ObjectId[] => (["enum", "domain", "range"] as const).map((kind) => objectId(kind, schema, name));
