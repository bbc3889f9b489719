// Drives a deck as the one who speaks does, from the disk and without a network: every key, two windows, no mouse.
//
//   node tests/browser/deck.mjs [--output DIR] [--shots DIR]
//
// The deck is a cut of the talk, so that it has slides kept back, after the end; one of its slides comes item by item.

import { existsSync, mkdirSync } from "node:fs";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { NARROW, WIDE, check, end, expect, findsNothing, launch, onScreen, option, overhear, settled, together } from "./common.mjs";
import { ownColours } from "./forced.mjs";

const deck = join(resolve(option("output", "output")), "2024-06_2024-08/slides-breve.html");
const shots = option("shots");
if (shots) mkdirSync(shots, { recursive: true });
if (!existsSync(deck)) {
  console.log(`There is no ${deck}: build the site first.`);
  process.exit(2);
}

const BEFORE_STEPS = "conclusions-un-fascicolo-diverso-in-ogni-regione";
const STEPS = "conclusions-un-fse-usato-allo-stesso-modo-in";
const AFTER_STEPS = "closing";
const ITEMS = 6;
/** What the items look like: those shown, then those to come. */
const shown = (count) => Array.from({ length: ITEMS }, (_, at) => (at < count ? "1" : "0")).join(" ");
const BACKUP = "figure-specialisti";
const address = pathToFileURL(deck).href;

const browser = await launch();

/** To open the deck with the network off, to act, and to hear nothing. */
const visits = [];
const visit = (name, act, settings) => visits.push(() => driven(name, act, settings));
async function driven(name, act, { hash = "", before, ...settings } = {}) {
  const context = await browser.newContext({ viewport: WIDE, offline: true, ...settings });
  const noise = [];
  context.on("page", (page) => overhear(page, noise));
  if (before) await context.addInitScript(before);
  const page = await context.newPage();
  await page.goto(address + hash, { waitUntil: "load" });
  try {
    await act(page, context);
  } catch (error) {
    check(`${name}: can be driven`, [error.stack]);
  }
  check(`${name}: quiet on the console, no request to any host`, noise);
  await context.close();
}

const shoot = async (page, name) => {
  if (shots) await page.screenshot({ path: join(shots, `${name}.png`) });
};
/** Presses keys as a hand does: no key comes before the last has done what it does, and a dialog takes a moment to close. */
const press = async (page, ...keys) => {
  for (const key of keys) {
    const open = key === "Escape" && (await openDialog(page));
    await page.keyboard.press(key);
    if (open) await page.waitForFunction((ids) => document.querySelector(`#${ids}[open]`) === null, open.split(",").at(-1), { timeout: 5000 });
    await settled(page);
  }
};
const at = async (page, name, id) => {
  expect(name, String(await onScreen(page)), id);
  expect(`${name}, and so does the address`, new URL(page.url()).hash || "#title", `#${id}`);
};
const slideIds = (page) => page.$$eval("main section.slide", (slides) => slides.map((slide) => slide.id));
const openDialog = (page) => page.evaluate(() => [...document.querySelectorAll("dialog[open]")].map((one) => one.id).join());
const focused = (page) => page.evaluate(() => document.activeElement.id || document.activeElement.localName);
const text = (page, id) => page.$eval(`#${id}`, (element) => element.textContent.trim());
const opacities = (page, id) =>
  page.$$eval(`#${id} .slide__body > ul > li`, (all) => all.map((item) => getComputedStyle(item).opacity).join(" "));
const named = (page, selector) => page.$eval(selector, (element) => element.closest("[hidden], [aria-hidden=true], [inert]") === null);

let ids = [];
let run = 0;
await driven("the slides", async (page) => {
  ids = await slideIds(page);
  run = await page.$$eval("main section.slide:not([data-backup])", (slides) => slides.length);
});

visit("keys", async (page) => {
  expect("slides kept back stand after the end", ids[run - 1], "closing");
  expect("to the last", ids.at(-1), BACKUP);
  await at(page, "a deck opens at its first slide", "title");
  await press(page, "ArrowRight");
  await at(page, "right goes on", ids[1]);
  await press(page, "ArrowUp");
  await at(page, "up goes back", ids[0]);
  await press(page, "ArrowDown");
  await at(page, "down goes on", ids[1]);
  await press(page, "PageUp", "PageDown");
  await at(page, "a clicker goes back and on", ids[1]);
  await press(page, "Shift+Space", "Space");
  await at(page, "shift and space go back, space goes on", ids[1]);
  await press(page, "Enter", "n");
  await at(page, "Enter and N go on", ids[3]);
  await press(page, "Shift+Enter");
  await at(page, "shift and Enter go back", ids[2]);
  await page.mouse.click(640, 690);
  await settled(page);
  await at(page, "a click goes on", ids[3]);
  await page.mouse.click(640, 690, { button: "right" });
  await page.keyboard.down("Control");
  await page.mouse.click(640, 690);
  await page.keyboard.up("Control");
  await settled(page);
  await at(page, "another button does not, nor with a key", ids[3]);
  const heading = await page.locator(`#${ids[3]}-title`).boundingBox();
  await page.mouse.move(heading.x + 2, heading.y + 20);
  await page.mouse.down();
  await page.mouse.move(heading.x + 200, heading.y + 20, { steps: 4 });
  await page.mouse.up();
  await settled(page);
  await at(page, "words can be marked", ids[3]);
  await press(page, "Home", "ArrowRight", "End");
  await at(page, "End is the last slide of the run", ids[run - 1]);
  await page.goBack();
  await settled(page);
  await at(page, "Back returns from the end", ids[1]);
  await press(page, "End");
  await at(page, "End goes there again", ids[run - 1]);
  expect("the place counts the run", await text(page, "place"), `${run} / ${run}`);
  expect("at the end the hairline is full", await page.evaluate(() => getComputedStyle(document.documentElement).getPropertyValue("--done")), "1");
  await press(page, "ArrowRight", "Space", "PageDown");
  await at(page, "and nothing goes on from there", ids[run - 1]);
  await press(page, "Home");
  await at(page, "Home is the first", "title");
  await press(page, "7", "Enter");
  await at(page, "a digit and Enter go to a slide", ids[6]);
  const said = await text(page, "said");
  check("a change of slide is said once", /^Diapositiva 7 di \d+: ./.test(said) ? [] : [said]);
  expect("by one live region", await page.$$eval("[role=status], [role=alert], [aria-live]", (all, said) => all.filter((one) => one.textContent.includes(said)).length, said), 1);
  await press(page, "g", "1", "2");
  expect("G asks for a number and shows it", await page.$eval("#stage-number", (field) => field.value), "12");
  expect("and whose it is", await text(page, "stage-jump-said"), await text(page, `${ids[11]}-title`));
  await shoot(page, "jump");
  await findsNothing(page, "the prompt of a jump");
  await press(page, "Escape");
  expect("Esc leaves the prompt", await openDialog(page), "");
  await at(page, "and stays where it was", ids[6]);
  await press(page, "g", "9", "9", "9", "Enter");
  expect("a number that is none is not followed", await openDialog(page), "stage-jump");
  expect("and the range is said", await text(page, "stage-jump-said"), `Un numero da 1 a ${ids.length}`);
  await press(page, "Escape", "g", ...String(ids.length), "Enter");
  await at(page, "a number leads to a slide kept back", BACKUP);
  expect("which says that it is one", await text(page, "place"), `${ids.length} · riserva`);
  await press(page, "ArrowRight");
  await at(page, "from the last kept back nothing goes on", BACKUP);
  await page.goBack();
  await settled(page);
  await at(page, "Back returns to where the jump began", ids[6]);
  await press(page, "Control+ArrowRight", "Alt+b");
  await at(page, "keys of the browser are the browser's", ids[6]);
  expect("whole", await openDialog(page), "");
});

// A number is an address too, and is told by the slide's own.
visit("numbers", async (page) => {
  await at(page, "#13 is the thirteenth slide", ids[12]);
  await page.evaluate(() => (location.hash = "#4"));
  await settled(page);
  await at(page, "#4 is the fourth", ids[3]);
  await page.evaluate(() => (location.hash = "#999"));
  await settled(page);
  expect("what no slide has changes nothing", String(await onScreen(page)), ids[3]);
}, { hash: "#13" });

// As WebKit, which takes a hundred addresses in ten seconds, and puts the caret first where a dialog opens.
const asWebKit = () => {
  let left = 3;
  for (const how of ["pushState", "replaceState"]) {
    const real = history[how].bind(history);
    history[how] = (...all) => {
      if (!window.patient && (left -= 1) < 0) throw new DOMException("too many", "SecurityError");
      real(...all);
    };
  }
  const open = HTMLDialogElement.prototype.showModal;
  HTMLDialogElement.prototype.showModal = function () {
    open.call(this);
    this.querySelector("input")?.setSelectionRange(0, 0);
  };
};
visit("a browser that counts", async (page) => {
  await press(page, "1", "2");
  expect("digits stand as they were typed", await page.$eval("#stage-number", (field) => field.value), "12");
  await press(page, "Escape", ..."nnnnn");
  expect("the slides go on", String(await onScreen(page)), ids[5]);
  expect("so does their number", await text(page, "place"), `6 / ${run}`);
  check("it is said", (await text(page, "said")).startsWith("Diapositiva 6 di ") ? [] : [await text(page, "said")]);
  expect("while the address is behind", new URL(page.url()).hash, `#${ids[3]}`);
  await press(page, "End");
  await page.evaluate(() => (window.patient = true));
  await page.waitForFunction((hash) => location.hash === hash, `#${ids[run - 1]}`, { timeout: 5000 });
  await page.goBack();
  await settled(page);
  await at(page, "and when it follows, a jump can be taken back", ids[3]);
}, { before: asWebKit });

visit("items one by one", async (page) => {
  await press(page, ...String(ids.indexOf(BEFORE_STEPS) + 1), "Enter");
  await at(page, "the slide before the items", BEFORE_STEPS);
  await press(page, "ArrowRight");
  await at(page, "the slide of the items", STEPS);
  expect("begins with none", await opacities(page, STEPS), shown(0));
  check("but they are there to be read aloud", (await named(page, `#${STEPS} li`)) ? [] : ["hidden"]);
  const tree = await page.locator(`#${STEPS}`).ariaSnapshot();
  check("all of them", tree.includes("Procedure di accesso") ? [] : [tree]);
  await findsNothing(page, "items to come");
  await press(page, "Space");
  expect("space shows one", await opacities(page, STEPS), shown(1));
  await press(page, "ArrowRight", "PageDown", "ArrowDown", "ArrowRight", "Space");
  expect("each key one more", await opacities(page, STEPS), shown(ITEMS));
  await at(page, "and stays", STEPS);
  await press(page, "ArrowRight");
  await at(page, "then it goes on", AFTER_STEPS);
  await press(page, "ArrowLeft");
  expect("from after it is whole", await opacities(page, STEPS), shown(ITEMS));
  await press(page, "ArrowLeft");
  expect("and going back hides", await opacities(page, STEPS), shown(ITEMS - 1));
  await page.emulateMedia({ media: "print" });
  expect("on paper it is whole", await opacities(page, STEPS), shown(ITEMS));
  await page.emulateMedia({ media: "screen" });
  await press(page, "o");
  expect("in the overview it is whole", await page.$$eval("#stage-grid .to-come", (all) => all.filter((one) => getComputedStyle(one).opacity !== "1").length), 0);
  await press(page, "Escape");
  await page.click("#view");
  expect("and in the column for reading", await opacities(page, STEPS), shown(ITEMS));
}, { reducedMotion: "reduce" });

visit("items by their address", async (page) => {
  expect("an address shows a slide whole", await opacities(page, STEPS), shown(ITEMS));
}, { hash: `#${STEPS}` });

visit("overview", async (page) => {
  await press(page, "ArrowRight", "o");
  expect("O opens all slides", await openDialog(page), "stage-overview");
  expect("the focus is in the search", await focused(page), "stage-search");
  expect("all are there", await page.$$eval("#stage-grid > li", (all) => all.length), ids.length);
  expect("each with a likeness for the eye alone", await page.$$eval("#stage-grid .mini[inert][aria-hidden=true] .slide", (all) => all.length), ids.length);
  expect("the present one is told", await page.$eval("#stage-grid [aria-current=true]", (link) => link.hash), `#${ids[1]}`);
  expect("the one kept back has a word", await page.$eval("#stage-grid > li:last-child .tag", (tag) => tag.textContent), "riserva");
  await findsNothing(page, "overview");
  await shoot(page, "overview");
  await page.keyboard.type("specialisti dell");
  await page.keyboard.press("Control+a");
  await page.keyboard.type("gRAziè");
  expect("titles are found without accents and capitals", await page.$$eval("#stage-grid > li:not([hidden])", (all) => all.length), 1);
  expect("how many is said", await text(page, "stage-found"), "1 diapositiva");
  await press(page, "Enter");
  await at(page, "Enter goes to the first found", ids[run - 1]);
  expect("and closes", await openDialog(page), "");
  await page.goBack();
  await settled(page);
  await at(page, "Back goes where one was", ids[1]);
  await press(page, "o");
  await page.keyboard.type("interoperabilita");
  expect("words of the text are found", await page.$$eval("#stage-grid > li:not([hidden]) > a", (all) => all.map((link) => link.hash).join()), `#${STEPS}`);
  await press(page, "Escape");
  expect("Esc closes it", await openDialog(page), "");
  await press(page, "o", "ArrowDown");
  expect("down goes to the present slide", await page.evaluate(() => document.activeElement.hash), `#${ids[1]}`);
  await press(page, "ArrowRight", "ArrowRight", "Enter");
  await at(page, "arrows and Enter choose", ids[3]);
  await press(page, "o");
  await page.keyboard.type("fascicolo");
  const found = await page.$$eval("#stage-grid > li:not([hidden]) > a", (all) => all.map((link) => /fascicolo/i.test(link.textContent)));
  const places = await page.$$eval("#stage-grid > li:not([hidden]) > a", (all) => all.map((link) => parseInt(link.textContent)));
  check("there are slides with and without the word in their title", found.includes(true) && found.includes(false) ? [] : [String(found)]);
  check("those with it come first", found.lastIndexOf(true) < found.indexOf(false) ? [] : [String(found)]);
  const [titled, others] = [true, false].map((is) => places.filter((_, i) => found[i] === is));
  check("though some stand later", Math.max(...titled) > Math.min(...others) ? [] : [String(places)]);
  await page.keyboard.press("Control+a");
  await page.keyboard.press("Delete");
  expect("without letters all stand in order", await page.$$eval("#stage-grid > li:not([hidden]) > a", (all) => all.map((link) => link.hash.slice(1)).join()), ids.join());
  await press(page, "Escape");
  await press(page, "o", "Tab", "Tab", "Tab", "Enter");
  check("so do Tab and Enter", (await openDialog(page)) === "" ? [] : ["still open"]);
});

visit("help", async (page) => {
  await press(page, "?");
  expect("? shows the keys", await openDialog(page), "stage-help");
  await findsNothing(page, "help");
  await shoot(page, "help");
  await page.focus("#stage-signs");
  await press(page, "Space");
  expect("the switch is off", await page.$eval("#stage-signs", (box) => box.checked), false);
  await press(page, "Escape");
  await press(page, "b", "o", "a", "s", "g", "4", ".", "?", "f", "p");
  expect("then no sign is a key", await openDialog(page), "");
  await at(page, "nothing has moved", "title");
  await press(page, "ArrowRight", "Space", "PageDown");
  check("arrows, space and clickers remain", (await onScreen(page))[0] === "title" ? ["they do not"] : []);
  await page.reload();
  await press(page, "b", "o", "4");
  expect("the choice outlives the page", await openDialog(page), "");
  for (let tries = 0; tries < 20 && (await page.evaluate(() => document.activeElement.dataset.do)) !== "overview"; tries += 1) await page.keyboard.press("Tab");
  await press(page, "Enter");
  expect("buttons do what keys did", await openDialog(page), "stage-overview");
  await press(page, "Escape");
  expect("the focus returns to the button", await page.evaluate(() => document.activeElement.dataset.do), "overview");
  await page.evaluate(() => document.querySelector("[data-do=help]").focus());
  await press(page, "Enter");
  await page.focus("#stage-signs");
  await press(page, "Space", "Escape");
  expect("switched on again, nothing is kept", await page.evaluate(() => localStorage.length), 0);
  await press(page, "o");
  expect("and signs are keys", await openDialog(page), "stage-overview");
});

const refuse = () => Object.defineProperty(window, "localStorage", { get() { throw new DOMException("refused", "SecurityError"); } });
visit("where nothing is kept", async (page) => {
  await press(page, "?");
  await page.focus("#stage-signs");
  await press(page, "Space", "Escape", "o");
  expect("the switch holds for the page", await openDialog(page), "");
  await press(page, "ArrowRight");
  await at(page, "and the deck goes on", ids[1]);
}, { before: refuse });

visit("black", async (page) => {
  for (const [key, back] of [["b", "ArrowRight"], [".", "b"], ["b", "Escape"], ["b", "x"], ["b", " "]]) {
    await press(page, key);
    expect(`${key} makes the screen black`, await openDialog(page), "stage-black");
    const [ground, box] = await page.$eval("#stage-black", (one) => [getComputedStyle(one).backgroundColor, one.getBoundingClientRect().toJSON()]);
    expect("all of it", `${ground} ${box.left} ${box.top} ${box.width} ${box.height}`, "rgb(0, 0, 0) 0 0 1280 720");
    await press(page, back);
    expect(`“${back}” comes back`, await openDialog(page), "");
    await at(page, `“${back}” does no more than that`, "title");
  }
  await press(page, "b");
  check("it is said", (await page.locator("#stage-black").ariaSnapshot()).includes("Schermo nero") ? [] : [await page.locator("#stage-black").ariaSnapshot()]);
  await findsNothing(page, "black");
  await page.mouse.click(400, 300);
  expect("a click comes back", await openDialog(page), "");
  await at(page, "and goes nowhere", "title");
});

visit("paper", async (page) => {
  await press(page, "ArrowRight", "p");
  expect("P prints", await page.evaluate(() => window.printed), 1);
  const tops = await page.$$eval("main section.slide", (all) => all.map((slide) => [slide.checkVisibility(), slide.getBoundingClientRect().top]));
  check("all slides are there", tops.every(([shown]) => shown) ? [] : ["hidden ones"]);
  check("one below the other", tops.every(([, top], i) => i === 0 || top > tops[i - 1][1]) ? [] : [String(tops)]);
  expect("the way back has the focus", await focused(page), "stage-leave");
  await findsNothing(page, "paper");
  await shoot(page, "paper");
  await press(page, "ArrowRight", "Escape");
  await at(page, "Esc comes back to the slide", ids[1]);
  expect("once printed", await page.evaluate(() => window.printed), 1);
}, { before: () => { window.printed = 0; window.print = () => { window.printed += 1; }; } });

visit("full screen", async (page) => {
  await press(page, "f");
  await page.waitForFunction(() => document.fullscreenElement === document.documentElement);
  await press(page, "f");
  await page.waitForFunction(() => !document.fullscreenElement);
  // What Esc does in full screen, where the page never hears of the key.
  for (const [key, name] of [["o", "the overview"], ["b", "black"], ["?", "the keys"]]) {
    await press(page, "f");
    await page.waitForFunction(() => document.fullscreenElement);
    await press(page, key);
    await page.evaluate(() => document.exitFullscreen());
    await page.waitForFunction(() => !document.fullscreenElement);
    await settled(page);
    expect(`leaving full screen closes ${name}`, await openDialog(page), "");
    expect(`and after ${name} says so`, await text(page, "stage-notice"), "A schermo intero Esc chiude lo schermo intero: F lo riapre");
  }
  await page.evaluate(() => { document.documentElement.requestFullscreen = () => Promise.reject(new TypeError("refused")); });
  await press(page, "f");
  expect("a refusal is said", await text(page, "stage-notice"), "Il browser non concede lo schermo intero");
  await findsNothing(page, "a notice");
});

visit("what about", async (page) => {
  await press(page, "a", "m", "o");
  expect("three keys", await page.$eval("#stage-answer caption", (caption) => caption.textContent), "Il Molise in cifre");
  expect("and a cell", (await page.$$eval("#stage-answer tbody tr", (all) => all.map((row) => [...row.cells].slice(0, 2).map((cell) => cell.textContent).join(" "))))[2], "Consenso 1%");
  expect("the field says which is chosen", await page.$eval("#stage-field", (field) => document.getElementById(field.getAttribute("aria-activedescendant")).textContent), "Molise");
  await findsNothing(page, "the figures of a territory");
  await shoot(page, "ask");
  await press(page, "ArrowDown");
  expect("arrows choose among those found", await page.$eval("#stage-answer caption", (caption) => caption.textContent), "Il Piemonte in cifre");
  for (const [letters, name] of [["fvg", "Il Friuli-Venezia Giulia"], ["VALLÉE", "La Valle d’Aosta"], ["valle d'a", "La Valle d’Aosta"], ["sudt", "La P.A. di Bolzano"], ["qq", ""]]) {
    await page.keyboard.press("Control+a");
    await page.keyboard.type(letters);
    expect(`“${letters}” finds`, await page.$$eval("#stage-answer caption", (all) => all.map((one) => one.textContent.replace(" in cifre", "")).join()), name);
  }
  await page.keyboard.press("Control+a");
  await page.keyboard.type("mol");
  await press(page, "Enter", "Tab", "Tab");
  const where = await page.evaluate(() => document.activeElement.hash);
  await press(page, "Enter");
  await at(page, "a row leads to the slide of its figure", where.slice(1));
  await page.goBack();
  await settled(page);
  await at(page, "and Back returns", "title");
  await press(page, "a");
  await page.keyboard.type("xyz");
  expect("what is nowhere is said", await text(page, "stage-ask-said"), "Nessun territorio con queste lettere");
  await press(page, "Escape");
  expect("Esc closes it", await openDialog(page), "");
});

visit("the window of the speaker", async (page, context) => {
  await press(page, ...String(ids.indexOf(BEFORE_STEPS) + 1), "Enter");
  const here = ids.indexOf(BEFORE_STEPS);
  const [window] = await Promise.all([context.waitForEvent("page"), page.keyboard.press("s")]);
  await window.waitForSelector("#speaker-here .slide");
  const size = { width: 1180, height: 760 };
  await window.setViewportSize(size);
  const status = () => window.evaluate(() => [document.documentElement.lang, document.compatMode, document.title.split(" · ")[0]].join());
  expect("it is a page of its own", await status(), "it,CSS1Compat,Finestra del relatore");
  expect("it shows where we are", await text(window, "speaker-here-place"), `${here + 1} / ${run}`);
  expect("what it is", await text(window, "speaker-here-title"), await text(page, `${ids[here]}-title`));
  expect("and what follows", await text(window, "speaker-then-title"), await text(page, `${ids[here + 1]}-title`));
  const bars = () => [getComputedStyle(document.documentElement).colorScheme, getComputedStyle(document.documentElement).scrollbarColor].join(" ");
  expect("its scrollbars are dark", await window.evaluate(bars), "dark rgb(132, 148, 163) rgb(16, 22, 29)");
  expect("two likenesses", await window.$$eval(".mini .slide", (all) => all.length), 2);
  await findsNothing(window, "the window of the speaker");
  await press(window, "ArrowRight");
  await at(page, "its keys move the audience", STEPS);
  expect("it says which items are shown", await text(window, "speaker-items"), `· voci 0 di ${ITEMS}`);
  expect("items to come are dimmed", await window.$$eval("#speaker-here li.to-come", (all) => all.map((one) => getComputedStyle(one).opacity).join()), Array(ITEMS).fill("0.35").join());
  await press(window, "Space");
  expect("space shows the first to the audience", await opacities(page, STEPS), shown(1));
  expect("and here", await window.$$eval("#speaker-here li.to-come", (all) => all.length), ITEMS - 1);
  expect("where nobody wrote notes it says so", await text(window, "speaker-notes"), "Nessuna nota per questa diapositiva.");
  await shoot(window, "speaker");

  await press(window, "b");
  expect("B there blanks the audience", await openDialog(page), "stage-black");
  expect("and says so", await text(window, "speaker-black-said"), "Il pubblico vede uno schermo nero. Premi B o Esc per mostrare di nuovo la diapositiva.");
  check("the speaker still sees the slide", (await window.$eval("#speaker-here .slide", (slide) => slide.checkVisibility())) ? [] : ["it is gone"]);
  await findsNothing(window, "the window of the speaker, the audience in the dark");
  await shoot(window, "speaker-black");
  await press(window, "ArrowRight", "ArrowRight");
  expect("in the dark one goes on unseen", await openDialog(page), "stage-black");
  await press(window, "b");
  expect("B shows it again", await openDialog(page), "");
  expect("and takes back its words", await text(window, "speaker-black-said"), "");
  expect("with what was shown meanwhile", await opacities(page, STEPS), shown(3));
  await press(page, "b");
  check("black in the other window is said here", (await text(window, "speaker-black-said")) ? [] : ["it is not"]);
  await press(page, "x");
  expect("and so is its end", await text(window, "speaker-black-said"), "");

  await press(window, "g", "7", "Enter");
  await at(page, "a number goes there", ids[6]);
  const notes = await page.$$eval(`#${ids[6]} .notes p`, (all) => all.map((note) => note.textContent).join(""));
  check("its notes are there", notes && (await text(window, "speaker-notes")) === notes ? [] : [notes]);
  await press(window, "9", "Enter");
  await at(page, "a digit too", ids[8]);
  await press(window, "Home");
  await at(page, "Home too", "title");
  const seconds = await page.$$eval("main section.slide:not([data-backup])", (all) => all.map((slide) => Number(slide.dataset.seconds)));
  const clock = (seconds) => `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
  expect("the plan counts the run", await text(window, "speaker-plan-total"), clock(seconds.reduce((a, b) => a + b)));
  expect("and each slide", await text(window, "speaker-plan-here"), clock(seconds[0]));
  check("the clock is told", /^\d\d[:.]\d\d$/.test(await text(window, "speaker-clock")) ? [] : [await text(window, "speaker-clock")]);
  await window.waitForTimeout(1300);
  expect("the timer waits to be started", `${await text(window, "speaker-elapsed")} ${await text(window, "speaker-verdict")}`, "0:00 ");
  const button = async (id) => {
    await window.focus(`#speaker-${id}`);
    await window.keyboard.press("Enter");
    await window.waitForTimeout(350);
  };
  await button("start");
  await window.waitForTimeout(1300);
  check("started, it runs", /^0:0[1-9]$/.test(await text(window, "speaker-elapsed")) ? [] : [await text(window, "speaker-elapsed")]);
  expect("within the time of the slide one is on time", await text(window, "speaker-verdict"), "in orario");
  await button("start");
  const stopped = await text(window, "speaker-elapsed");
  await window.waitForTimeout(1300);
  expect("it pauses", await text(window, "speaker-elapsed"), stopped);
  await button("start");
  // Five minutes pass.
  await page.evaluate(() => { const now = Date.now; Date.now = () => now() + 300000; });
  await window.waitForTimeout(400);
  check("later it is late", /^[45] min di ritardo$/.test(await text(window, "speaker-verdict")) ? [] : [await text(window, "speaker-verdict")]);
  await shoot(window, "speaker-late");
  await findsNothing(window, "the window of the speaker, late");
  await press(window, "End");
  check("on the last slide it is early", /^\d+ min di anticipo$/.test(await text(window, "speaker-verdict")) ? [] : [await text(window, "speaker-verdict")]);
  expect("after it comes the end", await text(window, "speaker-then-title"), "Fine della presentazione");
  await button("reset");
  expect("reset, it waits again", `${await text(window, "speaker-elapsed")} ${await text(window, "speaker-start")}`, "0:00 Avvia");
  const before = await window.$eval("#speaker-notes", (notes) => parseFloat(getComputedStyle(notes).fontSize));
  await button("larger");
  check("notes grow", (await window.$eval("#speaker-notes", (notes) => parseFloat(getComputedStyle(notes).fontSize))) > before ? [] : ["they do not"]);
  await window.setViewportSize(NARROW);
  await findsNothing(window, "the window of the speaker, narrow");
  check("nothing runs over the side", await window.evaluate(() => (document.scrollingElement.scrollWidth > innerWidth ? [`${document.scrollingElement.scrollWidth}`] : [])));
  await window.setViewportSize(size);

  await press(page, "s");
  expect("S brings no third window", context.pages().length, 2);
  await window.close();
  await press(page, "Home");
  await at(page, "without it the deck goes on", "title");
  const [again] = await Promise.all([context.waitForEvent("page"), page.keyboard.press("s")]);
  await again.waitForSelector("#speaker-here .slide");
  const gone = again.waitForEvent("close");
  await page.goto("about:blank");
  await gone;
  check("it goes with the deck", again.isClosed() ? [] : ["it stays"]);
}, { reducedMotion: "reduce" });

visit("no second window", async (page) => {
  await press(page, "s");
  check("a refusal is said", (await text(page, "stage-notice")).startsWith("Il browser ha rifiutato la finestra") ? [] : [await text(page, "stage-notice")]);
}, { before: () => { window.open = () => null; } });

visit("motion", async (page) => {
  const moves = await page.$eval(`#${STEPS} li`, (item) => getComputedStyle(item).transitionDuration);
  expect("who wants no motion has none", moves, "0s");
}, { reducedMotion: "reduce" });

for (const colorScheme of ["light", "dark"]) {
  for (const viewport of [WIDE, NARROW]) {
    const variant = `${colorScheme} ${viewport.width}`;
    visit(`the column, ${variant}`, async (page) => {
      if (viewport === WIDE) await page.click("#view");
      await findsNothing(page, `the column, ${variant}`);
      for (const what of ["overview", "ask", "help"]) {
        await page.click(`[data-do=${what}]`);
        if (what === "ask") await page.keyboard.type("mo");
        await findsNothing(page, `the column, ${variant}, ${what}`, { within: "dialog[open]" });
        await shoot(page, `column-${colorScheme}-${viewport.width}-${what}`);
        const over = await page.$eval("dialog[open]", (one) => one.scrollWidth - one.clientWidth);
        expect(`the column, ${variant}, ${what}: no sideways scrolling`, over > 1, false);
        await press(page, "Escape");
        expect(`the column, ${variant}, ${what}: Esc closes`, await openDialog(page), "");
      }
      const small = await page.$$eval("#controls button", (all) =>
        all.filter((one) => one.checkVisibility()).map((one) => one.getBoundingClientRect()).filter(({ width, height }) => width < 24 || height < 24).length);
      expect(`the column, ${variant}: buttons are large enough`, small, 0);
      if (viewport === WIDE) {
        await press(page, "o");
        await page.keyboard.type("grazie");
        await press(page, "Enter");
        check("the overview scrolls the column", (await onScreen(page)).includes(ids[run - 1]) ? [] : ["it does not"]);
      }
    }, { viewport, colorScheme });
  }
}

for (const colorScheme of ["light", "dark"]) {
  const variant = `forced colours, ${colorScheme}`;
  visit(variant, async (page, context) => {
    for (const id of ids) {
      await page.evaluate((hash) => (location.hash = hash), id);
      await settled(page);
      check(`${variant}, #${id}`, await page.evaluate(ownColours, id));
    }
    await shoot(page, `forced-${colorScheme}`);
    await press(page, "b");
    expect(`${variant}: black is black`, await page.$eval("#stage-black", (one) => getComputedStyle(one).backgroundColor), "rgb(0, 0, 0)");
    await press(page, "b", "a", "m", "o");
    await page.waitForSelector("#stage-options [aria-selected=true]");
    const ground = (selected) => page.$eval(`#stage-options [aria-selected=${selected}]`, (one) => getComputedStyle(one).backgroundColor);
    check(`${variant}: the territory chosen can be told`, (await ground(true)) !== (await ground(false)) ? [] : [await ground(true)]);
    await press(page, "Escape");
    const [window] = await Promise.all([context.waitForEvent("page"), page.keyboard.press("s")]);
    await window.waitForSelector("#speaker-here .slide");
    await press(window, "b");
    const pressed = await window.$$eval("#speaker-black, #speaker-next", (all) => all.map((one) => getComputedStyle(one).backgroundColor));
    check(`${variant}: a button that is pressed can be told`, pressed[0] !== pressed[1] ? [] : pressed);
  }, { forcedColors: "active", colorScheme });
}

visit("without scripts", async (page) => {
  const hidden = await page.$$eval("main section.slide", (all) => all.filter((slide) => !slide.checkVisibility()).map((slide) => slide.id));
  check("without scripts all slides can be read", hidden);
  expect("items and all", await opacities(page, STEPS), shown(ITEMS));
  expect("and nothing else stands there", await page.$$eval("dialog, #controls", (all) => all.filter((one) => one.checkVisibility()).length), 0);
}, { javaScriptEnabled: false });

await together(visits);
await end(browser);
