import { z } from "zod";

const operations = ["create", "read", "update", "delete"] as const;
const Operation = z.enum(operations);

const Value = z.union([z.string(), z.number(), z.boolean()]);
/** The words that compare a field with something, in the order in which conditions are listed. */
export const Comparison = z.strictObject({
  eq: Value.optional(),
  ne: Value.optional(),
  lt: Value.optional(),
  lte: Value.optional(),
  gt: Value.optional(),
  gte: Value.optional(),
  in: z.array(Value).min(1).optional(),
  not_in: z.array(Value).min(1).optional(),
  is_null: z.boolean().optional(),
});
export type Comparison = z.infer<typeof Comparison>;

/** `{ status: published }`, `{ status: { in: [draft, review] } }`, `{ deletedAt: null }`, `{ assigneeId: $user }`. */
const Conditions = z.record(
  z.string(),
  z.union([
    z.null().transform((): Comparison => ({ is_null: true })),
    Value.transform((eq): Comparison => ({ eq })),
    Comparison,
  ]),
);

/** One rule of who may do what with which rows. */
export const AccessRuleFile = z.strictObject({
  allow: z
    .union([
      z.literal("all").transform(() => [...operations]),
      Operation.transform((operation) => [operation]),
      z.array(Operation).min(1),
    ])
    .describe("`all`, or what is allowed: create, read, update, delete."),
  to: z
    .enum(["anyone", "signed_in", "owner", "service"])
    .describe("`anyone`, `signed_in` users, the row's `owner`, or the `service` that the server itself is."),
  when: Conditions.optional().describe("Only rows that are like this."),
  check: Conditions.optional().describe("What the row must be after the change; `when` where absent."),
});
export type AccessRuleFile = z.infer<typeof AccessRuleFile>;

/** Stands for the signed-in user in a condition. */
export const signedInUser = "$user";
