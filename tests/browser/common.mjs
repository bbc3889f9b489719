// What the checks in a browser share: options, counting, the browser, silence, axe-core.

import axe from "axe-core";
import { chromium } from "playwright-core";

export const WIDE = { width: 1280, height: 720 };
export const NARROW = { width: 320, height: 640 };
const AXE_TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

export const option = (name, otherwise) => {
  const at = process.argv.indexOf(`--${name}`);
  return at < 0 ? otherwise : process.argv[at + 1];
};

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

export async function findsNothing(page, name) {
  if (!(await page.evaluate(() => "axe" in window))) await page.evaluate(axe.source);
  const violations = await page.evaluate(async (tags) => {
    const found = await window.axe.run(document, { runOnly: tags, resultTypes: ["violations"], preload: false });
    return found.violations.flatMap((rule) =>
      rule.nodes.map((node) => {
        const why = [...node.any, ...node.all, ...node.none].map((reason) => reason.message)[0] ?? rule.help;
        return `${rule.id}: ${node.target.join(" ")}: ${why}`;
      }),
    );
  }, AXE_TAGS);
  check(`${name}: axe-core finds nothing`, violations);
}

export const settled = (page) =>
  page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));

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
