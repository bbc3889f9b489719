// Opens a built site in Chromium, from the disk, and checks what only a browser can tell.
//
//   node tests/browser/check.mjs [--output DIR] [--shots DIR] [--only TEXT]
//
// Every page, light and dark, wide and narrow: silence on the console, no request to any host, nothing for axe-core,
// no sideways scrolling, no link to nowhere, nothing stored, nothing cut off where the reader spaces letters, words and
// lines. Every deck: keys, addresses, print, reading without JavaScript, and no slide that runs over its edges. CHROMIUM
// names another browser than Debian's.

import { existsSync, mkdirSync, readFileSync, readdirSync } from "node:fs";
import { join, resolve } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { NARROW, WIDE, check, count, end, expect, findsNothing, findsNothingInSlides, launch, onScreen, option, overhear, settled, together } from "./common.mjs";
import { drawnWidths, isWholeWhenSpaced, overTheEdge, spaced } from "./spacing.mjs";

const output = resolve(option("output", "output"));
const shots = option("shots");
const only = option("only", "");

/** Opens a page of the site, checks it with `act`, then that it has kept quiet meanwhile. */
async function visit(browser, name, file, settings, act, before) {
  const context = await browser.newContext(settings);
  if (before) await context.addInitScript(before);
  const page = await context.newPage();
  const noise = [];
  overhear(page, noise);
  await page.goto(pathToFileURL(file).href, { waitUntil: "load" });
  await act(page);
  // A page without scripts stores nothing, and cannot be asked.
  if (settings.javaScriptEnabled !== false) {
    const stored = () => [document.cookie, ...Object.keys(localStorage), ...Object.keys(sessionStorage)].filter(Boolean);
    check(`${name}: stores nothing`, await page.evaluate(stored));
  }
  check(`${name}: quiet on the console, no request to any host`, noise);
  await context.close();
}

async function doesNotScrollSideways(page, name) {
  const wide = await page.evaluate(() => {
    const width = document.documentElement.clientWidth;
    if (document.scrollingElement.scrollWidth <= width) return [];
    const over = [...document.body.querySelectorAll("*")].filter((e) => e.getBoundingClientRect().right > width + 1);
    const named = over.slice(0, 8).map((e) => `${e.tagName.toLowerCase()}.${e.getAttribute("class") ?? ""}`);
    return [`${document.scrollingElement.scrollWidth} px wide in ${width}`, ...named];
  });
  check(`${name}: no sideways scrolling`, wide);
}

/** Every link and address leads to a file of the site, and to an id in it. */
async function linksLead(page, name) {
  const addresses = await page.evaluate(() =>
    [...document.querySelectorAll("[href], [src]")].map((element) => ({
      written: element.getAttribute("href") ?? element.getAttribute("src"),
      whole: element.href?.baseVal ?? element.href ?? element.src,
    })),
  );
  const wrong = [];
  for (const { written, whole } of addresses) {
    if (/^(https?|mailto|data):/.test(written)) continue;
    if (written.startsWith("#")) {
      if (written.length > 1 && !(await page.evaluate((id) => !!document.getElementById(id), decodeURIComponent(written.slice(1)))))
        wrong.push(`${written}: no such id`);
      continue;
    }
    const url = new URL(whole);
    const file = fileURLToPath(new URL(url.pathname, url));
    if (written.startsWith("/")) wrong.push(`${written}: not relative`);
    else if (!file.startsWith(output) || !existsSync(file)) wrong.push(`${written}: no such file`);
    else if (written.endsWith("/")) wrong.push(`${written}: a folder, which does not open from the disk`);
    else if (url.hash && !readFileSync(file, "utf8").includes(`id="${decodeURIComponent(url.hash.slice(1))}"`))
      wrong.push(`${written}: no such id in the file`);
  }
  check(`${name}: links lead somewhere`, wrong);
}

/** Ids of the slides, in order. */
const slideIds = (page) => page.$$eval("section.slide", (slides) => slides.map((slide) => slide.id));

/** How many of them are in the run: the others are kept back, after the end. */
const inRun = (page) => page.$$eval("section.slide:not([data-backup])", (slides) => slides.length);

/** What runs over the edges of a slide, or is cut off inside it. */
function overflow(id) {
  const slide = document.getElementById(id);
  const edge = slide.getBoundingClientRect();
  const isForEarsOnly = (element) => {
    for (let e = element; e && e !== slide; e = e.parentElement) {
      const box = e.getBoundingClientRect();
      if (box.width <= 1.5 && box.height <= 1.5 && getComputedStyle(e).position === "absolute") return true;
    }
    return false;
  };
  const named = (element) => {
    const words = element.textContent.trim().replace(/\s+/g, " ").slice(0, 40);
    return `${element.tagName.toLowerCase()}.${element.getAttribute("class") ?? ""} "${words}"`;
  };
  const wrong = [];
  if (Math.abs(edge.width - 1280) > 1 || Math.abs(edge.height - 720) > 1)
    wrong.push(`the slide is ${edge.width} x ${edge.height}, not 1280 x 720`);
  for (const element of [slide, ...slide.querySelectorAll("*")]) {
    if (!element.checkVisibility({ visibilityProperty: true }) || isForEarsOnly(element)) continue;
    const box = element.getBoundingClientRect();
    if (box.width === 0 || box.height === 0) continue;
    const over = Math.max(edge.left - box.left, edge.top - box.top, box.right - edge.right, box.bottom - edge.bottom);
    if (over > 1) wrong.push(`${named(element)} is ${over.toFixed(1)} px over the edge`);
    const style = element instanceof HTMLElement ? getComputedStyle(element) : null;
    const cuts = style && (style.overflowX !== "visible" || style.overflowY !== "visible");
    if (cuts && (element.scrollHeight > element.clientHeight + 1 || element.scrollWidth > element.clientWidth + 1))
      wrong.push(`${named(element)} cuts off what it holds`);
  }
  // A drawing is laid out for its slide: a smaller one has smaller words than it was drawn with.
  for (const drawing of slide.querySelectorAll(".plot--wide svg")) {
    const part = (drawing.getScreenCTM()?.a ?? 1) / (edge.width / 1280);
    if (part < 0.999) wrong.push(`the drawing is shrunk to ${(part * 100).toFixed(1)}%`);
  }
  // What stands one below the other must not stand one over the other.
  const parts = [...slide.children].filter((e) => {
    const style = getComputedStyle(e);
    return e.checkVisibility({ visibilityProperty: true }) && style.position !== "absolute" && !isForEarsOnly(e);
  });
  for (const [index, part] of parts.entries()) {
    for (const other of parts.slice(index + 1)) {
      const [a, b] = [part.getBoundingClientRect(), other.getBoundingClientRect()];
      const x = Math.min(a.right, b.right) - Math.max(a.left, b.left);
      const y = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
      if (x > 1 && y > 1) wrong.push(`${named(part)} and ${named(other)} overlap by ${y.toFixed(1)} px`);
    }
  }
  return wrong;
}

/** Words of a slide that stand under the controls. */
function underControls(id) {
  const control = document.getElementById("controls").getBoundingClientRect();
  const words = document.createTreeWalker(document.getElementById(id), NodeFilter.SHOW_TEXT);
  const covered = [];
  while (words.nextNode()) {
    const range = document.createRange();
    range.selectNodeContents(words.currentNode);
    const isOver = ({ left, top, right, bottom, width }) =>
      width > 0 && left < control.right && right > control.left && top < control.bottom && bottom > control.top;
    if ([...range.getClientRects()].some(isOver)) covered.push(`"${words.currentNode.data.trim().slice(0, 60)}"`);
  }
  return covered;
}

/** Who spaces text as WCAG 1.4.12 says still reads all of it, and drawings stay as they are. */
async function holdsWhenSpaced(page, name) {
  const before = await page.evaluate(drawnWidths);
  await page.evaluate(spaced);
  await settled(page);
  check(`${name}, spaced: all can be read`, await page.evaluate(isWholeWhenSpaced));
  const after = await page.evaluate(drawnWidths);
  check(`${name}, spaced: drawings stay`, after.filter((line, at) => line !== before[at]));
  await shoot(page, `${name}-spaced`, true);
}

async function shoot(page, name, fullPage = false) {
  if (shots) await page.screenshot({ path: join(shots, `${name.replaceAll("/", "-")}.png`), fullPage });
}

/** A page for reading: the home, a report, what changed. */
async function checkPage(browser, name, file) {
  for (const colorScheme of ["light", "dark"]) {
    for (const viewport of [WIDE, NARROW]) {
      const variant = `${name} ${colorScheme} ${viewport.width}`;
      await visit(browser, variant, file, { viewport, colorScheme }, async (page) => {
        await doesNotScrollSideways(page, variant);
        // Only contrast depends on colours, and all words are looked at when the tables are open.
        if (colorScheme === "light") await findsNothing(page, variant, { contrast: false });
        if (colorScheme === "light" && viewport === WIDE) await linksLead(page, variant);
        await page.$$eval("details", (all) => all.forEach((details) => (details.open = true)));
        await doesNotScrollSideways(page, `${variant}, tables open`);
        await findsNothing(page, `${variant}, tables open`);
        await shoot(page, `${name}-${viewport.width}-${colorScheme}`, true);
        if (colorScheme === "light") await holdsWhenSpaced(page, variant);
      });
    }
  }
}

async function checkDeck(browser, name, file) {
  let ids = [];

  await visit(browser, `${name} keys`, file, { viewport: WIDE }, async (page) => {
    ids = await slideIds(page);
    check(`${name}: has slides, each with an address`, ids.length > 1 && ids.every(Boolean) ? [] : [`ids: ${ids}`]);
    check(`${name}: no address twice`, ids.filter((id, index) => ids.indexOf(id) !== index));
    await linksLead(page, name);
    expect(`${name}: opens at the first slide`, String(await onScreen(page)), ids[0]);
    const last = (await inRun(page)) - 1;
    const steps = [
      ["ArrowRight", 1], ["ArrowRight", 2], ["ArrowLeft", 1], ["PageDown", 2], ["PageUp", 1], ["Space", 2],
      ["End", last], ["ArrowRight", last], ["PageUp", last - 1], ["Home", 0], ["ArrowLeft", 0],
    ];
    for (const [key, at] of steps) {
      await page.keyboard.press(key);
      await settled(page);
      expect(`${name}: ${key} shows slide ${at + 1}`, String(await onScreen(page)), ids[at]);
      expect(`${name}: ${key} leaves the address of slide ${at + 1}`, decodeURIComponent(new URL(page.url()).hash.slice(1)), ids[at]);
    }
  });

  await visit(browser, `${name} addresses`, file, { viewport: WIDE }, async (page) => {
    const address = pathToFileURL(file).href;
    const last = ids[(await inRun(page)) - 1];
    await page.evaluate((hash) => (location.hash = hash), ids[1]);
    await settled(page);
    await page.goBack();
    await settled(page);
    expect(`${name}: back to no address is back to the first slide`, String(await onScreen(page)), ids[0]);
    await page.keyboard.press("End");
    await page.click("#view");
    await page.click("#view");
    await settled(page);
    expect(`${name}: the reading view and back keeps the last slide`, String(await onScreen(page)), last);
    await page.goto("about:blank");
    await page.goto(`${address}#%E0`, { waitUntil: "load" });
    await settled(page);
    expect(`${name}: an address that is none opens the first slide`, String(await onScreen(page)), ids[0]);
  });

  for (const colorScheme of ["light", "dark"]) {
    const variant = `${name} ${colorScheme}`;
    await visit(browser, variant, file, { viewport: WIDE, colorScheme }, async (page) => {
      for (const [index, id] of ids.entries()) {
        const slide = `${variant}, slide ${index + 1} #${id}`;
        await page.evaluate((hash) => (location.hash = hash), id);
        await settled(page);
        expect(`${slide}: its address shows it alone`, String(await onScreen(page)), id);
        check(`${slide}: stays within its edges`, await page.evaluate(overflow, id));
        check(`${slide}: no words under the controls`, await page.evaluate(underControls, id));
        await shoot(page, `${name}-${String(index + 1).padStart(2, "0")}-${id}-${colorScheme}`);
      }
      await findsNothing(page, `${variant}, on the stage`);
      // As on paper all slides stand one below the other, each as on the stage: what axe-core does once for all of them
      // takes it no longer than what it does for one.
      await page.keyboard.press("p");
      await settled(page);
      await findsNothingInSlides(page, ids, variant);
      if (colorScheme === "dark") return;
      await page.keyboard.press("Escape");
      await page.evaluate(spaced);
      for (const id of ids) {
        await page.evaluate((hash) => (location.hash = hash), id);
        await settled(page);
        const wrong = [...(await page.evaluate(overTheEdge, id)), ...(await page.evaluate(isWholeWhenSpaced))];
        check(`${variant}, #${id}, spaced: all can be read`, wrong);
        await shoot(page, `${name}-${id}-spaced`);
      }
    }, () => (window.print = () => {}));
  }

  for (const colorScheme of ["light", "dark"]) {
    const variant = `${name} ${colorScheme} ${NARROW.width}`;
    await visit(browser, variant, file, { viewport: NARROW, colorScheme }, async (page) => {
      await doesNotScrollSideways(page, variant);
      await findsNothing(page, variant);
      await shoot(page, `${name}-${NARROW.width}-${colorScheme}`);
      if (colorScheme === "light") await holdsWhenSpaced(page, variant);
    });
  }

  for (const viewport of [WIDE, NARROW]) {
    const variant = `${name} without JavaScript ${viewport.width}`;
    await visit(browser, variant, file, { viewport, javaScriptEnabled: false }, async (page) => {
      // The further slides of a figure are nothing here: its first has all of it.
      const hidden = await page.$$eval("section.slide:not(.slide--continued)", (slides) =>
        slides.filter((e) => !e.checkVisibility({ visibilityProperty: true }) || e.getBoundingClientRect().height < 20).map((e) => `#${e.id}`),
      );
      check(`${variant}: all slides can be read`, hidden);
      const tops = await page.$$eval("section.slide:not(.slide--continued)", (slides) => slides.map((e) => e.getBoundingClientRect().top));
      check(`${variant}: in one column`, tops.every((top, i) => i === 0 || top > tops[i - 1]) ? [] : [`tops: ${tops}`]);
      await doesNotScrollSideways(page, variant);
      await shoot(page, `${name}-plain-${viewport.width}`, true);
    });
  }

  await visit(browser, `${name} print`, file, { viewport: WIDE }, async (page) => {
    const path = shots && join(shots, `${name.replaceAll("/", "-")}.pdf`);
    const pdf = await page.pdf({ preferCSSPageSize: true, printBackground: true, path });
    const pages = pdf.toString("latin1").match(/\/Type\s*\/Page\b/g)?.length ?? 0;
    expect(`${name}: prints one page a slide`, pages, ids.length);
  });
}

/** A figure alone, as frames of other pages show it. */
async function checkFrame(browser, name, file) {
  for (const colorScheme of ["light", "dark"]) {
    for (const viewport of [WIDE, NARROW]) {
      const variant = `${name} ${colorScheme} ${viewport.width}`;
      await visit(browser, variant, file, { viewport, colorScheme, javaScriptEnabled: true }, async (page) => {
        await doesNotScrollSideways(page, variant);
        await findsNothing(page, variant);
        if (colorScheme === "light" && viewport === WIDE) await linksLead(page, variant);
        await shoot(page, `${name}-${viewport.width}-${colorScheme}`, true);
        if (colorScheme === "light") await holdsWhenSpaced(page, variant);
      });
    }
  }
}

/** A chart by itself, as somebody who copies the file will meet it. */
async function checkFigure(browser, name, file) {
  await visit(browser, name, file, { viewport: WIDE }, async (page) => {
    const wrong = await page.evaluate(() => {
      const svg = document.documentElement;
      const named = svg.getAttribute("role") === "img" && svg.querySelector("title")?.textContent && svg.querySelector("desc")?.textContent;
      const box = svg.viewBox.baseVal;
      const over = [...svg.querySelectorAll("text")].filter((text) => {
        const { left, top, right, bottom } = text.getBoundingClientRect();
        const frame = svg.getBoundingClientRect();
        return left < frame.left - 1 || top < frame.top - 1 || right > frame.right + 1 || bottom > frame.bottom + 1;
      });
      return [
        ...(named ? [] : ["no role, title or description"]),
        ...(box.width > 0 ? [] : ["no viewBox"]),
        ...over.map((text) => `cut off: "${text.textContent}"`),
      ];
    });
    check(`${name}: has its words, and none is cut off`, wrong);
    await shoot(page, name);
  });
}

if (!existsSync(join(output, "index.html"))) {
  console.log(`There is no site in ${output}: build one first.`);
  process.exit(2);
}
if (shots) mkdirSync(shots, { recursive: true });
const browser = await launch();
const editions = readdirSync(output, { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && existsSync(join(output, entry.name, "slides.html")))
  .map((entry) => entry.name)
  .sort();
check("the site has editions", editions.length > 0 ? [] : ["none found"]);
const jobs = [["home", checkPage, "index.html"]];
for (const edition of editions) {
  jobs.push([`${edition}/report`, checkPage, `${edition}/index.html`], [`${edition}/slides`, checkDeck, `${edition}/slides.html`]);
  if (existsSync(join(output, edition, "changes.html")))
    jobs.push([`${edition}/changes`, checkPage, `${edition}/changes.html`]);
  // The talk for a territory; its cuts are its slides in another order.
  const territories = join(output, edition, "for");
  for (const territory of existsSync(territories) ? readdirSync(territories).sort() : [])
    jobs.push([`${edition}/for/${territory}`, checkDeck, `${edition}/for/${territory}/slides.html`]);
  const figures = join(output, edition, "figures");
  for (const figure of existsSync(figures) ? readdirSync(figures).sort() : [])
    jobs.push([`${edition}/figures/${figure}`, checkFigure, `${edition}/figures/${figure}/${figure}.svg`]);
}
// The pages of figures are alike, but for the drawing and the table: one of each make, and one of an older edition.
// What embed.mjs measures of frames it measures of all.
const makes = ["consenso", "documenti-table", "change-uso_cittadini"].map((figure) => `latest/figures/${figure}`);
for (const folder of [...makes, `${editions[0]}/figures/consenso`]) {
  if (!existsSync(join(output, folder))) continue;
  jobs.push([`${folder}/page`, checkPage, `${folder}/index.html`], [`${folder}/frame`, checkFrame, `${folder}/frame.html`]);
}
const job = ([name, run, path]) => async () => {
  const before = Date.now();
  try {
    await run(browser, name, join(output, path));
  } catch (error) {
    check(`${name}: can be checked`, [error.message]);
  }
  console.log(`${name}: ${((Date.now() - before) / 1000).toFixed(1)} s, ${count.passed} passed, ${count.failed} failed so far`);
};
// Decks take longest: what is long comes first, so that nothing waits for it at the end.
const wanted = jobs.filter(([name]) => name.includes(only)).sort((a, b) => (b[1] === checkDeck) - (a[1] === checkDeck));
await together(wanted.map(job));
await end(browser);
