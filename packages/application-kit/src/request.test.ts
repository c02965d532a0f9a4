import { createServer, type RequestListener, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, expect, test, vi } from "vitest";
import { load } from "./request.ts";

let server: Server;
afterEach(() => {
  vi.restoreAllMocks();
  server.closeAllConnections();
  server.close();
});

async function serve(listener: RequestListener): Promise<string> {
  server = createServer(listener);
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
}

test("whoever stops waiting in the midst of an answer is not given half of one", async () => {
  const cancel = new AbortController();
  const url = await serve((_, response) => {
    response.writeHead(200, { "content-type": "application/json" });
    response.write('{"rows":');
  });
  const { fetch } = globalThis;
  vi.spyOn(globalThis, "fetch").mockImplementation(async (...request) => {
    const begun = await fetch(...request);
    queueMicrotask(() => cancel.abort());
    return begun;
  });
  await expect(load(url, cancel.signal)).rejects.toMatchObject({ name: "AbortError" });
});

test("an answer that is no JSON is a failure", async () => {
  const url = await serve((_, response) => response.end("<html>"));
  await expect(load(url)).rejects.toMatchObject({ problem: { title: "The answer of the server broke off." } });
});

test("a refusal that says nothing is one all the same", async () => {
  const url = await serve((_, response) => response.writeHead(502).end("Bad gateway"));
  await expect(load(url)).rejects.toMatchObject({ problem: { status: 502, title: "Something went wrong." } });
});
