import { useSyncExternalStore } from "react";

/** Where in the application a person is; the part of the address after `#` says it. */
export type Route =
  | { readonly screen: "home" }
  | { readonly screen: "list"; readonly entity: string }
  | { readonly screen: "create"; readonly entity: string; readonly initial: Readonly<Record<string, string>> }
  | { readonly screen: "detail" | "edit"; readonly entity: string; readonly id: string };

/** `#/account/0190…/edit` -> the edit screen of that account. What is no address of ours leads home. */
export function parseRoute(hash: string): Route {
  const [path = "", parameters = ""] = hash.replace(/^#\/?/, "").split("?", 2);
  const [entity = "", id = "", action = ""] = path.split("/");
  if (entity === "") return { screen: "home" };
  if (id === "") return { screen: "list", entity };
  if (id === "new") {
    return { screen: "create", entity, initial: Object.fromEntries(new URLSearchParams(parameters)) };
  }
  if (!id.startsWith("=")) return { screen: "list", entity };
  return { screen: action === "edit" ? "edit" : "detail", entity, id: id.slice(1) };
}

/** The address of a screen, for a link. A key follows `=`, so that a row called "new" is not the screen for new rows. */
export function hrefOf(route: Route): string {
  switch (route.screen) {
    case "home":
      return "#/";
    case "list":
      return `#/${route.entity}`;
    case "create": {
      const parameters = new URLSearchParams(route.initial).toString();
      return `#/${route.entity}/new${parameters === "" ? "" : `?${parameters}`}`;
    }
    case "detail":
      return `#/${route.entity}/=${route.id}`;
    case "edit":
      return `#/${route.entity}/=${route.id}/edit`;
  }
}

/** What an address says of a new row; other columns than these are not for an address to say. */
export const startOf = <Row>(
  initial: Readonly<Record<string, string>>,
  columns: readonly (keyof Row)[],
): Partial<Row> =>
  Object.fromEntries(
    Object.entries(initial).filter(([name]) => columns.some((column) => column === name)),
  ) as Partial<Row>;

/** Goes to a screen, as a link would. */
export const goTo = (route: Route): void => {
  window.location.hash = hrefOf(route);
};

const subscribe = (listener: () => void): (() => void) => {
  window.addEventListener("hashchange", listener);
  return () => window.removeEventListener("hashchange", listener);
};

/** The screen that the address names now. */
export const useRoute = (): Route => parseRoute(useSyncExternalStore(subscribe, () => window.location.hash));
