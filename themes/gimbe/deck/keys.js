// What can be done, by key or by button; the keys that are a sign, which can be switched off; where a number leads.

/** What is said and soon gone, to eyes and ears. */
let silence;
const tell = (text) => {
  const notice = find("stage-notice");
  notice.textContent = text;
  clearTimeout(silence);
  silence = setTimeout(() => { notice.textContent = ""; }, 6000);
};

// ---- Black: any key or click comes back.

const black = find("stage-black");
const setBlack = (on) => {
  if (on === black.open) return;
  if (on) black.showModal();
  else black.close();
  watchers.forEach((watch) => watch());
};
black.addEventListener("click", () => setBlack(false));
black.addEventListener("close", () => watchers.forEach((watch) => watch()));
black.addEventListener("keydown", (event) => {
  if (["Shift", "Control", "Alt", "Meta", "Tab"].includes(event.key)) return;
  event.preventDefault();
  event.stopPropagation();
  setBlack(false);
});

// ---- As on paper: all slides, one below the other.

const setPaper = (on) => {
  root.classList.toggle("paper", on);
  slides.forEach((slide, index) => { slide.hidden = !on && staged && index !== current; });
  if (on) {
    wake();
    slides[current].scrollIntoView();
    find("stage-leave").focus({ preventScroll: true });
    print();
  } else {
    scrollTo(0, 0);
    deck.focus({ preventScroll: true });
  }
};

// In full screen Esc is the browser's, which leaves it before the page hears of anything: what is open goes with it.
document.addEventListener("fullscreenchange", () => {
  if (document.fullscreenElement || !isBusy()) return;
  if (root.classList.contains("paper")) setPaper(false);
  for (const dialog of document.querySelectorAll("dialog[open]")) dialog.close();
  tell(words.full_left);
});
const setFull = () => {
  const asked = document.fullscreenElement ? document.exitFullscreen() : root.requestFullscreen?.();
  if (asked) asked.catch(() => tell(words.full_refused));
  else tell(words.full_refused);
};

// ---- A number and Enter.

const jump = find("stage-jump");
const number = find("stage-number");
const chosen = () => (/^\d+$/.test(number.value) ? slides[Number(number.value) - 1] : undefined);
const sayChosen = () => {
  const slide = chosen();
  find("stage-jump-said").textContent = slide ? title(slide) : fill(words.jump_range, { n: slides.length });
};
/** Puts a text into a field, and the caret after it: some browsers leave it before. */
const begin = (field, text) => {
  field.value = text;
  field.focus();
  field.setSelectionRange(text.length, text.length);
};
const openJump = (digit = "") => {
  jump.showModal();
  begin(number, digit);
  sayChosen();
};
number.addEventListener("input", sayChosen);
jump.addEventListener("submit", (event) => {
  const slide = chosen();
  if (!slide) {
    event.preventDefault();
    number.select();
    return;
  }
  jump.close();
  go(slides.indexOf(slide), { jump: true });
});

// ---- Signs as keys (WCAG 2.1.4): whoever speaks to the machine, or hits keys by chance, switches them off for good.

const KEPT = "fascicle-deck-keys";
const signs = find("stage-signs");
// A browser may refuse to keep anything: then the choice holds for as long as the page.
const kept = (act) => {
  try { return act(localStorage); } catch { return null; }
};
signs.checked = kept((store) => store.getItem(KEPT)) !== "off";
signs.addEventListener("change", () => {
  kept((store) => (signs.checked ? store.removeItem(KEPT) : store.setItem(KEPT, "off")));
});

// ---- What can be done. A button says what in `data-do`.

const actions = {
  overview: () => openOverview(),
  speaker: () => openSpeaker(),
  ask: () => openAsk(),
  jump: () => openJump(),
  next: forth,
  full: setFull,
  black: () => setBlack(true),
  paper: () => { if (staged) setPaper(true); },
  "leave-paper": () => setPaper(false),
  help: () => find("stage-help").showModal(),
};
const signKeys = { o: "overview", s: "speaker", a: "ask", g: "jump", n: "next", f: "full", b: "black", ".": "black", p: "paper", "?": "help" };
document.addEventListener("click", (event) => {
  const button = event.target.closest("[data-do]");
  if (button) actions[button.dataset.do]();
});
// What a dialog's own button closes; a click beside it, on the ground, closes it too.
for (const dialog of document.querySelectorAll("dialog.sheet")) {
  dialog.addEventListener("click", (event) => {
    if (event.target === dialog || event.target.closest(".sheet__close")) dialog.close();
  });
  dialog.addEventListener("close", wake);
}

const steps = {
  ArrowRight: forth, ArrowDown: forth, PageDown: forth,
  ArrowLeft: back, ArrowUp: back, PageUp: back,
  Home: toFirst, End: toLast,
};
/** What a key does on the stage, or in the window of the speaker; nothing where it is not ours. */
const meaning = (event, isTaken) => {
  if (event.ctrlKey || event.altKey || event.metaKey || event.defaultPrevented) return undefined;
  if (event.target.closest("input, textarea, select, [contenteditable]")) return undefined;
  if (event.key in steps) return steps[event.key];
  // On a button or a link the space bar and Enter are theirs; Enter that is held down has closed a dialog before.
  if (event.key === " " || (event.key === "Enter" && !event.repeat))
    return event.target.closest("button, a, summary") ? undefined : event.shiftKey ? back : forth;
  if (!signs.checked) return undefined;
  return isTaken(/^\d$/.test(event.key) ? "jump" : signKeys[event.key.toLowerCase()], event.key);
};
addEventListener("keydown", (event) => {
  if (root.classList.contains("paper")) {
    if (event.key === "Escape") setPaper(false);
    return;
  }
  if (isBusy()) return;
  const act = meaning(event, (name, key) => {
    // In the column for reading, what stands on a stage has no meaning.
    if (!name || (name === "ask" && !find("stage-ask")) || (!staged && /^(black|paper|full|next)$/.test(name))) return undefined;
    return name === "jump" && key.toLowerCase() !== "g" ? () => openJump(key) : actions[name];
  });
  if (!act || (!staged && Object.values(steps).includes(act))) return;
  event.preventDefault();
  act();
});
