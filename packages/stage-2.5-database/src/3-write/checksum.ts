import { createHash } from "node:crypto";

/** SHA-256 of a text in hexadecimal. Line ends count as LF, so that a checkout with CRLF is the same file. */
export const checksumOf = (text: string): string =>
  createHash("sha256").update(text.replaceAll("\r\n", "\n")).digest("hex");

const carriageReturn = 13;

/** The same of a file's bytes: a large one is not made a text for it. */
export const checksumOfBytes = (bytes: Buffer): string =>
  bytes.includes(carriageReturn)
    ? checksumOf(bytes.toString("utf8"))
    : createHash("sha256").update(bytes).digest("hex");

/** JSON with its keys in a fixed order, for hashing. */
export const canonicalJson = (value: unknown): string =>
  JSON.stringify(value, (_, part: unknown) =>
    part !== null && typeof part === "object" && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );
