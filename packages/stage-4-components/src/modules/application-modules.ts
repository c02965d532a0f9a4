import type { ViewModels } from "@build-it/artifacts";
import type { EntityPlan } from "../entity-plan.ts";
import { literal, propertyName } from "../literal.ts";
import type { Module } from "../module.ts";
import { imports } from "../module.ts";

/** `app.tsx`: the navigation and the screens of all entities. */
export function appModule(views: ViewModels, plans: readonly EntityPlan[]): Module {
  const slugs = new Map(plans.map((plan) => [plan.views.entity, plan.slug]));
  const groups = views.navigation.map(({ title, entities }) => {
    const known = entities.flatMap((entity) => slugs.get(entity) ?? []);
    return `{ title: ${literal(title)}, entities: [${known.map(literal).join(", ")}] },`;
  });
  return {
    path: "app.tsx",
    doc: "The application: its navigation and its screens.",
    imports: [
      ...imports("@build-it/application-kit", ["EntityScreens", "NavigationGroup"], true),
      ...imports("@build-it/application-kit", ["ApplicationShell"]),
      ...plans.flatMap(({ slug, type, value, hasForm, views }) => [
        ...imports(`./components/${slug}-detail.tsx`, [`${type}Detail`]),
        ...(hasForm
          ? imports(`./components/${slug}-form.tsx`, [
              views.form.canCreate && `${type}Creator`,
              views.form.canUpdate && `${type}Editor`,
            ])
          : []),
        ...imports(`./components/${slug}-list.tsx`, [`${type}List`]),
        ...imports(`./entities/${slug}.ts`, [`${value}Words`]),
      ]),
    ],
    declarations: [
      { kind: "constant", name: "title", exported: false, value: literal(views.title) },
      {
        kind: "constant",
        name: "navigation",
        exported: false,
        type: "readonly NavigationGroup[]",
        value: `[\n${groups.join("\n")}\n]`,
      },
      {
        kind: "constant",
        name: "screens",
        exported: false,
        value: `new Map<string, EntityScreens>([\n${plans.map(screensText).join("\n")}\n])`,
      },
      {
        kind: "function",
        name: "App",
        exported: true,
        parameters: [],
        body: ["return <ApplicationShell title={title} navigation={navigation} screens={screens} />;"],
      },
    ],
  };
}

const screensText = ({ slug, type, value, views }: EntityPlan): string =>
  [
    "[",
    `${literal(slug)},`,
    "{",
    `label: ${value}Words.many,`,
    `list: () => <${type}List />,`,
    `detail: (id) => <${type}Detail id={id} />,`,
    ...(views.form.canCreate ? [`create: (initial) => <${type}Creator initial={initial} />,`] : []),
    ...(views.form.canUpdate ? [`edit: (id) => <${type}Editor id={id} />,`] : []),
    "},",
    "],",
  ].join("\n");

/** `server/index.ts`: what the server can do with each entity. */
export const routesModule = (plans: readonly EntityPlan[]): Module => ({
  path: "server/index.ts",
  doc: "What the server can do with each entity, by the entity's part of an address.",
  imports: [
    ...imports("@build-it/application-kit/queries", ["Routes"], true),
    ...imports("../database/database.ts", ["Database"], true),
    ...plans.flatMap(({ slug, value }) => imports(`./${slug}.ts`, [`${value}Routes`])),
  ],
  declarations: [
    {
      kind: "constant",
      name: "routes",
      exported: true,
      type: "Routes<Database>",
      value: `{\n${plans.map(({ slug, value }) => `${propertyName(slug)}: ${value}Routes,`).join("\n")}\n}`,
    },
  ],
});

/** `index.ts`: what the application's own code may use. */
export const indexModule = (plans: readonly EntityPlan[]): Module => ({
  path: "index.ts",
  doc: "What the application's own code may use of the generated.",
  imports: [],
  declarations: [
    { kind: "export", from: "./app.tsx", names: ["App"] },
    ...plans.map(
      ({ slug, type }) =>
        ({ kind: "export", from: `./entities/${slug}.ts`, names: [`${type}Key`, `${type}Row`], types: true }) as const,
    ),
  ],
});
