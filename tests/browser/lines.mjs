// Draws narratives at random and holds the lines that were reckoned with, as the PDF has them, against those that
// Chromium breaks.
//
//   node tests/browser/lines.mjs [--program target/release/fascicle] [--count 200] [--seed 1] [--keep DIR]
//
// On slides of 1280 pixels, line by line; in the column of a narrow screen and in the report nothing may run over the
// edges, with the spacing of WCAG 1.4.12 and without. Wants pdftotext.

import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { NARROW, WIDE, check, end, launch, option, overhear, program } from "./common.mjs";

const wanted = Number(option("count", "200"));
const kept = option("keep");
const PER_FILE = 20;

/** Numbers that look random and are the same each time. */
function randomly(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}
const random = randomly(Number(option("seed", "1")));
const one = (list) => list[Math.floor(random() * list.length)];
const upTo = (most) => Math.floor(random() * most);

const WORDS = (
  "il di che la per un sono con nelle Regioni del Fascicolo Sanitario Elettronico consenso documenti disponibili " +
  "cittadini operatori utilizzo crescita rispetto all’avvio dell’anno perché così più tuttavia l’interoperabilità " +
  "(medici, pediatri) «lettera d’invito» Friuli-Venezia Giulia socio-sanitario COVID-19 2024–2025 e/o 1.234.567 " +
  "AVATAR Toscana, Valle d’Aosta; P.A. Trento: qualità… – — né sì città Emilia-Romagna e-mail PNRR/M6 85%-90% " +
  "www.salute.gov.it/portale/fascicolo perché? “davvero”: 12,5 km² n. 4 art. 12-bis (cfr. all. A) straordinariamente"
).split(" ");
const BINDINGS = [
  "quota.italia", 'quota["Friuli-Venezia Giulia"]', "quota.above_italia", "quota.below_italia", "quota.max.who",
  "quota.spread", "quota.period", "quota.known", "quota.max - quota.min", "above(quota, 10)",
].map((name) => `{{ ${name} }}`);

const words = (most) => {
  const text = Array.from({ length: 1 + upTo(most) }, () => (random() < 0.08 ? one(BINDINGS) : one(WORDS)));
  // A line that begins with one of these would be something else.
  return `Parola ${text.join(" ")}`;
};
const marked = (most) => {
  const text = words(most);
  const more = words(5);
  return one([text, text, `${text} **${more}** ${words(4)}`, `${text} *${more}*`, `${text} [${words(3)}](https://a.it)`]);
};
const BLOCKS = [
  () => marked(40),
  () => Array.from({ length: 1 + upTo(4) }, () => `- ${marked(24)}`).join("\n"),
  () => Array.from({ length: 1 + upTo(3) }, (_, n) => `${n + 1}. ${marked(20)}\n   - ${marked(14)}`).join("\n"),
  () => `> [!NOTE]\n> ${marked(20)}`,
  () => `> ${marked(24)}`,
  () => {
    const row = () => `| ${words(6)} | ${one(BINDINGS)} | ${words(3)} |`;
    return ["| Chi | Quanto | Perché |", "| --- | ---: | :-: |", row(), row()].join("\n");
  },
];
const passage = (number) => {
  const blocks = Array.from({ length: 1 + upTo(3) }, () => one(BLOCKS)());
  return `## Narrativa ${number}\n\n${blocks.join("\n\n")}\n`;
};

/** A project with the passages whose numbers are given. */
function write(folder, passages) {
  rmSync(folder, { recursive: true, force: true });
  const edition = join(folder, "content/editions/2025-03");
  for (const path of ["observations", "narrative"]) mkdirSync(join(edition, path), { recursive: true });
  const put = (path, text) => writeFileSync(join(folder, "content", path), text);
  put("site.yaml", "title: Prova\norganisation: Nessuno\nlanguage: it\n");
  put(
    "indicators.yaml",
    "groups: { prova: Prova }\nindicators:\n  quota: { title: Quota, short: Quota, group: prova, kind: share, of: degli " +
      "assistiti, timing: stock, origin: Prova, definition: Quota. }\n",
  );
  const names =
    "Piemonte Valle_d'Aosta Lombardia P.A._Bolzano P.A._Trento Veneto Friuli-Venezia_Giulia Liguria Emilia-Romagna " +
    "Toscana Umbria Marche Lazio Abruzzo Molise Campania Puglia Basilicata Calabria Sicilia Sardegna";
  const values = names.split(" ").map((name, n) => `  "${name.replaceAll("_", " ")}": ${(n * 37) % 90}`);
  put("editions/2025-03/edition.yaml", "title: Prova\nsources: { p: { publisher: Prova, title: Prova } }\n");
  put("editions/2025-03/observations/quota.yaml", `indicator: quota\nsource: p\nnational: 44\nvalues:\n${values.join("\n")}\n`);
  const files = [];
  for (let at = 0; at < passages.length; at += PER_FILE) {
    const name = `parte-${at / PER_FILE + 1}`;
    files.push(name);
    put(`editions/2025-03/narrative/${name}.md`, passages.slice(at, at + PER_FILE).join("\n"));
  }
  put("outline.yaml", `- title\n${files.map((name) => `- narrative: ${name}\n`).join("")}- figure: quota\n`);
}

/** Passages that are too full for a slide are none of this matter: they are left out. */
function fitting(folder, passages) {
  write(folder, passages);
  let told = "";
  try {
    execFileSync(program, ["check", "--format", "json"], { cwd: folder, encoding: "utf8", maxBuffer: 1 << 28 });
  } catch (error) {
    told = error.stdout;
  }
  if (!told) return passages;
  const faults = JSON.parse(told).list.filter((one) => one.severity === "fault");
  const strange = faults.filter((fault) => fault.code !== "F038");
  if (strange.length > 0) throw new Error(JSON.stringify(strange[0]));
  const full = new Set();
  for (const { file, line } of faults) {
    const number = Number(/parte-(\d+)\.md$/.exec(file)[1]) - 1;
    const text = passages.slice(number * PER_FILE, (number + 1) * PER_FILE).join("\n").split("\n");
    const heading = text.slice(0, line).reverse().find((row) => row.startsWith("## "));
    full.add(heading);
  }
  return passages.filter((text) => !full.has(text.split("\n")[0]));
}

/** Words of the pages of a PDF in their order, each with the height of its base. */
function pdfPages(file) {
  const text = execFileSync("pdftotext", ["-bbox", file, "-"], { encoding: "utf8", maxBuffer: 1 << 28 });
  const plain = (word) =>
    word.replace(/&(amp|lt|gt|quot|#39);/g, (_, name) => ({ amp: "&", lt: "<", gt: ">", quot: '"', "#39": "'" })[name]);
  return text.split("<page ").slice(1).map((page) =>
    [...page.matchAll(/<word xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)">(.*?)<\/word>/g)].map(
      ([, x, top, , bottom, word]) => ({ word: plain(word), x: Number(x), y: (Number(top) + Number(bottom)) / 2 }),
    ),
  );
}

/** The words of lines, without spaces: what stands on one height from left to right. */
function inLines(words) {
  const lines = [];
  for (const word of [...words].sort((a, b) => a.y - b.y || a.x - b.x)) {
    const line = lines.at(-1);
    if (line && word.y - line.y < 8) line.words.push(word);
    else lines.push({ y: word.y, words: [word] });
  }
  return lines.map(({ words }) => words.sort((a, b) => a.x - b.x).map(({ word }) => word.replace(/\s/g, "")).join(""));
}

/** The same of a slide as the browser shows it: in the page. */
function shownWords(id) {
  const slide = document.getElementById(id);
  const hidden = slide.hidden;
  slide.hidden = false;
  const edge = slide.getBoundingClientRect();
  const scale = edge.width / 1280;
  const found = [];
  const walk = document.createTreeWalker(slide.querySelector(".slide__body"), NodeFilter.SHOW_TEXT);
  const range = document.createRange();
  while (walk.nextNode()) {
    const node = walk.currentNode;
    const upper = getComputedStyle(node.parentElement).textTransform === "uppercase";
    const measured = (from, to) => {
      range.setStart(node, from);
      range.setEnd(node, to);
      const boxes = range.getClientRects();
      // A word on two lines is read sign by sign.
      if (boxes.length > 1 && to > from + 1) {
        for (let at = from; at < to; at += 1) measured(at, at + 1);
        return;
      }
      const { left, top, bottom } = boxes[0];
      const word = upper ? node.data.slice(from, to).toUpperCase() : node.data.slice(from, to);
      found.push({ word, x: (left - edge.left) / scale, y: ((top + bottom) / 2 - edge.top) / scale });
    };
    for (const { index, 0: word } of node.data.matchAll(/\S+/g)) measured(index, index + word.length);
  }
  const body = slide.querySelector(".slide__body");
  const over = body.scrollHeight > body.clientHeight + 1 || slide.scrollHeight > 721 || slide.scrollWidth > 1281;
  slide.hidden = hidden;
  return { found, over };
}

const SPACING =
  "*{line-height:1.5!important;letter-spacing:.12em!important;word-spacing:.16em!important}p{margin-bottom:2em!important}";

/** Words that stand outside the window, or outside what holds them. */
function overEdges() {
  const wrong = [];
  const root = document.documentElement;
  if (document.scrollingElement.scrollWidth > root.clientWidth) wrong.push(`${document.scrollingElement.scrollWidth} px wide`);
  const walk = document.createTreeWalker(document.querySelector("main"), NodeFilter.SHOW_TEXT);
  const range = document.createRange();
  while (walk.nextNode()) {
    if (walk.currentNode.parentElement.closest("svg, .scroll, .unseen, details")) continue;
    range.selectNodeContents(walk.currentNode);
    for (const box of range.getClientRects())
      if (box.width > 1 && (box.right > root.clientWidth + 1 || box.left < -1))
        wrong.push(`"${walk.currentNode.data.slice(0, 50)}" from ${box.left.toFixed(0)} to ${box.right.toFixed(0)}`);
  }
  return wrong;
}

const folder = kept ? resolve(kept) : mkdtempSync(join(tmpdir(), "fascicle-lines-"));
let passages = [];
for (let tries = 0; passages.length < wanted && tries < 5; tries += 1) {
  const more = Array.from({ length: wanted - passages.length }, (_, n) => passage(tries * 1000 + n + 1));
  passages = [...passages, ...fitting(folder, more)];
}
write(folder, passages);
execFileSync(program, ["build", "--quiet", "--formats", "svg,pdf"], { cwd: folder, stdio: "inherit" });
const output = join(folder, "output/2025-03");
const pages = pdfPages(join(output, "slides.pdf"));
const browser = await launch();
const page = await browser.newPage({ viewport: WIDE, bypassCSP: true });
const noise = [];
overhear(page, noise);
await page.goto(pathToFileURL(join(output, "slides.html")).href, { waitUntil: "load" });
// A face is loaded when words first want it, and those of slides that are hidden want none.
await page.evaluate(() => Promise.all([...document.fonts].map((face) => face.load())));
const ids = await page.$$eval("section.slide", (slides) => slides.map((slide) => slide.id));
let lines = 0;
for (const [place, id] of ids.entries()) {
  if (!/-narrativa-\d/.test(id)) continue;
  const { found, over } = await page.evaluate(shownWords, id);
  check(`#${id}: stays within its slide`, over ? ["it runs over"] : []);
  const shown = inLines(found).filter(Boolean);
  const scale = 1280 / 960;
  // The head above and the foot below are not compared: titles are balanced by the browser.
  const reckoned = inLines(pages[place].map((word) => ({ ...word, x: word.x * scale, y: word.y * scale })));
  const bullets = (line) => line.replace(/^\d\.(?=Parola)/, "");
  const wrong = shown.filter((line) => !reckoned.some((other) => bullets(other) === line));
  lines += shown.length;
  check(`#${id}: breaks where it was reckoned to`, wrong.map((line) => `shown: ${line}\n        reckoned: ${reckoned.join(" / ").slice(0, 900)}`));
}
console.log(`${passages.length} narratives, ${lines} lines`);
for (const [file, viewport] of [["slides.html", NARROW], ["index.html", NARROW], ["index.html", WIDE]]) {
  await page.setViewportSize(viewport);
  await page.goto(pathToFileURL(join(output, file)).href, { waitUntil: "load" });
  check(`${file} at ${viewport.width}: nothing over the edges`, await page.evaluate(overEdges));
  await page.addStyleTag({ content: SPACING });
  check(`${file} at ${viewport.width}, spaced: nothing over the edges`, await page.evaluate(overEdges));
}
check("quiet on the console", noise);
if (!kept) rmSync(folder, { recursive: true, force: true });
await end(browser);
