// What the checks in a browser share: options, counting, the browser, silence, axe-core, spaced text.

import { availableParallelism } from "node:os";
import { resolve } from "node:path";
import axe from "axe-core";
import { chromium } from "playwright-core";

export const WIDE = { width: 1280, height: 720 };
export const NARROW = { width: 320, height: 640 };
const AXE_TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

export const option = (name, otherwise) => {
  const at = process.argv.indexOf(`--${name}`);
  return at < 0 ? otherwise : process.argv[at + 1];
};

/** The program that is tried, from where the command is given. */
export const program = resolve(option("program", "target/release/fascicle"));

export const count = { passed: 0, failed: 0 };

/** Counts one check; `wrong` lists what is wrong. */
export function check(name, wrong) {
  if (wrong.length === 0) {
    count.passed += 1;
    return;
  }
  count.failed += 1;
  console.log(`FAILED  ${name}`);
  for (const line of wrong.slice(0, 12)) console.log(`        ${line}`);
  if (wrong.length > 12) console.log(`        and ${wrong.length - 12} more`);
}

export const expect = (name, found, wanted) =>
  check(name, found === wanted ? [] : [`found ${JSON.stringify(found)}, wanted ${JSON.stringify(wanted)}`]);

export const launch = () =>
  chromium.launch({
    executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
    args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking"],
  });

/** Writes down what a page says on the console, and what it asks of any host. */
export function overhear(page, noise) {
  page.on("console", (message) => noise.push(`${message.type()}: ${message.text()}`));
  page.on("pageerror", (error) => noise.push(`error: ${error.message}`));
  page.on("requestfailed", (request) => noise.push(`not loaded: ${request.url().slice(0, 200)}`));
  page.on("request", (request) => {
    if (!/^(file|data|about):/.test(request.url())) noise.push(`request: ${request.url()}`);
  });
}

/** Runs jobs, as many at a time as the machine has processors, and two at the least: much of it is waiting. */
export async function together(jobs) {
  const left = [...jobs];
  const work = async () => {
    for (let job = left.shift(); job; job = left.shift()) await job();
  };
  await Promise.all(Array.from({ length: Math.max(2, availableParallelism()) }, work));
}

/**
 * What axe-core finds in a page: the slide it is in, or nothing, and what it is. Half of its time goes into contrast: where
 * the same words are looked at again, `contrast: false` leaves that out; where the rest has been looked at, `within` names
 * what is new.
 */
async function violations(page, { contrast = true, within } = {}) {
  if (!(await page.evaluate(() => "axe" in window))) await page.evaluate(axe.source);
  return page.evaluate(async ([tags, enabled, within]) => {
    const rules = { "color-contrast": { enabled } };
    const found = await window.axe.run(within ?? document, { runOnly: tags, rules, resultTypes: ["violations"], preload: false, elementRef: true });
    return found.violations.flatMap((rule) =>
      rule.nodes.map((node) => {
        const why = [...node.any, ...node.all, ...node.none].map((reason) => reason.message)[0] ?? rule.help;
        return { slide: node.element?.closest("main section.slide")?.id, line: `${rule.id}: ${node.target.join(" ")}: ${why}` };
      }),
    );
  }, [AXE_TAGS, contrast, within]);
}

export async function findsNothing(page, name, settings) {
  check(`${name}: axe-core finds nothing`, (await violations(page, settings)).map(({ line }) => line));
}

/** All slides that a page shows, at once: what is found in each, and what is found outside of them. */
export async function findsNothingInSlides(page, ids, name) {
  const found = await violations(page);
  for (const id of [undefined, ...ids]) {
    const here = found.filter(({ slide }) => slide === id).map(({ line }) => line);
    check(`${name}, ${id ? `#${id}` : "around the slides"}: axe-core finds nothing`, here);
  }
}

/** When the faces that words want are there, and the page is drawn. */
export const settled = (page) =>
  page.evaluate(async () => {
    await document.fonts.ready;
    await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
  });

/** Ids of the slides on the screen. */
export const onScreen = (page) =>
  page.$$eval("main section.slide", (slides) =>
    slides
      .filter((slide) => {
        const box = slide.getBoundingClientRect();
        const isInside = box.bottom > 1 && box.top < innerHeight - 1 && box.right > 1 && box.left < innerWidth - 1;
        return slide.checkVisibility({ visibilityProperty: true, opacityProperty: true }) && isInside;
      })
      .map((slide) => slide.id),
  );

export async function end(browser) {
  await browser.close();
  console.log(`${count.passed} passed, ${count.failed} failed`);
  process.exitCode = count.failed === 0 ? 0 : 1;
}
