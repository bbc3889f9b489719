// The stage: one slide at a time, scaled to the window. Without scripts a deck is one column.
// This file and those of the folder deck/ are one script: what is declared here is seen there.

const root = document.documentElement;
const find = (id) => document.getElementById(id);
const deck = find("deck");
const words = JSON.parse(find("stage-words").textContent);
/** Words with their {blanks} filled. */
const fill = (text, blanks) => text.replace(/\{(\w+)\}/g, (_, name) => blanks[name]);

// ---- The slides: those of the run, then those kept back.

let slides, run;
const isBackup = (slide) => "backup" in slide.dataset;
const title = (slide) => find(slide.getAttribute("aria-labelledby")).textContent.trim();
const collect = () => {
  slides = [...deck.querySelectorAll(".slide")];
  run = slides.filter((slide) => !isBackup(slide)).length;
};
const place = (index) => (isBackup(slides[index]) ? `${index + 1} · ${words.backup}` : `${index + 1} / ${run}`);

// ---- Where we are. Who watches is told of each change.

let staged = false;
let current = 0;
let revealed = 0;
const watchers = [];

/** The items that appear one by one; they are hidden to the eye alone. */
const items = (index) =>
  "steps" in slides[index].dataset ? [...slides[index].querySelectorAll(".slide__body > :is(ul, ol) > li")] : [];
const mark = (element, name, on) => {
  element.classList.toggle(name, on);
  if (!element.classList.length) element.removeAttribute("class");
};

const show = () => {
  slides.forEach((slide, index) => {
    slide.hidden = staged && index !== current;
    items(index).forEach((item, at) => mark(item, "to-come", staged && index === current && at >= revealed));
  });
  fit();
  find("place").textContent = place(current);
  find("previous").setAttribute("aria-disabled", String(current === 0));
  find("next").setAttribute("aria-disabled", String(isLast() && revealed >= items(current).length));
  root.style.setProperty("--done", run > 1 ? Math.min(current, run - 1) / (run - 1) : 1);
  watchers.forEach((tell) => tell());
};
const isLast = () => current === run - 1 || current === slides.length - 1;

/** Tells the browser where we are, and once more later where it refuses, as all do after some hundred slides at a run. */
let owed = "";
let asking;
const writeAddress = (how) => {
  clearTimeout(asking);
  const address = `#${slides[current].id}`;
  // A place in the history that is owed is made, whatever came after.
  owed = owed === "pushState" ? owed : how;
  try {
    if (location.hash !== address) history[owed](null, "", address);
  } catch { /* It is asked again. */ }
  if (location.hash === address) owed = "";
  else asking = setTimeout(writeAddress, 1000, owed);
};

/** Shows a slide: with its items still to come if it is further on, whole if not. A jump can be taken back. */
const go = (index, { jump = false, whole = false } = {}) => {
  const wanted = Math.max(0, Math.min(slides.length - 1, index));
  if (wanted === current) return;
  const left = slides[current].contains(document.activeElement);
  revealed = whole || wanted < current ? Infinity : 0;
  current = wanted;
  show();
  // Focus does not stay on a slide that is gone.
  if (left) deck.focus({ preventScroll: true });
  if (!staged) slides[current].scrollIntoView();
  find("said").textContent = fill(isBackup(slides[current]) ? words.said_backup : words.said, {
    n: current + 1,
    of: run,
    title: title(slides[current]),
  });
  writeAddress(jump ? "pushState" : "replaceState");
};
const forth = () => {
  if (revealed < items(current).length) {
    revealed += 1;
    show();
  } else if (!isLast()) go(current + 1);
};
const back = () => {
  const shown = Math.min(revealed, items(current).length);
  if (shown > 0) {
    revealed = shown - 1;
    show();
  } else go(current - 1);
};
const toFirst = () => go(0, { jump: true });
const toLast = () => go(run - 1, { jump: true });
find("previous").addEventListener("click", back);
find("next").addEventListener("click", forth);

// ---- Addresses: each slide has one, plain letters, and answers to its number; what is neither names no slide.

const named = () => {
  const name = location.hash.slice(1);
  const slide = find(name)?.closest(".slide") ?? (/^\d+$/.test(name) ? slides[Number(name) - 1] : undefined);
  return slide ? slides.indexOf(slide) : -1;
};
addEventListener("hashchange", () => {
  const index = location.hash ? named() : 0;
  if (staged && index >= 0) go(index, { whole: true });
});

// ---- Stage or page.

const [stageStyle, readingStyle, darkStyle, view] = ["stage-style", "reading-style", "dark-style", "view"].map(find);
const DARK = darkStyle.media;
const setStage = (on) => {
  staged = on;
  revealed = Infinity;
  stageStyle.media = on ? "all" : "print";
  readingStyle.media = on ? "not all" : "screen";
  // The stage is light, but for who sees everything in colours of their own.
  darkStyle.media = on ? `${DARK} and (forced-colors:active)` : DARK;
  view.textContent = on ? view.dataset.reading : view.dataset.stage;
  root.classList.toggle("staged", on);
  show();
};
let left = -1;
view.addEventListener("click", () => {
  if (staged) {
    setStage(false);
    slides[current].scrollIntoView();
    left = Math.round(scrollY);
  } else {
    // The slide being read is the last one that begins in the upper part of the window; who has not moved reads
    // the slide of before, which near the end of the page may not reach the top.
    const above = slides.filter((slide) => slide.offsetHeight && slide.getBoundingClientRect().top < innerHeight / 4);
    if (Math.round(scrollY) !== left) current = Math.max(0, slides.indexOf(above.at(-1)));
    setStage(true);
    writeAddress("replaceState");
  }
});
/** Who spaces letters, words and lines needs more than a slide has: it grows, and is shown smaller. */
const fit = () => {
  const slide = slides[current];
  mark(slide, "slide--tall", false);
  const boxes = [slide, ...slide.querySelectorAll(".slide__body, .slide__middle")];
  mark(slide, "slide--tall", staged && boxes.some((box) => box.scrollHeight > box.clientHeight + 1));
  root.style.setProperty("--scale", Math.min(innerWidth / 1280, innerHeight / Math.max(720, staged ? slide.offsetHeight : 720)));
  root.style.setProperty("--page", Math.min(1, (innerWidth - 32) / 1280));
};
addEventListener("resize", fit);

/** A small likeness of a slide, for the eye alone. */
const likeness = (slide) => {
  const copy = slide.cloneNode(true);
  copy.hidden = false;
  copy.querySelectorAll(".notes, .summary, details, .plot--narrow, .unseen, title, desc").forEach((part) => part.remove());
  for (const part of [copy, ...copy.querySelectorAll("*")]) {
    for (const { name } of [...part.attributes]) if (/^(id|aria-.*|tabindex|role|href)$/.test(name)) part.removeAttribute(name);
  }
  const frame = document.createElement("div");
  frame.className = "mini";
  frame.inert = true;
  frame.setAttribute("aria-hidden", "true");
  frame.append(copy);
  return frame;
};

// ---- The mouse: a click goes on, but on what has a use for it, or at the end of words that are being marked.

deck.addEventListener("click", (event) => {
  const isPlain = event.button === 0 && event.pointerType !== "touch" && !event.defaultPrevented;
  const keys = event.ctrlKey || event.metaKey || event.altKey || event.shiftKey;
  if (!staged || isBusy() || !isPlain || keys || event.target.closest("a, button, input, summary, label")) return;
  if (getSelection().isCollapsed) forth();
});

// ---- Fingers.

let start = null;
addEventListener("touchstart", (event) => {
  // Two fingers, or one on an enlarged page, move the page and not the slide.
  start = event.touches.length === 1 && (visualViewport?.scale ?? 1) < 1.1 ? event.touches[0] : null;
}, { passive: true });
addEventListener("touchend", (event) => {
  if (!staged || !start || isBusy()) return;
  const [dx, dy] = [event.changedTouches[0].clientX - start.clientX, event.changedTouches[0].clientY - start.clientY];
  if (Math.abs(dx) > 40 && Math.abs(dx) > 1.5 * Math.abs(dy)) (dx < 0 ? forth : back)();
  start = null;
}, { passive: true });

// ---- The controls withdraw when the pointer rests, so that nothing stands over a slide.

let rest;
const wake = () => {
  root.classList.remove("idle");
  clearTimeout(rest);
  rest = setTimeout(() => root.classList.toggle("idle", staged && !isBusy()), 2500);
};
["pointermove", "pointerdown", "focusin"].forEach((name) => addEventListener(name, wake, { passive: true }));

/** Whether something stands over the slides that has keys and fingers of its own. */
const isBusy = () => !!document.querySelector("dialog[open]") || root.classList.contains("paper");

// ---- The preview exchanges slides under this script; to cancel the event is to say that it can follow.

addEventListener("slideschange", (event) => {
  event.preventDefault();
  collect();
  current = Math.max(0, named());
  show();
});

collect();
current = Math.max(0, named());
find("controls").hidden = false;
if (named() >= 0) writeAddress("replaceState");
wake();
setStage(!matchMedia("(max-width: 600px)").matches);
