// Writes files as an author does while `fascicle serve` shows them in Chromium, and checks what the author sees.
//
//   node tests/browser/serve.mjs [--program FILE] [--content DIR] [--rounds N] [--shots DIR]
//
// From save to screen, twenty saves of a narrative file and twenty of observations; the slide, the place, the focus
// and whatever is open stay; faults come over the page in the words of the terminal and go when mended.

import { spawn, spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import axe from "axe-core";
import { NARROW, WIDE, check, end, expect, launch, option, program } from "./common.mjs";

const rounds = Number(option("rounds", "20"));
const shots = option("shots");
const lang = "en";

// A machine at work on other things is slow; what is slower than this is broken.
const BOUND_MS = 1500;
const EDITION = "2024-06_2024-08";

// ---- The author's folder, and the preview of it.

const project = mkdtempSync(join(tmpdir(), "fascicle-serve-"));
cpSync(resolve(option("content", "content")), join(project, "content"), { recursive: true });
const path = (file) => join(project, "content", file);
const text = (file) => readFileSync(path(file), "utf8");

let terminal = "";
let serve;
const said = async (words) => {
  for (let tries = 0; tries < 1000; tries += 1) {
    const found = terminal.match(words);
    if (found) return found;
    await new Promise((done) => setTimeout(done, 10));
  }
  throw new Error(`the terminal does not say ${words}:\n${terminal}`);
};
const begin = async (port) => {
  terminal = "";
  serve = spawn(program, ["serve", "--lang", lang, "--port", String(port)], { cwd: project, stdio: ["ignore", "ignore", "pipe"] });
  serve.stderr.on("data", (data) => (terminal += data));
  return (await said(/http:\/\/127\.0\.0\.1:\d+\//))[0];
};
const stop = () =>
  new Promise((done) => {
    serve.on("exit", (code) => done(code));
    serve.kill("SIGINT");
  });

// ---- The browser.

const browser = await launch();
const address = await begin(0);
const open = async (where, settings = { viewport: WIDE }) => {
  const context = await browser.newContext(settings);
  const page = await context.newPage();
  page.noise = [];
  page.on("console", (message) => page.noise.push(`${message.type()}: ${message.text()}`));
  page.on("pageerror", (error) => page.noise.push(`error: ${error.message}`));
  page.on("request", (request) => {
    if (!request.url().startsWith(address) && !request.url().startsWith("data:")) page.noise.push(request.url());
  });
  await page.goto(address + where, { waitUntil: "load" });
  // Who has this mark has not been loaded anew.
  await page.evaluate(() => (window.same = true));
  // The page has fetched what it compares with.
  await page.waitForTimeout(300);
  return page;
};
const leave = async (page, name) => {
  check(`${name}: quiet on the console, no request to any other host`, page.noise);
  await page.context().close();
};

/** Milliseconds from the save until a frame with the words has been painted. */
async function seen(page, selector, words, save) {
  const arrived = page.evaluate(
    ([selector, words]) =>
      new Promise((done) => {
        const look = () => {
          const found = document.querySelector(selector)?.textContent.includes(words);
          // The frame that is being made shows the words; the next begins when it has been handed over.
          if (found) requestAnimationFrame(() => done(performance.timeOrigin + performance.now()));
          else requestAnimationFrame(look);
        };
        look();
      }),
    [selector, words],
  );
  const before = performance.timeOrigin + performance.now();
  save();
  const patience = new Promise((_, fail) => setTimeout(() => fail(new Error(`“${words}” does not come`)), 20_000).unref());
  return (await Promise.race([arrived, patience])) - before;
}

const until = (page, what, argument) => page.waitForFunction(what, argument, { timeout: 10_000, polling: "raf" });
const onScreen = (page) =>
  page.$$eval("section.slide", (slides) => slides.filter((slide) => slide.checkVisibility()).map((slide) => slide.id).join(" "));

/** What was exchanged bit by bit is the page that is served, but for what its script does to slides. */
async function isAsServed(page, name) {
  const wrong = await page.evaluate(async () => {
    const served = new DOMParser().parseFromString(await (await fetch(location.pathname)).text(), "text/html");
    const plain = (body) => {
      const copy = body.cloneNode(true);
      for (const slide of copy.querySelectorAll(".slide")) slide.removeAttribute("hidden");
      for (const details of copy.querySelectorAll("details")) details.removeAttribute("open");
      for (const own of copy.querySelectorAll("#controls, #said, script[src]")) own.remove();
      copy.normalize();
      return copy;
    };
    const [here, there] = [plain(document.body), plain(served.body)];
    if (here.isEqualNode(there)) return [];
    const [a, b] = [here.outerHTML, there.outerHTML];
    const at = [...a].findIndex((letter, at) => letter !== b[at]);
    return [`found  ${a.slice(at - 60, at + 100)}`, `wanted ${b.slice(at - 60, at + 100)}`];
  });
  check(`${name}: the page is what is served`, wrong);
}

function report(name, times) {
  const sorted = [...times].sort((a, b) => a - b);
  const median = (sorted[Math.floor((sorted.length - 1) / 2)] + sorted[Math.ceil((sorted.length - 1) / 2)]) / 2;
  const [least, most] = [sorted[0], sorted.at(-1)];
  console.log(`${name}: median ${median.toFixed(0)} ms, least ${least.toFixed(0)}, most ${most.toFixed(0)} (${times.length} saves)`);
  check(`${name}: a save is seen`, median <= BOUND_MS ? [] : [`median ${median} ms`]);
}

async function findsNothing(page, name) {
  await page.evaluate(axe.source);
  const found = await page.evaluate(async () => {
    const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
    const { violations } = await window.axe.run(document, { runOnly: tags, resultTypes: ["violations"] });
    return violations.flatMap((rule) => rule.nodes.map((node) => `${rule.id}: ${node.target.join(" ")}: ${rule.help}`));
  });
  check(`${name}: axe-core finds nothing`, found);
}

const shoot = async (page, name) => {
  if (shots) await page.screenshot({ path: join(shots, `${name}.png`) });
};
if (shots) mkdirSync(shots, { recursive: true });

const dialog = (page) =>
  page.evaluate(() => {
    const shadow = document.querySelector("fascicle-live").shadowRoot;
    const shown = shadow.querySelector("dialog").open;
    const badge = shadow.querySelector("aside button");
    return {
      open: shown,
      title: shadow.querySelector("h1").textContent,
      text: shadow.querySelector("pre").textContent,
      focus: shadow.activeElement?.localName,
      badge: badge.hidden ? "" : badge.textContent,
    };
  });
const dialogIs = (page, isOpen) =>
  until(page, (isOpen) => document.querySelector("fascicle-live").shadowRoot.querySelector("dialog").open === isOpen, isOpen);

// ---- What is checked.

async function saveToScreen() {
  const narrative = `editions/${EDITION}/narrative/conclusions.md`;
  const deck = `${EDITION}/slides.html`;
  let page = await open(deck);
  const slide = await page.evaluate(() => {
    const slide = [...document.querySelectorAll(".slide--narrative")].at(-1);
    location.hash = slide.id;
    return slide.id;
  });
  const before = text(narrative);
  const last = before.trimEnd().split("\n").findLast((line) => line.startsWith("- "));
  let times = [];
  for (let round = 1; round <= rounds; round += 1) {
    const words = `salvataggio ${round}.`;
    times.push(await seen(page, `#${slide}`, words, () => writeFileSync(path(narrative), before.replace(last, `${last} ${words}`))));
    await page.waitForTimeout(30);
  }
  report("narrative", times);
  expect("a save of narrative keeps the slide", await onScreen(page), slide);
  expect("a save of narrative keeps its address", new URL(page.url()).hash, `#${slide}`);
  check("a save of narrative does not load the page anew", (await page.evaluate(() => window.same)) ? [] : ["it does"]);

  const observations = `editions/${EDITION}/observations/consenso.yaml`;
  await page.evaluate(() => (location.hash = "figure-consenso"));
  const values = text(observations);
  // Made up; another than every value of the figure and of its axis, and no sentence becomes untrue.
  const others = [44, 45, 46, 47, 48, 49, 51, 52, 53, 54, 55, 56, 57, 58, 59, 60, 61, 62, 63, 64];
  times = [];
  for (let round = 0; round < rounds; round += 1) {
    const value = others[round % others.length];
    times.push(await seen(page, "#figure-consenso .plot--wide", `${value}%`, () => writeFileSync(path(observations), values.replace("Puglia: 69", `Puglia: ${value}`))));
    await page.waitForTimeout(30);
  }
  report("observations", times);
  expect("a save of observations keeps the slide", await onScreen(page), "figure-consenso");
  check("a save of observations does not load the page anew", (await page.evaluate(() => window.same)) ? [] : ["it does"]);

  // As many editors save: a new file in the place of the old.
  times = [];
  for (let round = 0; round < rounds; round += 1) {
    const value = others[(round + 10) % others.length];
    times.push(await seen(page, "#figure-consenso .plot--wide", `${value}%`, () => {
      writeFileSync(path(`${observations}.tmp`), values.replace("Puglia: 69", `Puglia: ${value}`));
      renameSync(path(`${observations}.tmp`), path(observations));
    }));
    await page.waitForTimeout(30);
  }
  report("observations, renamed into place", times);
  await isAsServed(page, "save to screen");
  writeFileSync(path(narrative), before);
  writeFileSync(path(observations), values);
  await until(page, () => document.querySelector("#figure-consenso .plot--wide").textContent.includes("69%"));
  await leave(page, "save to screen");
}

async function placeIsKept() {
  const page = await open(`${EDITION}/index.html`);
  const narrative = "narrative/background.md";
  const observations = `editions/${EDITION}/observations/consenso.yaml`;
  const [prose, values] = [text(narrative), text(observations)];
  const state = () =>
    page.evaluate(() => ({
      top: document.getElementById("figure-consenso").getBoundingClientRect().top,
      open: [...document.querySelectorAll("details")].map((details) => details.open).join(),
      focus: document.activeElement.textContent,
      same: window.same,
    }));
  await page.evaluate(() => {
    const details = document.querySelector("#figure-consenso details");
    details.open = true;
    details.querySelector("summary").focus();
    document.getElementById("figure-consenso").scrollIntoView();
    scrollBy(0, -60);
  });
  const before = await state();
  // Far above what is read, the page grows by a paragraph.
  writeFileSync(path(narrative), prose.replace("\n<!--", "\nUn capoverso in più.\n\n<!--"));
  await until(page, () => document.body.textContent.includes("Un capoverso in più."));
  const after = await state();
  check("the report stays where it is read", Math.abs(after.top - before.top) < 2 ? [] : [`${before.top} became ${after.top}`]);
  expect("tables that are open stay open", after.open, before.open);
  expect("the focus stays", after.focus, before.focus);
  writeFileSync(path(observations), values.replace("Puglia: 69", "Puglia: 68"));
  await until(page, () => document.querySelector("#figure-consenso details").textContent.includes("68%"));
  expect("a table that is open shows new values", (await state()).open, before.open);
  await isAsServed(page, "report");
  check("the report is not loaded anew", after.same ? [] : ["it is"]);
  writeFileSync(path(narrative), prose);
  writeFileSync(path(observations), values);
  await until(page, () => !document.body.textContent.includes("Un capoverso in più."));
  check("the report is back where it was", Math.abs((await state()).top - before.top) < 2 ? [] : ["it is not"]);
  // Entries that change places, come and go all at once.
  const outline = text("outline.yaml");
  const moved = outline.replace("- figure: consenso\n", "").replace("- figure: documenti/table\n", "").replace("- figure: documenti/items\n", "- figure: consenso\n- figure: documenti/items\n");
  for (const entries of [moved, outline]) {
    writeFileSync(path("outline.yaml"), entries);
    await until(page, (has) => !!document.getElementById("figure-documenti-table") === has, entries === outline);
    await isAsServed(page, "report in another order");
    check("a figure that moves keeps its place under the reader", Math.abs((await state()).top - before.top) < 2 ? [] : [`${before.top} became ${(await state()).top}`]);
    expect("and its table open", await page.$eval("#figure-consenso details", (details) => details.open), true);
  }
  await leave(page, "report");
}

async function slidesComeAndGo() {
  const file = `editions/${EDITION}/outline.yaml`;
  const had = existsSync(path(file));
  const outline = had ? text(file) : text("outline.yaml");
  const page = await open(`${EDITION}/slides.html#figure-consenso`);
  const count = await page.$$eval("section.slide", (slides) => slides.length);
  writeFileSync(path(file), outline.replace("- figure: uso_cittadini\n", ""));
  await until(page, (count) => document.querySelectorAll("section.slide").length < count, count);
  await until(page, () => document.querySelector("#place").textContent !== "");
  expect("a slide fewer elsewhere keeps the slide", await onScreen(page), "figure-consenso");
  await isAsServed(page, "a slide fewer");
  writeFileSync(path(file), outline.replace("- figure: consenso\n", ""));
  await until(page, () => !document.getElementById("figure-consenso"));
  await until(page, () => document.querySelector("#place").textContent !== "");
  expect("the slide that goes leaves its place to the next", await onScreen(page), "figure-uso_cittadini");
  writeFileSync(path(file), outline);
  await until(page, (count) => document.querySelectorAll("section.slide").length === count, count);
  await isAsServed(page, "slides as before");
  expect("slides that come keep the slide", await onScreen(page), "figure-uso_cittadini");
  expect("and are counted", await page.textContent("#place"), `${await page.$$eval("section.slide", (s) => 1 + s.findIndex((one) => one.id === "figure-uso_cittadini"))} / ${count}`);
  check("slides come and go without loading anew", (await page.evaluate(() => window.same)) ? [] : ["not so"]);

  // A heading is the slide's address too: it is renamed, and stays.
  const narrative = "narrative/background.md";
  const prose = text(narrative);
  const heading = prose.match(/^# (.*)$/m)[1];
  const id = await page.evaluate((heading) => {
    const slide = [...document.querySelectorAll(".slide")].find((slide) => slide.querySelector("h2")?.textContent === heading);
    location.hash = slide.id;
    return slide.id;
  }, heading);
  writeFileSync(path(narrative), prose.replace(heading, "Altre parole per il titolo"));
  await until(page, () => document.body.textContent.includes("Altre parole per il titolo"));
  expect("a slide with a new heading has a new address", (await onScreen(page)) === id, false);
  expect("and is the one on the screen", new URL(page.url()).hash.slice(1), await onScreen(page));
  check("and is not loaded anew", (await page.evaluate(() => window.same)) ? [] : ["it is"]);
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("ArrowLeft");
  expect("and the keys still find it", new URL(page.url()).hash.slice(1), await onScreen(page));
  writeFileSync(path(narrative), prose);
  await until(page, (heading) => document.body.textContent.includes(heading), heading);

  // The reading view.
  await page.click("#view");
  await page.evaluate(() => {
    document.getElementById("figure-mmg_pls").scrollIntoView();
    document.querySelector("#figure-mmg_pls details").open = true;
    document.getElementById("view").focus();
  });
  const state = () =>
    page.evaluate(() => ({
      top: document.getElementById("figure-mmg_pls").getBoundingClientRect().top,
      open: document.querySelector("#figure-mmg_pls details").open,
      reading: getComputedStyle(document.querySelector(".slide")).position !== "fixed",
      focus: document.activeElement.id,
    }));
  const before = await state();
  writeFileSync(path(file), outline.replace("- figure: uso_cittadini\n", ""));
  await until(page, () => !document.getElementById("figure-uso_cittadini"));
  const after = await state();
  check("the reading view stays where it is read", Math.abs(after.top - before.top) < 3 ? [] : [`${before.top} became ${after.top}`]);
  expect("the reading view stays the view", after.reading, true);
  expect("what is open in it stays open", after.open, true);
  expect("the focus stays in it", after.focus, "view");
  if (had) writeFileSync(path(file), outline);
  else rmSync(path(file));
  await until(page, () => document.getElementById("figure-uso_cittadini"));
  await leave(page, "slides that come and go");
}

/** "2 faults", of the last line. */
const counted = (text) => text.trimEnd().split("\n").at(-1).match(/^\d+ faults?/)?.[0];

async function faultsComeAndGo() {
  const file = `editions/${EDITION}/observations/consenso.yaml`;
  const values = text(file);
  for (const viewport of [WIDE, NARROW]) {
    for (const colorScheme of ["light", "dark"]) {
      const name = `faults ${viewport.width} ${colorScheme}`;
      const page = await open(`${EDITION}/slides.html#figure-consenso`, { viewport, colorScheme });
      writeFileSync(path(file), values.replace("Puglia: 69", "Puglia: 69,5").replace("Lombardia", "Lombradia"));
      await dialogIs(page, true);
      const shown = await dialog(page);
      const terminals = spawnSync(program, ["check", "--lang", lang], { cwd: project, encoding: "utf8" });
      expect(`${name}: the words are those of the terminal`, shown.text, terminals.stderr);
      expect(`${name}: the focus is on them`, shown.focus, "pre");
      expect(`${name}: the last site stands behind`, await page.evaluate(() => document.body.textContent.includes("69%")), true);
      await findsNothing(page, name);
      await shoot(page, `faults-${viewport.width}-${colorScheme}`);
      const wide = await page.evaluate(() => document.scrollingElement.scrollWidth > innerWidth);
      expect(`${name}: nothing scrolls sideways but the text`, wide, false);
      const slide = await onScreen(page);
      await page.keyboard.press("ArrowRight");
      expect(`${name}: keys are for the text`, await onScreen(page), slide);
      await page.keyboard.press("Escape");
      await dialogIs(page, false);
      const hidden = await dialog(page);
      expect(`${name}: hidden, they are still counted`, hidden.badge, counted(shown.text));
      await findsNothing(page, `${name} hidden`);
      await shoot(page, `faults-hidden-${viewport.width}-${colorScheme}`);
      // One is mended: the other comes forward again.
      writeFileSync(path(file), values.replace("Puglia: 69", "Puglia: 69,5"));
      await dialogIs(page, true);
      const fewer = await dialog(page);
      check(`${name}: what is mended is gone`, shown.text.includes("F007") && !fewer.text.includes("F007") ? [] : [fewer.text]);
      expect(`${name}: and the rest is counted`, fewer.badge, counted(fewer.text));
      writeFileSync(path(file), values);
      await dialogIs(page, false);
      expect(`${name}: nothing is left of them`, (await dialog(page)).badge, "");
      expect(`${name}: the slide is kept`, await onScreen(page), slide);
      await leave(page, name);
    }
  }
}

async function warningsAreCounted() {
  const file = `editions/${EDITION}/narrative/conclusions.md`;
  const prose = text(file);
  for (const where of ["slides.html", "index.html"]) {
    const name = `warnings, ${where}`;
    const page = await open(`${EDITION}/${where}`);
    // A number that the data have, typed by hand.
    writeFileSync(path(file), prose.replace(/^- \*\*MMG e PLS\*\*.*$/m, "- Il 94% dei medici"));
    await until(page, () => document.body.textContent.includes("Il 94% dei medici"));
    const found = await dialog(page);
    expect(`${name}: they are counted`, found.badge, "1 warning");
    expect(`${name}: they do not stand over the page`, found.open, false);
    await findsNothing(page, name);
    await shoot(page, `warning-${where}`);
    await page.locator("fascicle-live aside button").click();
    await dialogIs(page, true);
    check(`${name}: their words are at hand`, (await dialog(page)).text.includes("warning[F050]") ? [] : ["they are not"]);
    await page.locator("fascicle-live dialog button").click();
    await dialogIs(page, false);
    writeFileSync(path(file), prose);
    await until(page, () => !document.body.textContent.includes("Il 94% dei medici"));
    expect(`${name}: they are gone`, (await dialog(page)).badge, "");
    await leave(page, name);
  }
}

async function pagesComeAndGo() {
  const page = await open("2024-11/index.html");
  renameSync(path("editions/2024-11"), path("editions/2024-10"));
  await page.waitForURL(address);
  await page.goto(`${address}2024-11/slides.html`);
  await findsNothing(page, "a page that is not there");
  await shoot(page, "absent");
  renameSync(path("editions/2024-10"), path("editions/2024-11"));
  await until(page, () => document.getElementById("deck"));
  expect("a page that comes is shown", new URL(page.url()).pathname, "/2024-11/slides.html");
  // The whole folder goes, and comes back.
  const aside = join(project, "aside");
  renameSync(path(""), aside);
  await dialogIs(page, true);
  check("a folder that is gone is said", (await dialog(page)).text.includes("cannot find the content folder") ? [] : ["it is not"]);
  renameSync(aside, path(""));
  await dialogIs(page, false);
  page.noise = page.noise.filter((line) => !line.includes("404"));
  await leave(page, "pages that come and go");
}

async function stylesFollow() {
  const page = await open(`${EDITION}/index.html`);
  const accent = () => page.evaluate(() => getComputedStyle(document.querySelector("h2")).color);
  const before = await accent();
  mkdirSync(join(project, "themes/verde"), { recursive: true });
  writeFileSync(join(project, "themes/verde/theme.yaml"), 'light:\n  accent: "#14532D"\n');
  const site = text("site.yaml");
  writeFileSync(path("site.yaml"), /^theme:.*$/m.test(site) ? site.replace(/^theme:.*$/m, "theme: verde") : `${site}\ntheme: verde\n`);
  await until(page, () => getComputedStyle(document.querySelector("h2")).color === "rgb(20, 83, 45)");
  writeFileSync(join(project, "themes/verde/theme.yaml"), 'light:\n  accent: "#7C2D12"\n');
  await until(page, () => getComputedStyle(document.querySelector("h2")).color === "rgb(124, 45, 18)");
  check("a theme is followed without loading anew", (await page.evaluate(() => window.same)) ? [] : ["it is not"]);
  writeFileSync(path("site.yaml"), site);
  await until(page, (before) => getComputedStyle(document.querySelector("h2")).color === before, before);
  expect("and left again", await accent(), before);
  await leave(page, "styles");
}

async function thePreviewGoesAndComes() {
  const page = await open(`${EDITION}/slides.html#figure-consenso`);
  const file = `editions/${EDITION}/observations/consenso.yaml`;
  const values = text(file);
  const ended = (hidden) =>
    until(page, (hidden) => document.querySelector("fascicle-live").shadowRoot.querySelector("aside p").hidden === hidden, hidden);
  expect("Ctrl-C ends the preview well", await stop(), 0);
  await ended(false);
  await shoot(page, "ended");
  // It begins with faults: the page keeps what it has, and a new one waits.
  writeFileSync(path(file), values.replace("Puglia: 69", "Puglia: 69,5"));
  await begin(new URL(address).port);
  await ended(true);
  await dialogIs(page, true);
  const waiting = await open("index.html");
  check("with faults at the start, they are the page", (await waiting.textContent("pre")).includes("F016") ? [] : ["they are not"]);
  await findsNothing(waiting, "faults at the start");
  await shoot(waiting, "waiting");
  writeFileSync(path(file), values.replace("Puglia: 69", "Puglia: 67"));
  await until(waiting, () => document.querySelector(".cards"));
  await until(page, () => document.querySelector("#figure-consenso .plot--wide").textContent.includes("67%"));
  expect("the slide is kept", await onScreen(page), "figure-consenso");
  writeFileSync(path(file), values);
  page.noise = waiting.noise = [];
  await leave(waiting, "faults at the start");
  await leave(page, "a preview that ends");
}

try {
  for (const [name, part] of Object.entries({ saveToScreen, placeIsKept, slidesComeAndGo, faultsComeAndGo, warningsAreCounted, pagesComeAndGo, stylesFollow, thePreviewGoesAndComes })) {
    if (!name.includes(option("only", ""))) continue;
    try {
      await part();
    } catch (error) {
      check(`${name}: can be checked`, error.stack.split("\n"));
      console.log(terminal.split("\n").slice(-20).join("\n"));
    }
  }
} finally {
  serve.kill("SIGKILL");
  rmSync(project, { recursive: true, force: true });
}
await end(browser);
