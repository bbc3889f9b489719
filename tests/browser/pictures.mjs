// Draws figures with other programs, and holds what they draw against our own PNG.
//
//   node tests/browser/pictures.mjs [--program FILE] [--shots DIR] [--only TEXT]
//
// Every figure of the newest edition of the talk, light, dark and as wide as a column of print; every one of the older and
// of the museum, and one of each kind of it in the dark. Chromium draws the SVG with its faces embedded and the outlined one, as images in a page; librsvg, which office programs and
// viewers of Linux draw with, the outlined one, for live text depends on the faces of the machine. A third reader, resvg,
// is asked in tests/pictures.rs, in the same manner.
//
// A pixel differs if neither it nor one of its eight neighbours in the other picture has its colour, each channel within
// 64 of 255; so an edge may be shaded otherwise or lie one pixel beside, and nothing else may. Both ways, the larger;
// under 1% of all pixels, for each picture. --shots writes what differs, the worst of each program: theirs, in red what
// it is about. CHROMIUM names another browser than Debian's.

import { execFile, spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { promisify } from "node:util";
import { launch, option, program, together } from "./common.mjs";
import { difference, read, written } from "./pixels.mjs";

const root = join(dirname(fileURLToPath(import.meta.url)), "../..");
const shots = option("shots");
const only = option("only", "");

const MOST = 0.01;
const home = mkdtempSync(join(tmpdir(), "fascicle-pictures-"));
process.on("exit", () => rmSync(home, { recursive: true, force: true }));

// ---- What is drawn.

/** The projects of the museum, as tests/museum.rs reads them: each case lays its files over those of base.txt. */
function museum() {
  const folder = join(root, "tests/museum");
  const files = (name) =>
    readFileSync(join(folder, name), "utf8")
      .split("\n--- ")
      .slice(1)
      .map((part) => {
        const [, path, absent] = part.match(/^(.*?)( \(absent\))?(?:\n|$)/);
        return [path, absent ? null : part.slice(part.indexOf("\n") + 1)];
      });
  const base = files("base.txt");
  const cases = readdirSync(folder).filter((name) => name.endsWith(".txt") && name !== "base.txt");
  return cases.sort().map((file) => {
    const name = basename(file, ".txt");
    const content = join(home, "museum", name);
    for (const [path, text] of new Map([...base, ...files(file)])) {
      if (text === null) continue;
      mkdirSync(dirname(join(content, path)), { recursive: true });
      writeFileSync(join(content, path), text);
    }
    return { name, content, asked: [] };
  });
}

const chart = (content, asked) => promisify(execFile)(program, ["chart", "--all", "--content", content, ...asked]);

/** Draws all figures of a project ourselves: names, sizes, and files of each. */
async function drawn({ name, content, asked }, look, number) {
  const folder = join(home, `${number}`);
  await chart(content, [...asked, ...look.asked, "--format", "svg,png", "--text", "embedded", "--output", folder]);
  const outlined = join(folder, "outlined");
  mkdirSync(outlined);
  await chart(content, [...asked, ...look.asked, "--text", "outlined", "--output", outlined]);
  const figures = readdirSync(folder).filter((file) => file.endsWith(".png"));
  return figures.map((file) => {
    const id = basename(file, ".png");
    return {
      name: `${name}/${id}${look.name}`,
      scale: look.scale,
      ours: join(folder, file),
      svg: { embedded: join(folder, `${id}.svg`), outlined: join(outlined, `${id}.svg`) },
    };
  });
}

const SITE = { name: "", scale: 1, asked: ["--scale", "1"] };
const DARK = { name: ", dark", scale: 1, asked: ["--scale", "1", "--dark"] };
const COLUMN = { name: ", 80 mm", scale: 3, asked: ["--scale", "3", "--width", "80mm"] };

const talk = join(root, "content");
const editions = readdirSync(join(talk, "editions")).sort();
const newest = editions.at(-1);
const projects = [...editions.map((name) => ({ name, content: talk, asked: ["--edition", name] })), ...museum()];
const plain = /-of-21-|-between-two-|-over-three-|-by-share|-with-yes-no-/;
const looks = ({ name }) => {
  if (name === newest) return [SITE, DARK, COLUMN];
  return plain.test(name) ? [SITE, DARK] : [SITE];
};
const pictures = [];
const drawings = projects
  .filter(({ name }) => name.includes(only))
  .flatMap((project) => looks(project).map((look) => [project, look]))
  .map(([project, look], number) => async () => (pictures[number] = await drawn(project, look, number)));
await together(drawings);

// ---- How others draw it.

const run = (command, args) =>
  new Promise((done, failed) => {
    const child = spawn(command, args, { stdio: ["ignore", "ignore", "inherit"] });
    child.on("error", failed);
    child.on("close", (code) => (code === 0 ? done() : failed(new Error(`${command} ${args.join(" ")}: ${code}`))));
  });

async function librsvg(svg, { width, height }) {
  const file = `${svg}.png`;
  await run("rsvg-convert", ["--width", `${width}`, "--height", `${height}`, "--output", file, svg]);
  return readFileSync(file);
}

const browser = await launch();
const idle = new Map();
/** Acts with a page of the browser that nobody else has; each is of a scale, since that is of a whole context. */
async function withPage(scale, act) {
  const free = idle.get(scale) ?? [];
  idle.set(scale, free);
  const tab = free.pop() ?? (await browser.newPage({ deviceScaleFactor: scale }));
  const done = await act(tab);
  free.push(tab);
  return done;
}

async function inChromium(tab, svg, { width, height }, scale) {
  const size = [width, height].map((length) => `${length / scale}px`);
  const html = `${svg}.html`;
  const look = "html{background:#fff}body{margin:0}img{display:block}";
  writeFileSync(
    html,
    `<!doctype html><style>${look}</style><img style="width:${size[0]};height:${size[1]}" src="${basename(svg)}">`,
  );
  const viewport = { width: Math.ceil(width / scale), height: Math.ceil(height / scale) };
  await tab.setViewportSize(viewport);
  await tab.goto(pathToFileURL(html).href, { waitUntil: "load" });
  return await tab.screenshot();
}

// ---- What differs.

const worst = new Map();
const wrong = [];

function hold(program, picture, ours, file) {
  const theirs = trimmed(read(file), ours);
  const part = difference(ours, theirs);
  if (part >= MOST) wrong.push(`${program}, ${picture.name}: ${percent(part)} of pixels differ`);
  const found = worst.get(program) ?? { count: 0, part: -1 };
  found.count += 1;
  if (part > found.part) Object.assign(found, { part, name: picture.name, ours, theirs });
  worst.set(program, found);
}

/** Without the row or column that a window of whole pixels has more, at a scale. */
function trimmed(picture, { width, height }) {
  if (picture.width === width && picture.height === height) return picture;
  const pixels = new Uint8Array(width * height * 4);
  for (let y = 0; y < height; y += 1) {
    const from = y * picture.width * 4;
    pixels.set(picture.pixels.subarray(from, from + width * 4), y * width * 4);
  }
  return { width, height, pixels };
}

const percent = (part) => `${(part * 100).toFixed(3)}%`;

async function compare(picture) {
  const ours = read(readFileSync(picture.ours));
  hold("librsvg, outlined", picture, ours, await librsvg(picture.svg.outlined, ours));
  for (const kind of ["embedded", "outlined"]) {
    hold(`Chromium, ${kind}`, picture, ours, await withPage(picture.scale, (tab) => inChromium(tab, picture.svg[kind], ours, picture.scale)));
  }
}

await together(pictures.flat().map((picture) => () => compare(picture)));
await browser.close();

for (const [program, { count, part, name, ours, theirs }] of [...worst].sort()) {
  console.log(`${program}: ${count} pictures, at worst ${percent(part)} of pixels: ${name}`);
  if (!shots) continue;
  mkdirSync(shots, { recursive: true });
  const file = join(shots, program.replaceAll(/\W+/g, "-").toLowerCase());
  writeFileSync(`${file}.ours.png`, written(ours));
  writeFileSync(`${file}.theirs.png`, written(theirs));
  const pale = { ...theirs, pixels: theirs.pixels.map((value, at) => (at % 4 === 3 ? 255 : 170 + value / 3)) };
  difference(ours, theirs, (at) => pale.pixels.set([255, 0, 0, 255], at * 4));
  writeFileSync(`${file}.differs.png`, written(pale));
}
for (const line of wrong) console.log(`FAILED  ${line}`);
if (wrong.length > 0 || pictures.length === 0) process.exit(1);
console.log(`${pictures.flat().length} pictures are drawn alike`);
