import { expect, test } from "vitest";
import { nameEntity, nameEnum, nameField } from "./name-existing.ts";

test.each([
  ["invoice_lines", "InvoiceLine"],
  ["film_actor", "FilmActor"],
  ["Order Details", "OrderDetail"],
  ["InvoiceLine", "InvoiceLine"],
  ["CUSTOMERS", "Customer"],
  ["2fa_codes", "Entity2faCode"],
  ["Städte", "Stadte"],
  ["表", "Entity"],
])("the table %s is that of %s", (table, entity) => {
  expect(nameEntity(table)).toBe(entity);
});

test.each([
  ["account_id", "accountId"],
  ["line_2", "line_2"],
  ["CustomerID", "customerID"],
  ["2nd", "field2nd"],
  ["constructor", "constructorValue"],
  ["first name", "firstName"],
  ["表", "field"],
])("the column %s is that of %s", (column, field) => {
  expect(nameField(column)).toBe(field);
});

test("a type is an enum's, whatever it is called", () => {
  expect([nameEnum("mpaa_rating"), nameEnum("_mood")]).toEqual(["MpaaRating", "Mood"]);
});
