/**
 * Stands in for the `build-it` command, file for file: the model is `busm/model.txt`, an iteration a file under
 * `database/`, the database a file that the tests may break. Each call writes its name into `calls`.
 */
import { appendFileSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";

/** @param {string} file */
const read = (file) => (existsSync(file) ? readFileSync(file, "utf8") : "");
/**
 * @param {string} file
 * @param {string} text
 */
const write = (file, text) => {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
};
/** @param {number} exitCode */
const fail = (exitCode) => process.exit(exitCode);

const model = "../../busm/model.txt";
const migrations = "database/migrations";
const snapshot = "database/snapshot.txt";
const receipt = ".build-it/receipt.json";
const liveDatabase = "../../live-database.txt";

/** @type {Record<string, () => unknown>} */
const commands = {
  "run --to 2.5": () => {
    rmSync(receipt, { force: true });
    if (read(model) !== read(snapshot)) {
      mkdirSync(migrations, { recursive: true });
      write(`${migrations}/00${readdirSync(migrations).length + 1}.sql`, read(model));
      write(snapshot, read(model));
    }
    if (read(liveDatabase) === "broken by hand") fail(4);
    if (read(liveDatabase) === "asks") fail(3);
    write(liveDatabase, read(snapshot));
    write(receipt, JSON.stringify({ schema: read(snapshot) }));
  },
  "receipt --check": () => existsSync(receipt) || fail(4),
  generate: () => write("src/generated/types.txt", `types of ${read(snapshot)}`),
  build: () => {
    if (!existsSync(receipt)) fail(4);
    write("dist/application.txt", `application of ${read("src/generated/types.txt")}`);
  },
};

const name = process.argv.slice(2).join(" ");
appendFileSync("../../calls", `${name}\n`);
const command = commands[name];
if (command === undefined) fail(64);
command?.();
