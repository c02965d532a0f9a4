import { expect, test } from "vitest";
import { redactUrl } from "./redact-url.ts";

test.each([
  ["postgresql://ada:secret@db.example.com:5432/crm", "postgresql://ada:***@db.example.com:5432/crm"],
  ["postgres://ada@db.example.com/crm", "postgres://ada@db.example.com/crm"],
  [
    "postgresql://h/crm?user=ada&password=secret&sslmode=require",
    "postgresql://h/crm?user=ada&password=***&sslmode=require",
  ],
  ["host=db password=secret", "***"],
])("shows %s as %s", (url, shown) => {
  expect(redactUrl(url)).toBe(shown);
});
