import type { ChangeTable } from "./change-rule.ts";
import { changeColumnGenerated } from "./changes/column/change-column-generated.ts";
import { changeColumnIdentity } from "./changes/column/change-column-identity.ts";
import { changeColumnNullable } from "./changes/column/change-column-nullable.ts";
import { changeColumnType } from "./changes/column/change-column-type.ts";
import { createColumn } from "./changes/column/create-column.ts";
import { dropColumn } from "./changes/column/drop-column.ts";
import { changeComment, createComment, dropComment } from "./changes/comment/comment.ts";
import { createCheck } from "./changes/constraint/create-check.ts";
import { createForeignKey } from "./changes/constraint/create-foreign-key.ts";
import { createKey } from "./changes/constraint/create-key.ts";
import { dropConstraint } from "./changes/constraint/drop-constraint.ts";
import { validateCheck, validateForeignKey } from "./changes/constraint/validate-constraint.ts";
import { changeDefault, createDefault, dropDefault } from "./changes/default/default.ts";
import { changeEnumValues } from "./changes/enum/change-enum-values.ts";
import { createEnum, dropEnum } from "./changes/enum/enum.ts";
import { changeExtensionSchema, createExtension, dropExtension } from "./changes/extension/extension.ts";
import { changeFunctionDefinition, createFunction, dropFunction } from "./changes/function/function.ts";
import { createIndex, dropIndex } from "./changes/index/index.ts";
import { changePolicyExpressions, changePolicyRoles, createPolicy, dropPolicy } from "./changes/policy/policy.ts";
import { changePrivileges, createPrivilege, dropPrivilege } from "./changes/privilege/privilege.ts";
import { createSchema, dropSchema } from "./changes/schema/schema.ts";
import { changeSequence, createSequence, dropSequence } from "./changes/sequence/sequence.ts";
import { changeRowSecurity, changeRowSecurityForced } from "./changes/table/change-row-security.ts";
import { changeUnlogged } from "./changes/table/change-unlogged.ts";
import { createTable } from "./changes/table/create-table.ts";
import { dropTable } from "./changes/table/drop-table.ts";
import { changeTriggerEnabled, createTrigger, dropTrigger } from "./changes/trigger/trigger.ts";
import { createView, dropView } from "./changes/view/view.ts";

/** All that is known about kinds of objects: what each change of each attribute is as SQL. */
export const changeTable = {
  schema: { create: createSchema, drop: dropSchema, attributes: {} },
  extension: { create: createExtension, drop: dropExtension, attributes: { schema: changeExtensionSchema } },
  enum: { create: createEnum, drop: dropEnum, attributes: { values: changeEnumValues } },
  sequence: {
    create: createSequence,
    drop: dropSequence,
    attributes: {
      type: changeSequence,
      start: changeSequence,
      increment: changeSequence,
      minimum: changeSequence,
      maximum: changeSequence,
      cache: changeSequence,
      cycle: changeSequence,
      ownedBy: changeSequence,
    },
  },
  table: {
    create: createTable,
    drop: dropTable,
    attributes: {
      rowSecurity: changeRowSecurity,
      rowSecurityForced: changeRowSecurityForced,
      unlogged: changeUnlogged,
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
      identity: changeColumnIdentity,
      generated: changeColumnGenerated,
      dependsOn: "ignore",
    },
  },
  default: { create: createDefault, drop: dropDefault, attributes: { expression: changeDefault, dependsOn: "ignore" } },
  primary_key: { create: createKey, drop: dropConstraint, attributes: { columns: "replace" } },
  unique: {
    create: createKey,
    drop: dropConstraint,
    attributes: {
      columns: "replace",
      nullsNotDistinct: "replace",
      deferrable: "replace",
      initiallyDeferred: "replace",
    },
  },
  check: {
    create: createCheck,
    drop: dropConstraint,
    attributes: { expression: "replace", validated: validateCheck, dependsOn: "ignore" },
  },
  foreign_key: {
    create: createForeignKey,
    drop: dropConstraint,
    attributes: {
      columns: "replace",
      references: "replace",
      onDelete: "replace",
      onUpdate: "replace",
      deferrable: "replace",
      initiallyDeferred: "replace",
      validated: validateForeignKey,
    },
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
  function: {
    create: createFunction,
    drop: dropFunction,
    attributes: {
      procedure: "replace",
      signature: "replace",
      definition: changeFunctionDefinition,
      dependsOn: "ignore",
    },
  },
  view: {
    create: createView,
    drop: dropView,
    attributes: { definition: "replace", options: "replace", resultColumns: "ignore", dependsOn: "ignore" },
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
  privilege: { create: createPrivilege, drop: dropPrivilege, attributes: { privileges: changePrivileges } },
  comment: { create: createComment, drop: dropComment, attributes: { text: changeComment } },
} as const satisfies ChangeTable;
