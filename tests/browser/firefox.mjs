// Opens a built site in Firefox, Debian's, and checks what another engine could make otherwise than Chromium.
//
//   node tests/browser/firefox.mjs [--output DIR]
//
// Nothing on the console of a page of each kind and no request to any other host; the texts of decks broken into lines as
// in Chromium; the keys of a deck; frames of figures in pages of others, in a sandbox and without, with their faces and
// their notice. FIREFOX and CHROMIUM name other browsers than Debian's.

import { createServer } from "node:http";
import { existsSync, readFileSync, readdirSync, statSync } from "node:fs";
import { extname, join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { firefox } from "./bidi.mjs";
import { WIDE, check, end, expect, launch, option } from "./common.mjs";

const output = resolve(option("output", "output"));
const editions = existsSync(output) ? readdirSync(output).filter((name) => existsSync(join(output, name, "slides.html"))).sort() : [];
if (editions.length === 0) {
  console.log(`There is no site in ${output}: build one first.`);
  process.exit(2);
}
const [oldest, newest] = [editions[0], editions.at(-1)];
const address = (path) => pathToFileURL(join(output, path)).href;

const browser = await firefox(process.env.FIREFOX ?? "/usr/bin/firefox-esr");
let noise = [];
browser.hear(({ method, params }) => {
  if (method === "log.entryAdded") noise.push(`${params.level}: ${params.text}`);
  else if (params.context && !/^(file|data|about|blob):|^http:\/\/(127\.0\.0\.1|localhost):/.test(params.request.url)) noise.push(`request: ${params.request.url}`);
});
/** Checks with `act` what a page does, and that it has kept quiet meanwhile. */
async function visit(name, url, act) {
  noise = [];
  const page = await browser.page(WIDE.width, WIDE.height);
  try {
    await page.go(url);
    await act(page);
  } catch (error) {
    check(`${name}: can be looked at`, [error.stack]);
  }
  await page.close();
  check(`${name}: quiet on the console, no request to any host`, noise);
}

/** The texts of all slides, with a stroke where a line ends. */
async function brokenLines() {
  const slides = [...document.querySelectorAll("main section.slide")];
  for (const slide of slides) slide.hidden = false;
  // A face comes when the first of its words is laid out.
  document.body.getBoundingClientRect();
  await document.fonts.ready;
  return slides.flatMap((slide) => {
    const blocks = new Map();
    const words = document.createTreeWalker(slide, NodeFilter.SHOW_TEXT);
    while (words.nextNode()) {
      const { data, parentElement } = words.currentNode;
      if (parentElement.closest("svg, .unseen") || !parentElement.checkVisibility()) continue;
      const block = parentElement.closest("h2, h3, h4, p, li, td, th, dt, dd, caption") ?? parentElement;
      const found = blocks.get(block) ?? { text: "", left: -1 };
      for (const { 0: word, index } of data.matchAll(/[^ \n]+/g)) {
        const range = document.createRange();
        range.setStart(words.currentNode, index);
        range.setEnd(words.currentNode, index + word.length);
        const rects = [...range.getClientRects()].filter(({ width }) => width > 0);
        if (rects.length === 0) continue;
        found.text += `${rects[0].left < found.left ? " / " : " "}${word}${rects.length > 1 ? `[${rects.length}]` : ""}`;
        found.left = rects.at(-1).left;
      }
      blocks.set(block, found);
    }
    return [...blocks.values()].filter(({ text }) => text).map(({ text }) => `#${slide.id}:${text}`);
  });
}

// ---- Pages, and lines.

const chromium = await launch();
const texts = [];
for (const path of ["index.html", `${newest}/index.html`, `${newest}/figures/consenso/index.html`, `${oldest}/figures/consenso/index.html`, `${oldest}/figures/consenso/frame.html`]) {
  await visit(path, address(path), async (page) => {
    const [wide, room] = await page.evaluate(() => [document.scrollingElement.scrollWidth, document.documentElement.clientWidth]);
    check(`${path}: no sideways scrolling`, wide > room ? [`${wide} px wide in ${room}`] : []);
    expect(`${path}: has the bundled faces`, await page.evaluate(async () => (await document.fonts.ready, [...document.fonts].some((face) => face.status === "loaded"))), true);
  });
}
for (const edition of editions) {
  const path = `${edition}/slides.html`;
  const there = await chromium.newPage({ viewport: WIDE });
  await there.goto(address(path));
  const wanted = await there.evaluate(brokenLines);
  await there.close();
  await visit(path, address(path), async (page) => {
    const found = await page.evaluate(brokenLines);
    expect(`${path}: as many texts as in Chromium`, found.length, wanted.length);
    check(`${path}: lines end where they do in Chromium`, found.flatMap((text, at) => (text === wanted[at] ? [] : [text, `in Chromium ${wanted[at]}`])));
    texts.push(...found);
  });
}
await chromium.close();

// ---- Keys.

const deck = `${newest}/slides.html`;
await visit("keys", address(deck), async (page) => {
  const ids = await page.evaluate(() => [...document.querySelectorAll("main section.slide")].map((slide) => slide.id));
  const run = await page.evaluate(() => document.querySelectorAll("main section.slide:not([data-backup])").length);
  const where = () =>
    page.evaluate(() => [[...document.querySelectorAll("main section.slide")].filter((slide) => slide.checkVisibility()).map((slide) => slide.id).join(), location.hash.slice(1) || "title"].join(" "));
  const at = async (name, index) => expect(name, await where(), `${ids[index]} ${ids[index]}`);
  const settle = () => page.evaluate(() => new Promise((done) => setTimeout(done, 100)));
  const dialogs = () => page.evaluate(() => [...document.querySelectorAll("dialog[open]")].map((one) => one.id).join());
  await at("a deck opens at its first slide", 0);
  await page.press("ArrowRight", "n", "Enter");
  await at("right, N and Enter go on", 3);
  await page.press("ArrowLeft", "PageUp");
  await at("left and PageUp go back", 1);
  await page.click(640, 690);
  await settle();
  await at("a click goes on", 2);
  await page.press("1", "2", "Enter");
  await at("two digits and Enter go to a slide", 11);
  await page.press("End");
  await at("End is the last of the run", run - 1);
  await page.back();
  await settle();
  await at("Back returns", 11);
  await page.press("o", ..."grazie", "Enter");
  await at("the overview finds a title", ids.indexOf("closing"));
  await page.press("b");
  expect("B is black", await dialogs(), "stage-black");
  await page.press("x");
  expect("any key comes back", await dialogs(), "");
  await page.press("?");
  expect("? shows the keys", await dialogs(), "stage-help");
  await page.press("Escape");
  expect("Esc closes them", await dialogs(), "");
  await page.evaluate(() => (location.hash = "#13"));
  await settle();
  await at("#13 is the thirteenth slide", 12);
});

// ---- Frames.

const TYPES = { ".html": "text/html", ".css": "text/css", ".svg": "image/svg+xml", ".json": "application/json" };
const serving = (answer) =>
  new Promise((done) => {
    const server = createServer((request, response) => {
      const [type, body] = answer(new URL(request.url, "http://127.0.0.1/").pathname) ?? [];
      response.writeHead(type ? 200 : 404, { "content-type": `${type ?? "text/plain"}; charset=utf-8` });
      response.end(body ?? "there is nothing here");
    });
    server.listen(0, "127.0.0.1", () => done(server));
  });
const site = await serving((path) => {
  const file = join(output, path);
  return existsSync(file) && statSync(file).isFile() ? [TYPES[extname(file)] ?? "application/octet-stream", readFileSync(file)] : undefined;
});
const frame = (edition, how) => `<iframe ${how} width="640" height="560" src="http://127.0.0.1:${site.address().port}/${edition}/figures/consenso/frame.html"></iframe>`;
const hows = ["", "sandbox=''", "sandbox='allow-scripts'"];
const others = await serving(() => ["text/html", `<!DOCTYPE html><title>Altrove</title>${hows.map((how) => frame(oldest, how) + frame(newest, how)).join("")}`]);
await visit("frames", `http://localhost:${others.address().port}/`, async (page) => {
  await page.evaluate(() => new Promise((done) => setTimeout(done, 500)));
  const frames = await page.frames();
  const figures = frames.filter(({ url }) => url.endsWith("frame.html"));
  expect("all frames are there", figures.length, 2 * hows.length);
  for (const [at, { evaluate, url }] of figures.entries()) {
    const how = `${url.split("/")[3]}, ${hows[at >> 1] || "no sandbox"}`;
    expect(`${how}: has the bundled faces`, await evaluate(async () => (await document.fonts.ready, [...document.fonts].some((face) => face.status === "loaded"))), true);
    const shows = await evaluate(() => !!document.querySelector("object")?.checkVisibility());
    expect(`${how}: ${at % 2 ? "says nothing" : "says that it is old"}`, shows, at % 2 === 0);
  }
  const notices = frames.filter(({ url }) => url.endsWith(`notice.html#${oldest}`));
  expect("a notice in each that is old", notices.length, hows.length);
  for (const { evaluate } of notices) {
    const words = await evaluate(() => document.body.innerText.trim());
    check("with its words", words.startsWith("È uscita un’edizione più recente: ") ? [] : [words]);
  }
});
for (const server of [site, others]) {
  server.closeAllConnections();
  server.close();
}
console.log(`${texts.length} texts of ${editions.length} decks are broken into lines as in Chromium, or listed above`);
await end({ close: browser.end });
