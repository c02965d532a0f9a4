export type { CatalogConnection } from "./1-introspect/catalog-connection.ts";
export type { IntrospectedSchema } from "./1-introspect/collect-objects.ts";
export type { IntrospectionOptions } from "./1-introspect/introspect-schema.ts";
export { introspectSchema } from "./1-introspect/introspect-schema.ts";
export type { UnmodelledObject } from "./1-introspect/introspect-unmodelled.ts";
export { readCatalogFingerprint } from "./1-introspect/read-catalog-fingerprint.ts";
export type { ChangedObject, Difference } from "./2-diff/diff-schemas.ts";
export { diffSchemas, isSame, shareObjects } from "./2-diff/diff-schemas.ts";
export type { Copies } from "./3-plan/change-rule.ts";
export type { OnlinePart, PartPurpose, PartRun } from "./3-plan/online/online-part.ts";
export { planOnline } from "./3-plan/online/plan-online.ts";
export type { Plan, PlanOptions } from "./3-plan/plan-migration.ts";
export { planMigration, planRollback } from "./3-plan/plan-migration.ts";
export { printScript } from "./3-plan/print-script.ts";
export { findRenameCandidates } from "./3-plan/renames/find-rename-candidates.ts";
export type { Hazard, Lock, Step } from "./3-plan/step.ts";
export type { PlanResult, Refusal } from "./plan-between-catalogs.ts";
export { planBetweenCatalogs } from "./plan-between-catalogs.ts";
export type { DatabaseSchema } from "./schema/database-schema.ts";
export { databaseSchema, emptySchema, filterObjects, isKind, objectsOfKind } from "./schema/database-schema.ts";
export { canonicalText, fingerprintSchema } from "./schema/fingerprint.ts";
export { columnId, enumId, functionId, idOf, schemaId, tableId } from "./schema/identify.ts";
export { longestNameInBytes } from "./schema/made-up-name.ts";
export type { ObjectId } from "./schema/object-id.ts";
export { attachedId, kindOf, nameOf, objectId } from "./schema/object-id.ts";
export type {
  AccessMethod,
  Aggregate,
  Cast,
  Check,
  Collation,
  Column,
  Comment,
  Composite,
  CompositeAttribute,
  Conversion,
  Default,
  DefaultPrivilege,
  DefinedObject,
  Domain,
  DomainCheck,
  Enum,
  EventTrigger,
  Exclusion,
  Extension,
  ForeignKey,
  ForeignServer,
  ForeignWrapper,
  IdentityOptions,
  Index,
  IndexKey,
  InheritedColumn,
  MaterializedView,
  NamedOption,
  NotNull,
  ObjectKind,
  ObjectOf,
  Operator,
  OperatorClass,
  OperatorFamily,
  Owner,
  PartitionPart,
  Policy,
  PrimaryKey,
  Privilege,
  Publication,
  PublicationMember,
  RangeType,
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
  TextSearchConfiguration,
  TextSearchDictionary,
  TextSearchMapping,
  TextSearchParser,
  TextSearchTemplate,
  Trigger,
  Unique,
  UserMapping,
  View,
} from "./schema/objects.ts";
export { privilegedColumn } from "./schema/privileged-column.ts";
export { referencesOf } from "./schema/references.ts";
export type { Rename } from "./schema/rename-objects.ts";
export { invertRenames, renameInSchema } from "./schema/rename-objects.ts";
export type { SplitType } from "./schema/split-type.ts";
export { splitType } from "./schema/split-type.ts";
export { ident, qualified, quoted, role, shortenName } from "./sql/identifier.ts";
export { constant, literal, quotedBody } from "./sql/literal.ts";
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
export type { RoutineText } from "./sql/read-routine.ts";
export { readRoutine } from "./sql/read-routine.ts";
export type { SqlWord } from "./sql/scan-words.ts";
export { scanWords } from "./sql/scan-words.ts";
export type { ScriptPart } from "./sql/split-script.ts";
export { splitScript } from "./sql/split-script.ts";
export type { Sql } from "./sql/sql.ts";
export { joinSql, sql, trusted } from "./sql/sql.ts";
export { isTypeName, typeName } from "./sql/type-name.ts";
