import fc from "fast-check";
import { expect, test } from "vitest";
import { hrefOf, parseRoute } from "./route.ts";
import { joinKey, splitKey } from "./wire.ts";

const text = fc.string({ unit: "grapheme", minLength: 1 });

test("every key comes back from its address, whatever its parts hold", () => {
  fc.assert(
    fc.property(fc.array(text, { minLength: 1, maxLength: 3 }), (parts) => {
      expect(splitKey(joinKey(parts))).toEqual(parts);
    }),
  );
});

test("every screen comes back from its address", () => {
  fc.assert(
    fc.property(fc.array(text, { minLength: 1, maxLength: 2 }), fc.constantFrom("detail", "edit"), (parts, screen) => {
      const route = { screen, entity: "sales-order", id: joinKey(parts) } as const;
      expect(parseRoute(hrefOf(route))).toEqual(route);
    }),
  );
  const create = { screen: "create", entity: "contact", initial: { account_id: "a/b?c=d&e#f" } } as const;
  expect(parseRoute(hrefOf(create))).toEqual(create);
});

test.each(["", "#", "#/", "#//new", "nonsense#"])(
  "the address %j leads home or to a list, never to an error",
  (hash) => {
    expect(["home", "list"]).toContain(parseRoute(hash).screen);
  },
);
