export type { CatalogConnection } from "./1-introspect/catalog-connection.ts";
export type { IntrospectedSchema, IntrospectionOptions } from "./1-introspect/introspect-schema.ts";
export { introspectSchema } from "./1-introspect/introspect-schema.ts";
export type { UnmodelledObject } from "./1-introspect/introspect-unmodelled.ts";
export { readCatalogFingerprint } from "./1-introspect/read-catalog-fingerprint.ts";
export type { ChangedObject, Difference } from "./2-diff/diff-schemas.ts";
export { diffSchemas, isSame } from "./2-diff/diff-schemas.ts";
export type { Plan, PlanOptions } from "./3-plan/plan-migration.ts";
export { planMigration, planRollback } from "./3-plan/plan-migration.ts";
export type { Hazard, Lock, Step } from "./3-plan/step.ts";
export type { PlanResult, Refusal } from "./plan-between-catalogs.ts";
export { planBetweenCatalogs } from "./plan-between-catalogs.ts";
export type { DatabaseSchema } from "./schema/database-schema.ts";
export { databaseSchema, emptySchema, isKind, objectsOfKind } from "./schema/database-schema.ts";
export { canonicalText, fingerprintSchema } from "./schema/fingerprint.ts";
export { columnId, functionId, idOf, schemaId, tableId } from "./schema/identify.ts";
export type { ObjectId } from "./schema/object-id.ts";
export { attachedId, kindOf, nameOf, objectId } from "./schema/object-id.ts";
export type {
  Aggregate,
  Check,
  Column,
  Comment,
  Composite,
  CompositeAttribute,
  Default,
  DefaultPrivilege,
  Domain,
  DomainCheck,
  Enum,
  EventTrigger,
  Exclusion,
  Extension,
  ForeignKey,
  IdentityOptions,
  Index,
  IndexKey,
  MaterializedView,
  ObjectKind,
  ObjectOf,
  Owner,
  Policy,
  PrimaryKey,
  Privilege,
  Publication,
  PublicationMember,
  ReferentialAction,
  ResultColumn,
  Routine,
  Rule,
  Schema,
  SchemaObject,
  Sequence,
  Setting,
  Statistics,
  Table,
  Trigger,
  Unique,
  View,
} from "./schema/objects.ts";
export { referencesOf } from "./schema/references.ts";
export type { Rename } from "./schema/rename-objects.ts";
export { invertRename, renameInSchema } from "./schema/rename-objects.ts";
export type { SplitType } from "./schema/split-type.ts";
export { splitType } from "./schema/split-type.ts";
export { ident, longestNameInBytes, qualified, role, shortenName } from "./sql/identifier.ts";
export { constant, literal } from "./sql/literal.ts";
export type { ExpressionOptions, ParsedExpression } from "./sql/parse-expression.ts";
export { parseExpression } from "./sql/parse-expression.ts";
export type { ReferencedName, References } from "./sql/parse-references.ts";
export type { RoutineStatement } from "./sql/parse-routine.ts";
export type {
  CommentStatement,
  GrantStatement,
  StatementMeaning,
  StatementTarget,
  TriggerStatement,
} from "./sql/parse-statement.ts";
export type { ParsedStatement, ParsedStatements } from "./sql/parse-statements.ts";
export { parseStatements } from "./sql/parse-statements.ts";
export type { SqlProblem } from "./sql/parse-tree.ts";
export type { ViewStatement } from "./sql/parse-view.ts";
export type { Sql } from "./sql/sql.ts";
export { joinSql, sql, trusted } from "./sql/sql.ts";
export { isTypeName, typeName } from "./sql/type-name.ts";
