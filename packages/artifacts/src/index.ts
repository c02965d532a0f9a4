export {
  AccessCondition,
  AccessRule,
  Behaviours,
  Configuration,
  ConfiguredCheck,
  ConfiguredEntity,
  ConfiguredField,
  ConfiguredIndex,
  ConfiguredUnique,
  DefaultValue,
  EnumValue,
  FieldType,
  type LiteralValue,
  Operation,
  ReferentialAction,
  ScalarType,
  SqlFile,
  ValueSource,
} from "./configuration.ts";
export {
  ColumnDeclaration,
  DatabaseArtifact,
  IterationRecord,
  RowChanges,
  RunMode,
  TableDeclaration,
} from "./database.ts";
export { Deployment } from "./deployment.ts";
export { GeneratedFiles } from "./generated-files.ts";
export { ModuleDefinition } from "./module-definition.ts";
export { ModuleSource } from "./module-source.ts";
export { ValidationReport } from "./validation-report.ts";
export { EntityViews, ViewField, ViewModels, Widget } from "./view-models.ts";
