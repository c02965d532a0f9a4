import { attachedId, type ObjectId } from "../../../schema/object-id.ts";

/** The parents that a table leaves: what drops a column that one of them has needs this. */
export const parentsLeft = (table: ObjectId): ObjectId => attachedId("parents", table);
