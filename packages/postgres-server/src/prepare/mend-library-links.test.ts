import { mkdirSync, mkdtempSync, readlinkSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { mendLibraryLinks } from "./mend-library-links.ts";

/** An installation whose link `libx.so.6` was never made. */
function makeInstallation(): { readonly home: string; readonly link: string } {
  const folder = mkdtempSync(join(tmpdir(), "build-it-links-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const home = join(folder, "native");
  mkdirSync(join(home, "lib"), { recursive: true });
  writeFileSync(join(home, "lib", "libx.so.6.17"), "");
  writeFileSync(
    join(home, "pg-symlinks.json"),
    JSON.stringify([{ source: "native/lib/libx.so.6.17", target: "native/lib/libx.so.6" }]),
  );
  return { home, link: join(home, "lib", "libx.so.6") };
}

test("makes a link that an install script should have made", () => {
  const { home, link } = makeInstallation();
  mendLibraryLinks(home);
  mendLibraryLinks(home);
  expect(readlinkSync(link)).toBe("libx.so.6.17");
});

test("replaces a link to nothing", () => {
  const { home, link } = makeInstallation();
  symlinkSync("gone", link);
  mendLibraryLinks(home);
  expect(readlinkSync(link)).toBe("libx.so.6.17");
});

test("says which link is missing when it cannot be made", () => {
  const { home, link } = makeInstallation();
  // A file in the place of the folder stops root too, whom permissions do not.
  rmSync(join(home, "lib"), { recursive: true });
  writeFileSync(join(home, "lib"), "");
  expect(() => mendLibraryLinks(home)).toThrow(link);
});

test("leaves an installation without a list alone", () => {
  expect(() => mendLibraryLinks(tmpdir())).not.toThrow();
});
