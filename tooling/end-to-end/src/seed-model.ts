/** The seed's CRM model, step by step: what each iteration's files say. */

const module = (entities: string): string => `title: CRM
sub_modules:
  customers: { title: Customers, entities: [${entities}] }
`;

const access = `access:
  - { allow: all, to: signed_in }
`;

const account = (fields = ""): string => `entity: Account
fields:
  name: { type: string, required: true, max: 100 }
  type: { type: enum, values: [customer, partner] }
  status: { type: enum, values: [active, inactive], required: true, default: active }
${fields}${access}`;

const location = `entity: Location
mixins: [timestamps]
fields:
  accountId: { type: reference, to: Account, required: true, on_delete: cascade }
  address: text
  city: { type: string, max: 100 }
  state: { type: string, max: 50 }
${access}`;

const territory = `entity: Territory
fields:
  name: { type: string, required: true, max: 100 }
${access}`;

const phone = "  phone: { type: string, max: 20 }\n";

/** Iteration 1: Account. */
export const withAccount = { "module.yaml": module("Account"), "entities/account.yaml": account() };

/** Iteration 2: + Location. */
export const withLocation = { "module.yaml": module("Account, Location"), "entities/location.yaml": location };

/** Iteration 3: + Account.phone. */
export const withPhone = { "entities/account.yaml": account(phone) };

/** Iteration 4, the control panel's example: a new table, and a column on an old one that refers to it. */
export const withTerritory = {
  "module.yaml": module("Account, Location, Territory"),
  "entities/territory.yaml": territory,
  "entities/account.yaml": account(`${phone}  territoryId: -> Territory\n`),
};

/** The account's file with more fields. */
export const modelOfAccount = account;
