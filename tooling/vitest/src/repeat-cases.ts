/**
 * vitest runs this before each test file. Property tests try the same random cases each time, so that `npm test` fails for
 * what was changed and never by chance. `npm run nightly` tries new ones each night: it gives the seed.
 */
import fc from "fast-check";

fc.configureGlobal({ seed: Number(process.env.BUILD_IT_PROPERTY_SEED ?? 1) });
