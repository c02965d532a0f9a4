/**
 * A program that uses a server until it is told to leave, for tests that need several processes. Prints one line: where
 * the server is, or the code of the problem.
 */
import { argv, stdin, stdout } from "node:process";
import { ServerProblem, useServer } from "../src/index.ts";

try {
  const lease = await useServer(JSON.parse(argv[2] ?? "{}"));
  stdout.write(`${JSON.stringify({ url: lease.urlOf("postgres"), port: lease.port })}\n`);
  stdin.once("end", () => lease.release());
  stdin.resume();
} catch (error) {
  if (!(error instanceof ServerProblem)) throw error;
  stdout.write(`${JSON.stringify({ problem: error.code })}\n`);
}
