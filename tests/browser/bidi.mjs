// Firefox through WebDriver BiDi: no driver between, only a socket. What firefox.mjs needs of it, and no more.

import { spawn } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import WebSocket from "ws";

const KEYS = { Enter: "\uE007", Escape: "\uE00C", PageUp: "\uE00E", PageDown: "\uE00F", End: "\uE010", Home: "\uE011", ArrowLeft: "\uE012", ArrowUp: "\uE013", ArrowRight: "\uE014", ArrowDown: "\uE015", Tab: "\uE004" };

/** Starts Firefox without a window of its own; `end` ends it. */
export async function firefox(program) {
  const profile = mkdtempSync(join(tmpdir(), "fascicle-firefox-"));
  // Nothing is asked of the network by the browser itself.
  writeFileSync(join(profile, "user.js"), ["app.update.enabled", "datareporting.policy.dataSubmissionEnabled", "browser.safebrowsing.malware.enabled"].map((name) => `user_pref("${name}", false);\n`).join(""));
  const child = spawn(program, ["--headless", "--no-remote", "--profile", profile, "--remote-debugging-port", "0"], { stdio: ["ignore", "ignore", "pipe"] });
  const address = await new Promise((done, fail) => {
    let said = "";
    child.on("error", fail);
    child.on("exit", (code) => fail(new Error(`${program} ends with ${code}:\n${said}`)));
    child.stderr.on("data", (data) => {
      said += data;
      const found = said.match(/WebDriver BiDi listening on (ws:\S+)/);
      if (found) done(found[1]);
    });
  });
  const socket = new WebSocket(`${address}/session`);
  await new Promise((done, fail) => socket.on("open", done).on("error", fail));
  const waiting = new Map();
  const hearing = [];
  socket.on("message", (data) => {
    const message = JSON.parse(data);
    if (message.type === "event") return hearing.forEach((hear) => hear(message));
    const { done, fail } = waiting.get(message.id);
    waiting.delete(message.id);
    if (message.type === "error") fail(new Error(`${message.error}: ${message.message}`));
    else done(message.result);
  });
  let last = 0;
  const ask = (method, params = {}) =>
    new Promise((done, fail) => {
      waiting.set((last += 1), { done, fail });
      socket.send(JSON.stringify({ id: last, method, params }));
    });
  await ask("session.new", { capabilities: {} });
  await ask("session.subscribe", { events: ["log.entryAdded", "network.beforeRequestSent"] });
  return {
    ask,
    hear: (act) => hearing.push(act),
    page: async (width, height) => page(ask, (await ask("browsingContext.create", { type: "tab" })).context, width, height),
    end: async () => {
      const gone = new Promise((done) => child.on("close", done));
      socket.close();
      child.kill();
      await gone;
      rmSync(profile, { recursive: true, force: true });
    },
  };
}

/** A tab: it can be led to addresses, asked, and typed into. */
async function page(ask, context, width, height) {
  await ask("browsingContext.setViewport", { context, viewport: { width, height } });
  const evaluate = async (target, act, all) => {
    const call = `async () => JSON.stringify(await (${act})(...${JSON.stringify(all)}))`;
    const found = await ask("script.callFunction", { functionDeclaration: call, target: { context: target }, awaitPromise: true });
    if (found.type === "exception") throw new Error(found.exceptionDetails.text);
    return found.result.value === undefined ? undefined : JSON.parse(found.result.value);
  };
  return {
    context,
    go: (url) => ask("browsingContext.navigate", { context, url, wait: "complete" }),
    evaluate: (act, ...all) => evaluate(context, act, all),
    /** Keys one after another, and the frame after the last. */
    press: async (...keys) => {
      const actions = keys.flatMap((key) => ["keyDown", "keyUp"].map((type) => ({ type, value: KEYS[key] ?? key })));
      await ask("input.performActions", { context, actions: [{ type: "key", id: "keys", actions }] });
      await evaluate(context, () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))), []);
    },
    click: async (x, y) => {
      const actions = [{ type: "pointerMove", x, y }, { type: "pointerDown", button: 0 }, { type: "pointerUp", button: 0 }];
      await ask("input.performActions", { context, actions: [{ type: "pointer", id: "mouse", actions }] });
    },
    back: () => ask("browsingContext.traverseHistory", { context, delta: -1 }),
    /** The frames in the page, those in frames too. */
    frames: async () => {
      const { contexts } = await ask("browsingContext.getTree", { root: context });
      const all = ({ context, url, children }) => [{ url, evaluate: (act, ...all) => evaluate(context, act, all) }, ...children.flatMap(all)];
      return contexts[0].children.flatMap(all);
    },
    close: () => ask("browsingContext.close", { context }),
  };
}
