import type { Location, ModelProblem } from "../model-problem.ts";
import { error } from "./words.ts";

/** Messages about access rules. */

export const ownerMissing = (at: Location, entity: string) =>
  error("owner_missing", at, {
    message: `A rule of \`${entity}\` speaks of the owner, but nothing says who that is.`,
    cause: "The owner of a row is the user that one of its fields holds.",
    remedy: "Add `mixins: [owned]`, or `owner:` with the name of a `user` field.",
    subject: entity,
  });

export const ownerNotUser = (at: Location, entity: string, field: string) =>
  error("owner_not_user", at, {
    message: `The owner field \`${field}\` of \`${entity}\` does not hold a user.`,
    remedy: `Write \`${field}: user\`.`,
    subject: entity,
  });

export const userComparison = (at: Location, subject: string) =>
  error("user_comparison", at, {
    message: `\`${subject}\` can only be equal to \`$user\`.`,
    remedy: "Write `{ field: $user }`.",
    subject,
  });

export const userUnfit = (at: Location, subject: string, type: string) =>
  error("user_unfit", at, {
    message: `\`${subject}\` is of type \`${type}\` and cannot be the signed-in user.`,
    remedy: "Compare a field of type `user`.",
    subject,
  });

export const changeWithoutRead = (
  at: Location,
  entity: string,
  to: string,
  changes: readonly string[],
): ModelProblem => ({
  ...error("change_without_read", at, {
    message: `\`${to}\` may ${changes.join(" and ")} rows of \`${entity}\`, but read none of them.`,
    cause: "The database finds the rows to change by reading them, so the rule changes nothing.",
    remedy: `Add \`read\` to what is allowed, or a rule \`allow: read\` for \`${to}\`.`,
    subject: entity,
  }),
  severity: "warning",
});

export const emptyCondition = (at: Location, subject: string) =>
  error("empty_condition", at, {
    message: `\`${subject}\` compares with nothing.`,
    remedy: "Write a value, or `{ in: [one, other] }`, `{ gt: 5 }`, `{ is_null: true }`.",
    subject,
  });
