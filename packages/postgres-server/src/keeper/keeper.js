// @ts-check
/**
 * The keeper: a small process that outlives commands, owns one PostgreSQL server and stops it when nobody uses it.
 *
 * It is plain JavaScript and uses Node only, because it runs as a script of its own: `node keeper.js <directory>
 * <socket> <highest dead claim>`. The process that starts it (the opener) talks to it over stdin and stdout, everybody
 * else over the socket; a line is a JSON message, see `../keeper-answer.ts`. A connection that said
 * "use" is one user, and so is the opener's stdin: the kernel closes both when their process dies, however it dies.
 */
import { spawn } from "node:child_process";
import { chownSync, closeSync, openSync, renameSync, statSync, writeSync } from "node:fs";
import { createServer } from "node:net";
import { createInterface } from "node:readline";
import { claimDirectory } from "./claim-directory.js";

/** @import { Duplex, Readable } from "node:stream" */
/** @import { ChildProcess } from "node:child_process" */
/** @import { StartOrder, UserMessage, KeeperAnswer } from "../keeper-answer.ts" */

const READY = "database system is ready to accept connections";
const FAST_STOP_LIMIT_MS = 30_000;

// The shell becomes the server, and leaves a watcher that reads the keeper's end of a pipe. A line: all is well, the
// server has gone. End of file: the keeper has died, so the server is stopped. The watcher is a grandchild, because
// PostgreSQL takes the death of a child that it does not know for a crash.
const LIFELINE = 'exec 3<&0; ( { read -r _ <&3 || kill -INT $$; } >/dev/null 2>&1 & ); exec "$@" </dev/null 3<&-';

const [directory = ".", socketName = "", previousClaim = "0"] = process.argv.slice(2);
process.chdir(directory);

/** @type {Set<Duplex>} */
const users = new Set();
/** @type {Set<Duplex>} */
const waiting = new Set();
/** @type {ChildProcess | undefined} */
let server;
/** @type {StartOrder | undefined} */
let order;
/** @type {"starting" | "running" | "stopping"} */
let state = "starting";
let openerPresent = true;
let kept = false;

const door = createServer((connection) => {
  connection.on("error", () => {});
  connection.on("close", () => leaveUser(connection));
  onLine(connection, (/** @type {UserMessage} */ message) => answerUser(connection, message));
});
door.on("error", (error) => {
  process.stderr.write(`${error.message}\n`);
  process.exit(1);
});
door.listen(process.platform === "win32" ? `\\\\.\\pipe\\${socketName}` : socketName, () => {
  giveToOwner(socketName);
  if (!claimDirectory(socketName, Number(previousClaim))) leave();
  else answerOpener({ status: "claimed" });
});

process.stdout.on("error", () => {});
onLine(process.stdin, startServer);
process.stdin.on("close", () => {
  openerPresent = false;
  // Nobody else can start the server: whoever waits for it opens the next keeper, and sees what is wrong for themselves.
  if (server === undefined) leave();
  else stopIfUnused();
});
for (const signal of /** @type {const} */ (["SIGTERM", "SIGINT", "SIGHUP"])) process.on(signal, stopServer);

/**
 * @param {Duplex} connection
 * @param {UserMessage} message
 */
function answerUser(connection, message) {
  switch (message.type) {
    case "use":
      users.add(connection);
      return state === "running" ? answer(connection, ready()) : waiting.add(connection);
    case "keep":
      // A server that is on its way out is not kept: the asker is cut off with it and opens the next.
      if (state !== "stopping") kept = true;
      return state === "running" ? answer(connection, ready()) : waiting.add(connection);
    case "status":
      return answer(connection, { status: state, users: users.size, kept, server: order?.server });
    case "stop":
      kept = false;
      users.delete(connection);
      if (!message.force && (users.size > 0 || (state === "starting" && openerPresent))) {
        return answer(connection, { status: "in_use", users: Math.max(users.size, 1) });
      }
      // No answer: the end of the connection says that the server has stopped.
      return stopServer();
  }
}

/** @param {StartOrder} next */
function startServer(next) {
  if (state === "stopping") return leave();
  order = next;
  rotateLog(next.log);
  const log = openSync(next.log, "a");
  const lifeline = process.platform !== "win32";
  const command = lifeline ? "/bin/sh" : next.command;
  const child = spawn(command, lifeline ? ["-c", LIFELINE, "sh", next.command, ...next.args] : next.args, {
    cwd: next.cwd,
    env: next.env,
    stdio: ["pipe", "ignore", "pipe"],
    windowsHide: true,
    ...(next.user ? { uid: next.user.uid, gid: next.user.gid } : {}),
  });
  server = child;
  let output = "";
  child.stdin?.on("error", () => {});
  child.on("error", (error) => ended(error.message));
  child.stderr?.on("data", (chunk) => {
    writeLog(log, chunk);
    if (state !== "starting") return;
    output += chunk;
    if (output.includes(READY)) started();
  });
  child.on("exit", () => child.stdin?.write("ended\n"));
  child.on("close", () => ended(output));

  /** @param {string} text */
  function ended(text) {
    if (server !== child) return;
    server = undefined;
    closeSync(log);
    // The opener knows what to do about a failed start; without it nobody does.
    if (state === "starting" && openerPresent) answerOpener({ status: "failed", output: text });
    else leave();
  }
}

function started() {
  state = "running";
  answerOpener(ready());
  for (const connection of waiting) answer(connection, ready());
  waiting.clear();
  stopIfUnused();
}

function stopServer() {
  if (state === "stopping") return;
  state = "stopping";
  const child = server;
  if (!child) return leave();
  if (order?.stop) spawn(order.stop.command, order.stop.args, { stdio: "ignore", windowsHide: true });
  else child.kill("SIGINT");
  setTimeout(() => child.kill("SIGQUIT"), FAST_STOP_LIMIT_MS).unref();
}

/** @param {Duplex} connection */
function leaveUser(connection) {
  waiting.delete(connection);
  if (users.delete(connection)) stopIfUnused();
}

function stopIfUnused() {
  if (users.size === 0 && !openerPresent && !(kept && state === "running")) stopServer();
}

/** Ends this process, and with it every connection, once the answers are out. */
function leave() {
  state = "stopping";
  door.close();
  const open = [...waiting, ...users];
  let left = open.length;
  const exit = () => process.exit(0);
  if (left === 0) return exit();
  for (const connection of open) {
    connection.end(() => {
      left -= 1;
      if (left === 0) exit();
    });
  }
  setTimeout(exit, 1000).unref();
}

/** @returns {KeeperAnswer} */
function ready() {
  return { status: "ready", server: /** @type {StartOrder} */ (order).server };
}

/** @param {KeeperAnswer} message */
function answerOpener(message) {
  if (openerPresent) process.stdout.write(`${JSON.stringify(message)}\n`);
}

/**
 * @param {Duplex} connection
 * @param {KeeperAnswer} message
 */
function answer(connection, message) {
  connection.write(`${JSON.stringify(message)}\n`);
}

/**
 * @template Message
 * @param {Readable} stream
 * @param {(message: Message) => void} receive
 */
function onLine(stream, receive) {
  const lines = createInterface({ input: stream });
  lines.on("error", () => {});
  lines.on("line", (line) => receive(JSON.parse(line)));
}

/** Keeps one log back: the one that says why the last server ended. @param {string} log */
function rotateLog(log) {
  try {
    renameSync(log, log.replace(/\.log$/, ".previous.log"));
  } catch {
    // The first start has no log to keep.
  }
}

/** Root may act for the folder's owner, who must be able to knock later on. @param {string} file */
function giveToOwner(file) {
  const { uid, gid } = statSync(".");
  if (process.getuid?.() === 0 && uid !== 0) chownSync(file, uid, gid);
}

/**
 * @param {number} log
 * @param {Buffer} chunk
 */
function writeLog(log, chunk) {
  try {
    writeSync(log, chunk);
  } catch {
    // A full disk must not take the server down with its keeper.
  }
}
