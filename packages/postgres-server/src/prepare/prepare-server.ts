import { randomBytes } from "node:crypto";
import { existsSync, lstatSync, realpathSync, rmSync } from "node:fs";
import type { StartOrder } from "../keeper-answer.ts";
import { otherMajor, portConflict } from "../messages.ts";
import type { ServerDirectory, ServerSettings } from "../server-directory.ts";
import { readMajor, readSettings, writeSettings } from "../server-directory.ts";
import { choosePort, isFree } from "./choose-port.ts";
import type { ServerUser } from "./choose-server-user.ts";
import { chooseServerUser } from "./choose-server-user.ts";
import type { Binaries } from "./find-binaries.ts";
import { binariesIn, findBinaries } from "./find-binaries.ts";
import { initialiseDataDirectory } from "./initialise-data-directory.ts";
import { placeBinaries } from "./place-binaries.ts";
import { placeDataDirectory } from "./place-data-directory.ts";
import { placeForDataDirectory, placeForRoot } from "./place-for-root.ts";
import { recoverDataDirectory } from "./recover-data-directory.ts";
import { neutralFolder, programEnvironment } from "./run-program.ts";
import { serverSettings } from "./server-settings.ts";

export interface PrepareOptions {
  readonly major: number;
  readonly port: number | undefined;
  readonly durable: boolean;
  readonly installation: string | undefined;
  readonly notice: (text: string) => void;
}

/** A server that can be started, and how to start it on another port if this one is taken meanwhile. */
export interface PreparedServer {
  readonly order: StartOrder;
  readonly settings: ServerSettings;
  choosePortAgain(): Promise<PreparedServer>;
}

/**
 * Makes everything ready for the keeper to start the server: programs, user, data, port. Only whoever opened the keeper
 * calls this, so nobody else does it for the same directory at the same time. Throws `ServerProblem`.
 */
export async function prepareServer(directory: ServerDirectory, options: PrepareOptions): Promise<PreparedServer> {
  const user = chooseServerUser(directory.data);
  const installed = options.installation ? binariesIn(options.installation) : findBinaries(options.major);
  const binaries = placeBinaries(installed, user, { place: placeForRoot, notice: options.notice });
  const settings = await settleData(directory, { ...options, binaries, user });
  await recoverDataDirectory(realpathSync(directory.data), binaries, user);
  if (settings.portChosenBy === "user" && !(await isFree(settings.port))) throw portConflict(settings.port, "");
  return prepared(directory, settings, { ...options, binaries, user });
}

async function settleData(
  directory: ServerDirectory,
  options: PrepareOptions & { readonly binaries: Binaries; readonly user: ServerUser | undefined },
): Promise<ServerSettings> {
  removeLinkToNothing(directory.data);
  const major = readMajor(directory.data);
  if (major !== undefined && major !== options.major) throw otherMajor(directory.data, major, options.major);
  const before = major === undefined ? undefined : readSettings(directory.data);
  const settings: ServerSettings = {
    password: before?.password ?? randomBytes(18).toString("base64url"),
    ...(await settlePort(before, options.port)),
  };
  if (before === undefined) {
    const place = placeForDataDirectory(directory.path);
    const data = placeDataDirectory(directory.data, options.user, { place, notice: options.notice });
    await initialiseDataDirectory(data, { ...options, settings });
  } else if (settings.port !== before.port || settings.portChosenBy !== before.portChosenBy) {
    writeSettings(directory.data, settings);
  }
  return settings;
}

/** A port that was asked for wins; one that we chose stays while it is free, so that saved URLs keep working. */
async function settlePort(
  before: ServerSettings | undefined,
  asked: number | undefined,
): Promise<Pick<ServerSettings, "port" | "portChosenBy">> {
  if (asked !== undefined) return { port: asked, portChosenBy: "user" };
  if (before === undefined || before.portChosenBy === "user") {
    return { port: await choosePort(), portChosenBy: "build-it" };
  }
  return { port: before.port, portChosenBy: before.portChosenBy };
}

function prepared(
  directory: ServerDirectory,
  settings: ServerSettings,
  options: PrepareOptions & { readonly binaries: Binaries; readonly user: ServerUser | undefined },
): PreparedServer {
  const data = realpathSync(directory.data);
  return {
    settings,
    order: {
      command: options.binaries.postgres,
      args: ["-D", data, ...serverSettings({ port: settings.port, durable: options.durable })],
      cwd: neutralFolder(),
      env: programEnvironment(),
      user: options.user && { uid: options.user.uid, gid: options.user.gid },
      log: directory.log,
      stop:
        process.platform === "win32"
          ? { command: options.binaries.pg_ctl, args: ["stop", "-D", data, "-m", "fast"] }
          : undefined,
      server: { major: options.major, port: settings.port },
    },
    async choosePortAgain() {
      const next: ServerSettings = { ...settings, port: await choosePort() };
      writeSettings(directory.data, next);
      return prepared(directory, next, options);
    },
  };
}

/** What is left when root's data outside the project was deleted by hand, or its making was killed. */
function removeLinkToNothing(data: string): void {
  if (!existsSync(data) && lstatSync(data, { throwIfNoEntry: false })) rmSync(data, { force: true });
}
