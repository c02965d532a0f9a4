import { existsSync, readFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { z } from "zod";

/** The file that makes a folder an application of BUILD IT. */
export const configFileName = "build-it.config.ts";

const RootPackage = z.object({ buildIt: z.object({ app: z.string() }).optional() });

/**
 * The application that a folder belongs to: the nearest `build-it.config.ts` upward, or, on the way up, the application
 * that a `package.json` names in `buildIt.app`. Undefined where there is none.
 */
export function findApp(folder: string): string | undefined {
  for (let at = resolve(folder); ; at = dirname(at)) {
    if (existsSync(join(at, configFileName))) return at;
    const named = readNamedApp(join(at, "package.json"));
    if (named !== undefined && existsSync(join(at, named, configFileName))) return resolve(at, named);
    if (at === dirname(at)) return undefined;
  }
}

function readNamedApp(packageFile: string): string | undefined {
  if (!existsSync(packageFile)) return undefined;
  try {
    return RootPackage.parse(JSON.parse(readFileSync(packageFile, "utf8"))).buildIt?.app;
  } catch {
    // Somebody else's package.json, broken or not, is no reason to stop looking.
    return undefined;
  }
}
