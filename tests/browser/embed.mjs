// Pastes what the pages of figures offer into pages of somebody else, in Chromium, and looks at what comes of it.
//
//   node tests/browser/embed.mjs [--output DIR] [--shots DIR] [--only TEXT]
//
// The site is answered at its own address and the other page at another, both from memory: no request leaves the
// machine. That page forbids scripts. Frames and pictures are measured from 320 to 1600 pixels, light and dark: as they
// are, and as a careful system leaves them, in a sandbox and without styles. Frames of older editions say that a newer
// one exists, those of today nothing, nor does any where that cannot be known.

import { existsSync, mkdirSync, readFileSync, readdirSync } from "node:fs";
import { extname, join, resolve } from "node:path";
import { check, end, launch, option, together } from "./common.mjs";

const output = resolve(option("output", "output"));
const shots = option("shots");
const only = option("only", "");
if (shots) mkdirSync(shots, { recursive: true });

const WIDTHS = [320, 480, 768, 1024, 1280, 1600];
// Only colours follow the scheme.
const DARK = [320, 1280];
const MARGIN = 8;
const PAGE = "https://altrove.example/articolo";
const TYPES = { ".html": "text/html", ".css": "text/css", ".svg": "image/svg+xml", ".json": "application/json" };
// Lines of words are reckoned with a face wider than ours, and a narrow frame has one height at all widths, so some room
// is left below: as much as this part of a frame, or as little as these pixels. More would be a hole.
const HOLE = [0.2, 200];

if (!existsSync(join(output, "latest/figures"))) {
  console.log(`There is no site with figures in ${output}: build one first.`);
  process.exit(2);
}
const editions = readdirSync(output).filter((name) => existsSync(join(output, name, "slides.html"))).sort();
const newest = editions[editions.length - 1];
const figuresOf = (edition) =>
  existsSync(join(output, edition, "figures")) ? readdirSync(join(output, edition, "figures")).sort() : [];
const latest = figuresOf("latest");
const read = (...path) => readFileSync(join(output, ...path), "utf8");
const { provider_url: site } = JSON.parse(read("latest/figures", latest[0], "oembed.json"));

const browser = await launch();

const plain = (text) =>
  text.replace(/&(lt|gt|quot|#39|#x27|amp);/g, (_, name) => ({ lt: "<", gt: ">", quot: '"', amp: "&" })[name] ?? "'");

/** What the page of a figure offers to paste, by its address in that page. */
function offered(folder) {
  const found = read(folder, "index.html").matchAll(/<h3 id="(snippet-\w+)">[^]*?<pre class="paste"><code>([^]*?)<\/code>/g);
  return Object.fromEntries([...found].map(([, id, code]) => [id, plain(code)]));
}

/** A frame as WordPress leaves what oEmbed gives it: in a sandbox, without styles. */
const asLeft = (frame) =>
  frame.match(/<iframe[^>]*><\/iframe>/)[0].replace(/ (style|loading)="[^"]*"/g, "").replace("<iframe ", '<iframe sandbox="allow-scripts" ');
const inSandbox = (frame) => frame.replace("<iframe ", "<iframe sandbox ");

/**
 * Opens a page of somebody else with a text pasted into it, lets `act` look at it, and tells what is wrong: what `act`
 * says, what the browser says, and requests to others. `lost` says which files of the site cannot be had, and how.
 */
async function pasted(html, act, lost = () => null) {
  const context = await browser.newContext({ viewport: { width: 1024, height: 900 } });
  const page = await context.newPage();
  const wrong = [];
  page.on("console", (message) => {
    // What is taken away on purpose is said to be missing by the browser itself.
    if (!/Failed to load resource/.test(message.text())) wrong.push(`${message.type()}: ${message.text()}`);
  });
  await context.route("**", async (route) => {
    const { href } = new URL(route.request().url());
    if (href === PAGE) {
      const policy = `default-src 'none'; script-src 'none'; frame-src ${site}; img-src ${site}; style-src 'unsafe-inline'`;
      const head = `<meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Altrove</title>`;
      return route.fulfill({
        headers: { "content-type": "text/html; charset=utf-8", "content-security-policy": policy },
        body: `<!DOCTYPE html><html lang="it"><head>${head}</head><body style="margin:${MARGIN}px">${html}</body></html>`,
      });
    }
    if (!href.startsWith(`${site}/`)) {
      wrong.push(`asked ${href}`);
      return route.abort();
    }
    const path = href.slice(site.length + 1).split(/[?#]/)[0];
    const file = join(output, path.endsWith("/") ? `${path}index.html` : path);
    const how = lost(path);
    if (how === "offline") return route.abort("internetdisconnected");
    if (how === "absent" || !existsSync(file))
      return route.fulfill({ status: 404, contentType: "text/html", body: "<h1>404: there is nothing here</h1>" });
    const contentType = `${TYPES[extname(file)] ?? "application/octet-stream"}; charset=utf-8`;
    return route.fulfill({ contentType, body: readFileSync(file) });
  });
  await page.goto(PAGE);
  // Both wait until they are nearly seen.
  for (const element of await page.$$("iframe, img")) {
    await element.scrollIntoViewIfNeeded();
    const frame = await element.contentFrame();
    if (frame) {
      await frame.waitForLoadState("load");
      await frame.evaluate(() => document.fonts.ready);
    } else {
      await element.evaluate((img) => img.decode().catch(() => {}));
    }
  }
  wrong.push(...(await act(page)));
  await context.close();
  return wrong;
}

/** What is wrong inside a frame: cut off, sideways, a hole, an empty one, the wrong colours. */
function frameFaults({ scheme, hole }) {
  const wrong = [];
  const root = document.scrollingElement;
  const across = root.scrollWidth - root.clientWidth;
  const down = root.scrollHeight - root.clientHeight;
  if (across > 0) wrong.push(`scrolls sideways by ${across} px`);
  if (down > 0) wrong.push(`is ${down} px too low`);
  const box = (element) => element.getBoundingClientRect();
  const room = innerHeight - box([...document.querySelectorAll(".foot")].pop()).bottom;
  if (hole && room > Math.max(hole[0] * innerHeight, hole[1])) wrong.push(`has a hole of ${Math.round(room)} px in ${innerHeight}`);
  if (!document.querySelector("h1").textContent.trim()) wrong.push("has no title");
  for (const element of document.querySelectorAll("h1, p")) {
    if (!element.matches(".unseen") && element.scrollWidth > element.clientWidth + 1) wrong.push(`cuts "${element.textContent}"`);
  }
  const shown = [...document.querySelectorAll(".plot svg")].filter((svg) => box(svg).height > 0);
  const parts = new Set(shown.map((svg) => svg.closest(".plot")));
  if (parts.size !== 1) wrong.push(`shows ${parts.size} drawings`);
  for (const svg of shown) {
    const { width, height, left, right, top, bottom } = box(svg);
    const [, , wide, high] = svg.getAttribute("viewBox").split(" ").map(Number);
    if (Math.abs(width / height / (wide / high) - 1) > 0.01) wrong.push(`is drawn out of shape: ${width} x ${height}`);
    for (const text of svg.querySelectorAll("text")) {
      const at = box(text);
      // The box of a text is that of its face, in whole pixels: above and below the letters there is room.
      const [above, below] = [at.height * 0.2 + 1, at.height * 0.1 + 1];
      if (at.left < left - 1 || at.right > right + 1 || at.top < top - above || at.bottom > bottom + below) wrong.push(`cuts "${text.textContent}"`);
    }
  }
  if (![...document.fonts].some((face) => face.status === "loaded")) wrong.push("is without the bundled faces");
  const light = (colour) => {
    const [r, g, b] = colour.match(/[\d.]+/g).map((part) => ((part / 255 + 0.055) / 1.055) ** 2.4);
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const ground = light(getComputedStyle(document.body).backgroundColor);
  if (scheme === "dark" ? ground > 0.2 : ground < 0.6) wrong.push(`has the wrong ground in the ${scheme}`);
  // Words on a bar, a tile or a map stand on a ground of their own.
  for (const element of document.querySelectorAll("h1, .measure, .plot .ticks text, .plot .labels text, .plot .absent text")) {
    const style = getComputedStyle(element);
    const ink = light(element.matches("text") ? style.fill : style.color);
    if ((Math.max(ink, ground) + 0.05) / (Math.min(ink, ground) + 0.05) < 3) wrong.push(`hardly shows "${element.textContent}"`);
  }
  return wrong;
}

/** All frames and pictures of the page at all widths, light and dark. */
async function measured(page, name, words) {
  const wrong = [];
  const elements = await page.$$("iframe, img");
  const frames = await Promise.all(elements.map((element) => element.contentFrame()));
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: 900 });
    for (const scheme of DARK.includes(width) ? ["dark", "light"] : ["light"]) {
      await page.emulateMedia({ colorScheme: scheme });
      const here = (line) => wrong.push(`${width} ${scheme}: ${line}`);
      const over = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
      if (over > 0) here(`the page scrolls sideways by ${over} px`);
      for (const [at, frame] of frames.entries()) {
        if (frame) {
          const isPlain = await elements[at].evaluate((iframe) => !!iframe.style.height);
          const faults = await frame.evaluate(frameFaults, { scheme, hole: isPlain ? HOLE : null });
          for (const fault of faults) here(`frame ${at + 1} ${fault}`);
          continue;
        }
        const img = await elements[at].evaluate((img) => [img.naturalWidth, img.naturalHeight, img.width, img.height, img.alt]);
        const [naturally, high, wide, height, alt] = img;
        if (!(naturally > 0)) here("the picture is not there");
        else if (Math.abs(naturally / high / (wide / height) - 1) > 0.01) here(`the picture is out of shape: ${wide} x ${height}`);
        else if (wide < Math.min(naturally, width - 2 * MARGIN) - 1) here(`the picture has only ${wide} px`);
        for (const text of words) if (!alt.includes(text)) here(`the picture's words lack "${text}"`);
      }
      if (shots) await page.screenshot({ path: join(shots, `${name.replaceAll("/", "-")}-${width}-${scheme}.png`), fullPage: true });
    }
  }
  return wrong;
}

/** The words that must come along wherever a figure goes. */
function wordsOf(folder, figure) {
  const { title, measure, summary } = JSON.parse(read(folder, `${figure}.json`));
  return [title.replace(/\.$/, ""), measure.replace(/\.$/, ""), summary];
}

const jobs = [];
// Figures are shown alike in all editions: the newest of each, and one older.
const newestOf = new Map(editions.flatMap((edition) => figuresOf(edition).map((figure) => [figure, edition])));
const toPaste = [...newestOf, ["consenso", editions.find((edition) => figuresOf(edition).includes("consenso"))]];
for (const [figure, edition] of toPaste) {
  const folder = `${edition}/figures/${figure}`;
  const job = async () => {
    const { "snippet-frame": frame, "snippet-image": image, "snippet-markdown": markdown } = offered(folder);
    const words = wordsOf(folder, figure);
    const act = async (page) => {
      const titles = await page.$$eval("iframe", (all) => all.map((iframe) => iframe.title));
      const inside = await Promise.all(page.frames().filter((frame) => frame.url().endsWith("frame.html")).map((frame) => frame.title()));
      const strange = titles.filter((title, at) => title !== inside[at]).map((title) => `the frame's title is "${title}"`);
      return [...strange, ...(await measured(page, folder, words))];
    };
    check(`${folder}, pasted`, await pasted(`${frame}\n${asLeft(frame)}\n${image}`, act));
    const [, alt, address] = markdown.match(/^!\[(.*)\]\((\S+)\)\n/);
    check(`${folder} in Markdown`, [
      ...words.filter((text) => !alt.replace(/\\(.)/g, "$1").includes(text)).map((text) => `lacks "${text}"`),
      ...(existsSync(join(output, address.slice(site.length + 1))) ? [] : [`${address} is not there`]),
    ]);
  };
  jobs.push([folder, job]);
}
for (const figure of latest) {
  const folder = `latest/figures/${figure}`;
  const job = async () => {
    const { "snippet-latest": frame } = offered(folder);
    check(`${folder}, pasted`, await pasted(`${frame}\n${inSandbox(frame)}`, (page) => measured(page, folder, [])));
    const said = JSON.parse(read(folder, "oembed.json"));
    const link = read(folder, "index.html").match(/<link rel="alternate" type="application\/json\+oembed" href="([^"]*)"/);
    check(`${folder} by oEmbed`, [
      ...(said.html === frame ? [] : [`gives another frame: ${said.html}`]),
      ...(link?.[1] === `${site}/${folder}/oembed.json` ? [] : [`is found at ${link?.[1]}`]),
    ]);
  };
  jobs.push([folder, job]);
}

// Which edition.
const notice = (page) => page.frames().filter((frame) => frame.url().includes("notice.html"));
const said = async (page, count) => {
  for (let tries = 0; tries < 100 && notice(page).length < count; tries += 1) await page.waitForTimeout(50);
  return Promise.all(
    notice(page).map(async (frame) => {
      await frame.waitForLoadState("load");
      return (await frame.evaluate(() => document.body.innerText)).trim();
    }),
  );
};
const withFigure = editions.filter((edition) => figuresOf(edition).includes("consenso"));
if (!withFigure.some((edition) => edition !== newest)) check("there are older frames to look at", ["none found"]);
for (const edition of withFigure) {
  const folder = `${edition}/figures/consenso`;
  const isOld = edition !== newest;
  const job = async () => {
    const { "snippet-frame": frame } = offered(folder);
    const frames = [frame, inSandbox(frame), asLeft(frame)];
    const act = async (page) => {
      const inside = page.frames().filter((frame) => frame.url().endsWith("frame.html"));
      const shown = await Promise.all(inside.map((frame) => frame.$eval("object", (object) => object.checkVisibility())));
      const wrong = shown.filter((is) => is !== isOld).map((is) => `the object is ${is ? "" : "not "}shown`);
      // What is not shown is no stop of the Tab key, and has no name to be read aloud.
      if (!isOld) return [...wrong, ...notice(page).map((frame) => `loads ${frame.url()}`)];
      const words = await said(page, frames.length);
      const isRight = (text) => /^È uscita un’edizione più recente: /.test(text);
      return words.length === frames.length && words.every(isRight) ? wrong : [...wrong, `says ${JSON.stringify(words)}`];
    };
    check(`a frame of ${edition} says ${isOld ? "that it is old" : "nothing"}`, await pasted(frames.join("\n"), act));
    for (const how of ["offline", "absent"]) {
      const lost = (path) => (path.startsWith("latest/") ? how : null);
      const silent = async (page) => {
        await page.waitForTimeout(300);
        const words = await page.frames()[1].evaluate(() => document.body.innerText);
        return [...notice(page).map((frame) => `shows ${frame.url()}`), ...(/404|recente/.test(words) ? [words] : [])];
      };
      check(`a frame of ${edition} is silent where the newest is ${how}`, await pasted(frame, silent, lost));
    }
  };
  jobs.push([`notice ${folder}`, job]);
}

await together(jobs.filter(([name]) => name.includes(only)).map(([, job]) => job));
await end(browser);
