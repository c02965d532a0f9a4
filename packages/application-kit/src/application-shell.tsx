import type { ReactNode } from "react";
import { hrefOf, useRoute } from "./route.ts";
import { SessionBar } from "./session-bar.tsx";

/** The screens of one entity. */
export interface EntityScreens {
  readonly label: string;
  readonly list: () => ReactNode;
  readonly detail: (id: string) => ReactNode;
  readonly create?: (initial: Readonly<Record<string, string>>) => ReactNode;
  readonly edit?: (id: string) => ReactNode;
}

/** The entities of a part of the application, by their slugs. */
export interface NavigationGroup {
  readonly title: string;
  readonly entities: readonly string[];
}

/** The frame of the application: its name, the session, the navigation, and the screen that the address names. */
export function ApplicationShell({
  title,
  navigation,
  screens,
}: {
  readonly title: string;
  readonly navigation: readonly NavigationGroup[];
  readonly screens: ReadonlyMap<string, EntityScreens>;
}) {
  const route = useRoute();
  const current = route.screen === "home" ? (navigation[0]?.entities[0] ?? "") : route.entity;
  return (
    <div className="application">
      <button type="button" className="skip" onClick={skipToContent}>
        Skip to the content
      </button>
      <header className="top">
        <a className="brand" href={hrefOf({ screen: "home" })}>
          {title}
        </a>
        <SessionBar />
      </header>
      <nav className="side" aria-label="Main">
        {navigation.map((group) => (
          <div key={group.title} className="side-group">
            <h2>{group.title}</h2>
            <ul>
              {group.entities.map((entity) => (
                <li key={entity}>
                  <a
                    href={hrefOf({ screen: "list", entity })}
                    {...(entity === current ? { "aria-current": "page" as const } : {})}
                  >
                    {screens.get(entity)?.label ?? entity}
                  </a>
                </li>
              ))}
            </ul>
          </div>
        ))}
      </nav>
      {/* The key makes a new screen start afresh: no search or message of the last one stays. */}
      <main id="content" tabIndex={-1} key={JSON.stringify(route)}>
        <Screen route={route.screen === "home" ? { screen: "list", entity: current } : route} screens={screens} />
      </main>
    </div>
  );
}

// The address after `#` is the application's, so this cannot be a link.
const skipToContent = (): void => document.getElementById("content")?.focus();

function Screen({
  route,
  screens,
}: {
  readonly route: Exclude<ReturnType<typeof useRoute>, { screen: "home" }>;
  readonly screens: ReadonlyMap<string, EntityScreens>;
}) {
  const entity = screens.get(route.entity);
  const screen = entity === undefined ? null : screenOf(route, entity);
  return screen ?? <p className="state">There is no such page.</p>;
}

function screenOf(route: Exclude<ReturnType<typeof useRoute>, { screen: "home" }>, entity: EntityScreens): ReactNode {
  switch (route.screen) {
    case "list":
      return entity.list();
    case "create":
      return entity.create?.(route.initial) ?? null;
    case "detail":
      return entity.detail(route.id);
    case "edit":
      return entity.edit?.(route.id) ?? null;
  }
}
