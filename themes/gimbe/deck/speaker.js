// The window of the speaker: this slide and the next, notes, clock, and a timer held against the plan. It is written
// from here, since a window without an address has the origin and the rules of the one that opened it.

let speaker = null;
let ticking = 0;
const timer = { from: null, before: 0 };
const elapsed = () => timer.before + (timer.from === null ? 0 : Date.now() - timer.from);
const minutes = (seconds) => {
  const whole = Math.max(0, Math.floor(seconds));
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, "0")}`;
};
const planned = (index) => Number(slides[index].dataset.seconds);
const plannedBefore = (index) => slides.slice(0, Math.min(index, run)).reduce((sum, _, at) => sum + planned(at), 0);

/** How far from the plan: who is within the time of this slide is on time. */
const verdict = (seconds) => {
  if (timer.from === null && timer.before === 0) return ["", ""];
  const from = plannedBefore(current);
  const to = from + (current < run ? planned(current) : 0);
  const off = seconds < from ? from - seconds : Math.max(0, seconds - to);
  const length = fill(off < 60 ? words.seconds : words.minutes, { n: off < 60 ? Math.ceil(off) : Math.round(off / 60) });
  if (off < 1) return [words.on_time, ""];
  return seconds < from ? [fill(words.ahead, { length }), "ahead"] : [fill(words.late, { length }), "late"];
};

const there = () => speaker && !speaker.closed;
const part = (name) => speaker.document.getElementById(`speaker-${name}`);
// Only what is new is written: a reader of the screen is not told the same twice.
const write = (name, text) => {
  if (part(name).textContent !== text) part(name).textContent = text;
};
const lately = () => {
  if (!there()) return;
  const seconds = elapsed() / 1000;
  write("clock", new Date().toLocaleTimeString(root.lang, { hour: "2-digit", minute: "2-digit" }));
  write("elapsed", minutes(seconds));
  const [text, tone] = verdict(seconds);
  write("verdict", text);
  part("verdict").className = tone;
};

const shown = (name, index) => {
  const holder = part(name);
  const slide = slides[index];
  holder.replaceChildren(...(slide ? [likeness(slide)] : []));
};
const follows = () => (isLast() ? -1 : current + 1);
let drawn = "";
const sync = () => {
  if (!there()) return;
  const slide = slides[current];
  write("here-place", place(current));
  write("here-title", title(slide));
  write("then-title", slides[follows()] ? title(slides[follows()]) : words.end);
  // The same slide is not drawn anew, but for its items.
  shown("here", current);
  if (drawn !== slide.id) shown("then", follows());
  drawn = slide.id;
  const notes = [...slide.querySelectorAll(".notes > *")].map((note) => note.cloneNode(true));
  if (!notes.length) notes.push(Object.assign(document.createElement("p"), { className: "quiet", textContent: words.no_notes }));
  part("notes").replaceChildren(...notes);
  const steps = items(current).length;
  write("items", steps ? fill(words.items, { n: Math.min(revealed, steps), of: steps }) : "");
  write("plan-here", current < run ? minutes(planned(current)) : "–");
  write("plan-sum", minutes(plannedBefore(current) + (current < run ? planned(current) : 0)));
  write("plan-total", minutes(plannedBefore(run)));
  part("black").setAttribute("aria-pressed", String(black.open));
  write("black-said", black.open ? words.audience_black : "");
  speaker.document.documentElement.classList.toggle("blacked", black.open);
  write("said", fill(isBackup(slide) ? words.said_backup : words.said, { n: current + 1, of: run, title: title(slide) }));
  lately();
};
watchers.push(sync);

const runTimer = (on) => {
  timer.before = elapsed();
  timer.from = on ? Date.now() : null;
  part("start").textContent = on ? words.pause : timer.before ? words.resume : words.start;
  lately();
};
const resetTimer = () => {
  Object.assign(timer, { from: null, before: 0 });
  runTimer(false);
};
let size = 26;
const resizeNotes = (by) => {
  size = Math.max(16, Math.min(56, size + by));
  part("notes").style.fontSize = `${size}px`;
};

const fitLikenesses = () => {
  for (const name of ["here", "then"]) {
    const holder = part(name);
    holder.style.setProperty("--mini", holder.clientWidth / 1280);
  }
};

const openSpeaker = () => {
  if (!staged) setStage(true);
  if (there()) {
    speaker.focus();
    return;
  }
  speaker = open("", "", "popup,width=1180,height=760");
  if (!speaker) {
    tell(words.speaker_refused);
    return;
  }
  const page = speaker.document;
  // Its own document type, else the browser would take it for a page of the nineties.
  page.write("<!DOCTYPE html><html><head></head><body></body></html>");
  page.close();
  page.documentElement.lang = root.lang;
  page.title = find("stage-speaker").title;
  page.body.className = "speaker";
  page.body.append(find("stage-speaker").content.cloneNode(true));
  for (const { textContent, media } of [document.querySelector("style"), stageStyle, darkStyle]) {
    page.head.append(Object.assign(page.createElement("style"), { textContent, media }));
  }
  drawn = "";
  const does = {
    previous: back, next: forth, black: () => setBlack(!black.open), reset: resetTimer,
    start: () => runTimer(timer.from === null), larger: () => resizeNotes(4), smaller: () => resizeNotes(-4),
  };
  for (const [name, act] of Object.entries(does)) part(name).addEventListener("click", act);
  part("jump").addEventListener("submit", (event) => {
    event.preventDefault();
    const wanted = Number(part("number").value);
    if (slides[wanted - 1]) {
      go(wanted - 1, { jump: true });
      part("number").value = "";
      part("main").focus();
    } else part("number").select();
  });
  speaker.addEventListener("keydown", (event) => {
    if (event.key === "Escape") {
      setBlack(false);
      part("main").focus();
      return;
    }
    const act = meaning(event, (name, key) => {
      if (name === "black" || name === "next") return does[name];
      if (name !== "jump") return undefined;
      return () => begin(part("number"), /\d/.test(key) ? key : "");
    });
    if (!act) return;
    event.preventDefault();
    act();
  });
  speaker.addEventListener("resize", fitLikenesses);
  clearInterval(ticking);
  ticking = setInterval(lately, 250);
  runTimer(timer.from !== null);
  resizeNotes(0);
  sync();
  fitLikenesses();
  part("main").focus();
};
// A window of the speaker without its deck moves nothing.
addEventListener("pagehide", () => { if (there()) speaker.close(); });
