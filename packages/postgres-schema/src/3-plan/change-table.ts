import type { ChangeTable } from "./change-rule.ts";
import { createAggregate, dropAggregate } from "./changes/aggregate/aggregate.ts";
import { changeColumnGenerated } from "./changes/column/change-column-generated.ts";
import { changeColumnIdentity } from "./changes/column/change-column-identity.ts";
import { changeColumnNullable } from "./changes/column/change-column-nullable.ts";
import { changeColumnType } from "./changes/column/change-column-type.ts";
import { changeIdentityOptions } from "./changes/column/change-identity-options.ts";
import { createColumn } from "./changes/column/create-column.ts";
import { dropColumn } from "./changes/column/drop-column.ts";
import { changeComment, createComment, dropComment } from "./changes/comment/comment.ts";
import { changeCompositeAttributes, createComposite, dropComposite } from "./changes/composite/composite.ts";
import { createCheck, validateCheckBelow } from "./changes/constraint/create-check.ts";
import { createForeignKey } from "./changes/constraint/create-foreign-key.ts";
import { createKey } from "./changes/constraint/create-key.ts";
import { dropConstraint } from "./changes/constraint/drop-constraint.ts";
import { enforceForeignKey } from "./changes/constraint/enforce-foreign-key.ts";
import { validateCheck, validateForeignKey } from "./changes/constraint/validate-constraint.ts";
import { changeDefault, createDefault, dropDefault } from "./changes/default/default.ts";
import {
  changeDefaultPrivilege,
  createDefaultPrivilege,
  dropDefaultPrivilege,
} from "./changes/default-privilege/default-privilege.ts";
import { definedRules } from "./changes/defined/defined.ts";
import { changeDomainType } from "./changes/domain/change-domain-type.ts";
import { changeDomainDefault, changeDomainNotNull, createDomain, dropDomain } from "./changes/domain/domain.ts";
import { createDomainCheck, dropDomainCheck, validateDomainCheck } from "./changes/domain/domain-check.ts";
import { changeEnumValues } from "./changes/enum/change-enum-values.ts";
import { createEnum, dropEnum } from "./changes/enum/enum.ts";
import {
  changeEventTriggerEnabled,
  createEventTrigger,
  dropEventTrigger,
} from "./changes/event-trigger/event-trigger.ts";
import { createExclusion } from "./changes/exclusion/create-exclusion.ts";
import { changeExtensionSchema, createExtension, dropExtension } from "./changes/extension/extension.ts";
import { changeForeignServer, createForeignServer, dropForeignServer } from "./changes/foreign/foreign-server.ts";
import { changeColumnOptions, changeTableOptions } from "./changes/foreign/foreign-table.ts";
import { changeForeignWrapper, createForeignWrapper, dropForeignWrapper } from "./changes/foreign/foreign-wrapper.ts";
import { changeUserMapping, createUserMapping, dropUserMapping } from "./changes/foreign/user-mapping.ts";
import { changeFunctionDefinition, createFunction, dropFunction } from "./changes/function/function.ts";
import { createIndex, dropIndex } from "./changes/index/index.ts";
import { createInheritedColumn, dropInheritedColumn } from "./changes/inherited-column/inherited-column.ts";
import {
  changeMaterializedViewOptions,
  changeMaterializedViewPopulated,
  createMaterializedView,
  dropMaterializedView,
} from "./changes/materialized-view/materialized-view.ts";
import {
  changeNotNullInheritance,
  changeNotNullName,
  changeNotNullValidated,
  createNotNull,
  dropNotNull,
} from "./changes/not-null/not-null.ts";
import { changeOwner, createOwner, dropOwner } from "./changes/owner/owner.ts";
import {
  changePartitionPartName,
  createPartitionPart,
  dropPartitionPart,
} from "./changes/partition-part/partition-part.ts";
import { changePolicyExpressions, changePolicyRoles, createPolicy, dropPolicy } from "./changes/policy/policy.ts";
import { changePrivileges, createPrivilege, dropPrivilege } from "./changes/privilege/privilege.ts";
import {
  changePublicationMembers,
  changePublicationOptions,
  createPublication,
  dropPublication,
} from "./changes/publication/publication.ts";
import { changeRuleDefinition, changeRuleEnabled, createRule, dropRule } from "./changes/rule/rule.ts";
import { createSchema, dropSchema } from "./changes/schema/schema.ts";
import { createSequence, dropSequence, sequenceAttributes } from "./changes/sequence/sequence.ts";
import { changeSetting, createSetting, dropSetting } from "./changes/setting/setting.ts";
import { changeStatisticsTarget, createStatistics, dropStatistics } from "./changes/statistics/statistics.ts";
import { changeInherits, changePartitionOf } from "./changes/table/change-parents.ts";
import { changeRowSecurity, changeRowSecurityForced } from "./changes/table/change-row-security.ts";
import { changeUnlogged } from "./changes/table/change-unlogged.ts";
import { createTable } from "./changes/table/create-table.ts";
import { dropTable } from "./changes/table/drop-table.ts";
import {
  changeTextSearchMappings,
  createTextSearchConfiguration,
  dropTextSearchConfiguration,
} from "./changes/text-search/text-search-configuration.ts";
import {
  changeTextSearchOptions,
  createTextSearchDictionary,
  dropTextSearchDictionary,
} from "./changes/text-search/text-search-dictionary.ts";
import { changeTriggerEnabled, createTrigger, dropTrigger } from "./changes/trigger/trigger.ts";
import { createView, dropView } from "./changes/view/view.ts";

/** All that is known about kinds of objects: what each change of each attribute is as SQL. */
export const changeTable = {
  schema: { create: createSchema, drop: dropSchema, attributes: {} },
  extension: { create: createExtension, drop: dropExtension, attributes: { schema: changeExtensionSchema } },
  enum: { create: createEnum, drop: dropEnum, attributes: { values: changeEnumValues } },
  domain: {
    create: createDomain,
    drop: dropDomain,
    attributes: {
      type: changeDomainType,
      typeObject: "ignore",
      collation: changeDomainType,
      notNull: changeDomainNotNull,
      notNullConstraint: changeDomainNotNull,
      default: changeDomainDefault,
      dependsOn: "ignore",
    },
  },
  domain_check: {
    create: createDomainCheck,
    drop: dropDomainCheck,
    attributes: { expression: "replace", validated: validateDomainCheck, dependsOn: "ignore" },
  },
  composite: {
    create: createComposite,
    drop: dropComposite,
    attributes: { attributes: changeCompositeAttributes, dependsOn: "ignore" },
  },
  sequence: { create: createSequence, drop: dropSequence, attributes: sequenceAttributes },
  table: {
    create: createTable,
    drop: dropTable,
    attributes: {
      rowSecurity: changeRowSecurity,
      rowSecurityForced: changeRowSecurityForced,
      unlogged: changeUnlogged,
      partitionBy: "replace",
      partitionUses: "ignore",
      partitionOf: changePartitionOf,
      inherits: changeInherits,
      columnOrder: "ignore",
      fromParents: "ignore",
      requiredItself: "ignore",
      notNullNames: "ignore",
      // The catalog keeps a table's server for good, and its rows are not here.
      foreignServer: "replace",
      foreignOptions: changeTableOptions,
    },
  },
  column: {
    create: createColumn,
    drop: dropColumn,
    attributes: {
      ordinal: "ignore",
      type: changeColumnType,
      typeObject: "ignore",
      collation: changeColumnType,
      nullable: changeColumnNullable,
      notNullName: "ignore",
      identity: changeColumnIdentity,
      identityOptions: changeIdentityOptions,
      generated: changeColumnGenerated,
      virtual: changeColumnGenerated,
      foreignOptions: changeColumnOptions,
      dependsOn: "ignore",
    },
  },
  inherited_column: {
    create: createInheritedColumn,
    drop: dropInheritedColumn,
    attributes: {
      required: "replace",
      notNullName: "ignore",
      default: "replace",
      dependsOn: "ignore",
    },
  },
  not_null: {
    create: createNotNull,
    drop: dropNotNull,
    attributes: {
      name: changeNotNullName,
      validated: changeNotNullValidated,
      noInherit: changeNotNullInheritance,
      dependsOn: "ignore",
    },
  },
  default: { create: createDefault, drop: dropDefault, attributes: { expression: changeDefault, dependsOn: "ignore" } },
  primary_key: {
    create: createKey,
    drop: dropConstraint,
    attributes: { columns: "replace", include: "replace", deferred: "replace", period: "replace" },
  },
  unique: {
    create: createKey,
    drop: dropConstraint,
    attributes: {
      columns: "replace",
      include: "replace",
      nullsNotDistinct: "replace",
      deferrable: "replace",
      initiallyDeferred: "replace",
      period: "replace",
    },
  },
  check: {
    create: createCheck,
    drop: dropConstraint,
    attributes: {
      expression: "replace",
      validated: validateCheck,
      unvalidatedIn: validateCheckBelow,
      // PostgreSQL only alters this of a foreign key.
      notEnforced: "replace",
      noInherit: "replace",
      dependsOn: "ignore",
    },
  },
  foreign_key: {
    create: createForeignKey,
    drop: dropConstraint,
    attributes: {
      columns: "replace",
      references: "replace",
      onDelete: "replace",
      onUpdate: "replace",
      matchFull: "replace",
      deleteColumns: "replace",
      period: "replace",
      deferrable: "replace",
      initiallyDeferred: "replace",
      validated: validateForeignKey,
      notEnforced: enforceForeignKey,
    },
  },
  exclusion: {
    create: createExclusion,
    drop: dropConstraint,
    attributes: { definition: "replace", dependsOn: "ignore" },
  },
  index: {
    create: createIndex,
    drop: dropIndex,
    attributes: {
      table: "replace",
      unique: "replace",
      nullsNotDistinct: "replace",
      method: "replace",
      keys: "replace",
      include: "replace",
      where: "replace",
      valid: "replace",
      dependsOn: "ignore",
    },
  },
  partition_part: {
    create: createPartitionPart,
    drop: dropPartitionPart,
    attributes: { name: changePartitionPartName, usualName: "ignore" },
  },
  statistics: {
    create: createStatistics,
    drop: dropStatistics,
    attributes: { definition: "replace", target: changeStatisticsTarget, dependsOn: "ignore" },
  },
  function: {
    create: createFunction,
    drop: dropFunction,
    attributes: {
      procedure: "replace",
      signature: "replace",
      definition: changeFunctionDefinition,
      rowColumns: changeFunctionDefinition,
      dependsOn: "ignore",
    },
  },
  view: {
    create: createView,
    drop: dropView,
    attributes: {
      definition: "replace",
      options: "replace",
      writtenOptions: "ignore",
      resultColumns: "ignore",
      dependsOn: "ignore",
    },
  },
  aggregate: {
    create: createAggregate,
    drop: dropAggregate,
    attributes: { signature: "replace", options: "replace", dependsOn: "ignore" },
  },
  materialized_view: {
    create: createMaterializedView,
    drop: dropMaterializedView,
    attributes: {
      definition: "replace",
      options: changeMaterializedViewOptions,
      populated: changeMaterializedViewPopulated,
      resultColumns: "ignore",
      dependsOn: "ignore",
    },
  },
  rule: {
    create: createRule,
    drop: dropRule,
    attributes: { definition: changeRuleDefinition, enabled: changeRuleEnabled, dependsOn: "ignore" },
  },
  trigger: {
    create: createTrigger,
    drop: dropTrigger,
    attributes: { definition: "replace", enabled: changeTriggerEnabled, dependsOn: "ignore" },
  },
  policy: {
    create: createPolicy,
    drop: dropPolicy,
    attributes: {
      permissive: "replace",
      command: "replace",
      roles: changePolicyRoles,
      using: changePolicyExpressions,
      check: changePolicyExpressions,
      dependsOn: "ignore",
    },
  },
  privilege: {
    create: createPrivilege,
    drop: dropPrivilege,
    attributes: { privileges: changePrivileges, grantedThrough: "ignore" },
  },
  setting: {
    create: createSetting,
    drop: dropSetting,
    attributes: { value: changeSetting, ordinal: "ignore", dependsOn: "ignore" },
  },
  event_trigger: {
    create: createEventTrigger,
    drop: dropEventTrigger,
    attributes: {
      event: "replace",
      tags: "replace",
      calls: "replace",
      enabled: changeEventTriggerEnabled,
      dependsOn: "ignore",
    },
  },
  publication: {
    create: createPublication,
    drop: dropPublication,
    attributes: {
      allTables: "replace",
      members: changePublicationMembers,
      options: changePublicationOptions,
      dependsOn: "ignore",
    },
  },
  owner: { create: createOwner, drop: dropOwner, attributes: { role: changeOwner } },
  default_privilege: {
    create: createDefaultPrivilege,
    drop: dropDefaultPrivilege,
    attributes: { privileges: changeDefaultPrivilege },
  },
  range: definedRules,
  collation: definedRules,
  conversion: definedRules,
  text_search_parser: definedRules,
  text_search_template: definedRules,
  operator: definedRules,
  operator_class: definedRules,
  operator_family: definedRules,
  cast: definedRules,
  access_method: definedRules,
  text_search_configuration: {
    create: createTextSearchConfiguration,
    drop: dropTextSearchConfiguration,
    attributes: { parser: "replace", mappings: changeTextSearchMappings, dependsOn: "ignore" },
  },
  text_search_dictionary: {
    create: createTextSearchDictionary,
    drop: dropTextSearchDictionary,
    attributes: { template: "replace", options: changeTextSearchOptions, dependsOn: "ignore" },
  },
  foreign_data_wrapper: {
    create: createForeignWrapper,
    drop: dropForeignWrapper,
    attributes: {
      handler: changeForeignWrapper,
      validator: changeForeignWrapper,
      options: changeForeignWrapper,
      dependsOn: "ignore",
    },
  },
  foreign_server: {
    create: createForeignServer,
    drop: dropForeignServer,
    attributes: {
      wrapper: "replace",
      type: "replace",
      version: changeForeignServer,
      options: changeForeignServer,
      dependsOn: "ignore",
    },
  },
  user_mapping: { create: createUserMapping, drop: dropUserMapping, attributes: { options: changeUserMapping } },
  comment: { create: createComment, drop: dropComment, attributes: { text: changeComment } },
} as const satisfies ChangeTable;
