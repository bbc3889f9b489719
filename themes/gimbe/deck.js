// The stage: one slide at a time, scaled to the window. Without this file a deck is one column.
(() => {
  "use strict";
  const root = document.documentElement;
  const find = (id) => document.getElementById(id);
  const deck = find("deck");
  let slides = [...deck.querySelectorAll(".slide")];
  const [stageStyle, readingStyle] = [find("stage-style"), find("reading-style")];
  const [controls, previous, next, view] = [find("controls"), find("previous"), find("next"), find("view")];
  const title = (slide) => find(slide.getAttribute("aria-labelledby")).textContent.trim();
  let staged = false;
  let current = 0;

  const named = () => {
    // Addresses are plain letters: what is no address, or cannot be one, names no slide.
    const target = find(location.hash.slice(1));
    const slide = target && target.closest(".slide");
    return slide ? slides.indexOf(slide) : -1;
  };

  const fit = () => root.style.setProperty("--scale", Math.min(innerWidth / 1280, innerHeight / 720));

  const show = () => {
    slides.forEach((slide, index) => { slide.hidden = staged && index !== current; });
    find("place").textContent = `${current + 1} / ${slides.length}`;
    previous.setAttribute("aria-disabled", String(current === 0));
    next.setAttribute("aria-disabled", String(current === slides.length - 1));
  };

  const go = (index) => {
    const wanted = Math.max(0, Math.min(slides.length - 1, index));
    if (wanted === current) return;
    const left = slides[current].contains(document.activeElement);
    current = wanted;
    show();
    // Focus does not stay on a slide that is gone.
    if (left) deck.focus({ preventScroll: true });
    history.replaceState(null, "", `#${slides[current].id}`);
    find("said").textContent =
      `${deck.dataset.slide} ${current + 1} ${deck.dataset.of} ${slides.length}: ${title(slides[current])}`;
  };

  const setStage = (on) => {
    staged = on;
    stageStyle.media = on ? "all" : "print";
    readingStyle.media = on ? "not all" : "screen";
    view.textContent = on ? view.dataset.reading : view.dataset.stage;
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
      history.replaceState(null, "", `#${slides[current].id}`);
    }
  });
  previous.addEventListener("click", () => go(current - 1));
  next.addEventListener("click", () => go(current + 1));

  const steps = { ArrowRight: 1, ArrowDown: 1, PageDown: 1, ArrowLeft: -1, ArrowUp: -1, PageUp: -1 };
  addEventListener("keydown", (event) => {
    if (!staged || event.ctrlKey || event.altKey || event.metaKey) return;
    let to;
    if (event.key in steps) to = current + steps[event.key];
    else if (event.key === "Home") to = 0;
    else if (event.key === "End") to = slides.length - 1;
    // On a button or a link the space bar is theirs.
    else if (event.key === " " && !event.target.closest("button, a")) to = current + (event.shiftKey ? -1 : 1);
    else return;
    event.preventDefault();
    go(to);
  });

  let start = null;
  addEventListener("touchstart", (event) => {
    // Two fingers, or one on an enlarged page, move the page and not the slide.
    start = event.touches.length === 1 && (visualViewport?.scale ?? 1) < 1.1 ? event.touches[0] : null;
  }, { passive: true });
  addEventListener("touchend", (event) => {
    if (!staged || !start) return;
    const [dx, dy] = [event.changedTouches[0].clientX - start.clientX, event.changedTouches[0].clientY - start.clientY];
    if (Math.abs(dx) > 40 && Math.abs(dx) > 1.5 * Math.abs(dy)) go(current + (dx < 0 ? 1 : -1));
    start = null;
  }, { passive: true });

  // The controls withdraw when the pointer rests, so that nothing stands over a slide.
  let rest;
  const wake = () => {
    root.classList.remove("idle");
    clearTimeout(rest);
    rest = setTimeout(() => root.classList.toggle("idle", staged), 2500);
  };
  ["pointermove", "pointerdown", "focusin"].forEach((name) => addEventListener(name, wake, { passive: true }));

  addEventListener("resize", fit);
  addEventListener("hashchange", () => {
    const index = location.hash ? named() : 0;
    if (staged && index >= 0) go(index);
  });

  // The preview exchanges slides under this script; to cancel the event is to say that it can follow.
  addEventListener("slideschange", (event) => {
    event.preventDefault();
    slides = [...deck.querySelectorAll(".slide")];
    current = Math.max(0, named());
    show();
  });

  current = Math.max(0, named());
  controls.hidden = false;
  fit();
  wake();
  setStage(!matchMedia("(max-width: 600px)").matches);
})();
