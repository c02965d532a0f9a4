import { defineConfig } from "@build-it/build-it/config";

/** Which model becomes this application, and the databases that it may be applied to. */
export default defineConfig({
  module: "crm",
  busm: "../../busm",
  postgres: 17,
  environments: {
    development: { apply: "auto", target: { embedded: true } },
    production: { apply: "approved", target: { env: "DATABASE_URL" } },
  },
});
