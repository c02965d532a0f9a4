export type { ListQuery, Page, RowName } from "../wire.ts";
export type { EntityRoutes, Key, NamesWanted, Routes } from "./entity-routes.ts";
export { containing, equals, filterOf } from "./filter-of.ts";
export { keyPart, oneOf } from "./key-part.ts";
export { inDirection, namesLimit, pageOf, pageSize } from "./page-of.ts";
export { parseChanges, parseNew } from "./parse-input.ts";
export { HttpProblem } from "./problem.ts";
