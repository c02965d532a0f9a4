/** What a new application is made of, by path. */
export interface NewApp {
  /** The module's name: `shop`. */
  readonly module: string;
  /** The application's name for people: `Shop`. */
  readonly title: string;
  /** The folder of models, relative to the application: `../../busm`. */
  readonly busm: string;
}

/** The application's files: path -> text. */
export const appTemplates = (
  app: NewApp,
  database: "embedded" | "existing" = "embedded",
): Readonly<Record<string, string>> => ({
  "build-it.config.ts": config(app, environmentsFor[database]),
  "package.json": manifest(app),
  "tsconfig.json": compilerOptions,
  ".gitignore": "src/generated/\ndist/\nrelease/\nrelease.new/\n.build-it/\n",
  "index.html": page(app),
  "src/main.tsx": entry,
  "src/styles.css": styles,
});

/** The model's files: path inside the module's folder -> text. */
export const modelTemplates = (app: NewApp): Readonly<Record<string, string>> => ({
  "module.yaml": `# What the application takes from the model: its parts, and the entities that each works with.
title: ${app.title}

sub_modules:
  main:
    title: ${app.title}
    entities: [Customer]
`,
  "entities/customer.yaml": `# One entity a file. It has a uuid key \`id\` without saying so, and its table is called \`customers\`.
entity: Customer
mixins: [timestamps]          # createdAt and updatedAt, kept by the database

fields:
  # A field is \`name: type\`, or \`name: { type: …, option: … }\` where there is more to say.
  name: { type: string, required: true, max: 100, searchable: true }
  email: email
  status: { type: enum, values: [active, inactive], required: true, default: active }

# What no rule allows is forbidden.
access:
  - allow: all
    to: signed_in
`,
});

const production = `// Only what \`build-it approve --env production\` approved is applied.
    production: { apply: "approved", target: { env: "DATABASE_URL" } },`;

const environmentsFor = {
  embedded: `// What is safe is applied by itself, on a PostgreSQL that BUILD IT starts when it needs one.
    development: { apply: "auto", target: { embedded: true } },
    ${production}`,
  existing: `// The database that the model was imported from: whatever changes it is asked about first.
    development: { apply: "ask", target: { env: "DATABASE_URL" } },`,
};

const config = (
  { module, busm }: NewApp,
  environments: string,
): string => `import { defineConfig } from "@build-it/build-it/config";

export default defineConfig({
  module: "${module}",
  busm: "${busm}",
  postgres: 17,
  environments: {
    ${environments}
  },
});
`;

const manifest = ({ module }: NewApp): string =>
  `${JSON.stringify(
    {
      name: module,
      version: "0.1.0",
      private: true,
      type: "module",
      scripts: {
        apply: "build-it run --to 2.5",
        generate: "build-it receipt --check && build-it generate",
        build: "build-it build",
        typecheck: "tsc --noEmit",
      },
      dependencies: {
        "@build-it/application-kit": "workspace:*",
        kysely: "catalog:",
        react: "catalog:",
        "react-dom": "catalog:",
      },
      devDependencies: {
        "@build-it/build-it": "workspace:*",
        "@build-it/cli": "workspace:*",
        "@types/react": "catalog:",
        "@types/react-dom": "catalog:",
      },
    },
    null,
    2,
  )}\n`;

const compilerOptions = `${JSON.stringify(
  {
    compilerOptions: {
      target: "es2023",
      lib: ["es2023", "dom", "dom.iterable"],
      module: "esnext",
      moduleResolution: "bundler",
      customConditions: ["build-it:source"],
      jsx: "react-jsx",
      strict: true,
      noUncheckedIndexedAccess: true,
      exactOptionalPropertyTypes: true,
      verbatimModuleSyntax: true,
      isolatedModules: true,
      allowImportingTsExtensions: true,
      noUncheckedSideEffectImports: false,
      skipLibCheck: true,
      noEmit: true,
      types: [],
    },
    include: ["src"],
  },
  null,
  2,
)}\n`;

const page = ({ title }: NewApp): string => `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <meta name="color-scheme" content="light dark" />
    <title>${title}</title>
  </head>
  <body>
    <div id="application"></div>
    <script type="module" src="/src/main.tsx"></script>
  </body>
</html>
`;

const entry = `import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { App } from "./generated/index.ts";
import "./styles.css";

const root = document.getElementById("application");
if (root === null) throw new Error("index.html has no element with the id \`application\`");

createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
`;

const styles = `:root {
  color-scheme: light dark;
  font:
    15px / 1.5 system-ui,
    sans-serif;
}

body {
  max-width: 70rem;
  margin: 0 auto;
  padding: 1rem;
}

table {
  width: 100%;
  border-collapse: collapse;
}

th,
td {
  padding: 0.4rem 0.6rem;
  border-bottom: 1px solid color-mix(in srgb, currentcolor 15%, transparent);
  text-align: left;
}
`;
