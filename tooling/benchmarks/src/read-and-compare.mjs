// node read-and-compare.mjs <url> [fingerprint]: reads the whole schema `public` with the library, and holds it against the
// fingerprint of what it should be. Prints its own fingerprint; ends with 1 where the two differ.
import { fingerprintSchema, introspectSchema } from "@build-it/postgres-schema";
import pg from "pg";

const [connectionString, expected] = process.argv.slice(2);
const [client, beside] = [new pg.Client({ connectionString }), new pg.Client({ connectionString })];
await Promise.all([client.connect(), beside.connect()]);
const introspected = await introspectSchema(client, { schemas: ["public"], dependencies: false, beside });
// The server is done; what was read becomes objects while it closes the sessions.
const closed = Promise.all([client.end(), beside.end()]);
const found = fingerprintSchema(introspected.schema);
console.log(found);
if (expected !== undefined && expected !== found) process.exitCode = 1;
await closed;
