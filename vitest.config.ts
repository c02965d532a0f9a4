import { defineConfig } from "vitest/config";

const conditions = ["build-it:source"];

export default defineConfig({
  resolve: { conditions },
  ssr: { resolve: { conditions, externalConditions: conditions } },
  test: {
    include: ["{packages,apps,tooling}/*/{src,test}/**/*.test.ts"],
    setupFiles: ["tooling/vitest/src/repeat-cases.ts"],
    exclude: ["**/node_modules/**", "**/dist/**", "**/generated/**"],
    testTimeout: 60_000,
    hookTimeout: 120_000,
    maxWorkers: 2,
    typecheck: { enabled: false },
  },
});
