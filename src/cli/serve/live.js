// A page of the preview follows the files: what changed in it is exchanged where it stands, so that the slide, the
// place, the focus and whatever is open stay as they are, and nothing flashes. Only where the page's own scripts change,
// or cannot follow, is it loaded anew. Built sites do not have this script.
(() => {
  "use strict";
  const STYLE = "{{STYLE}}";
  const SCRIPT = "/.fascicle/live.js";
  const { kind, turn, site, lang, lost, hide } = document.currentScript.dataset;
  const root = document.documentElement;

  // ---- The page as it was served: what differs from it in the document is the doing of scripts and readers.

  let shown = site;
  let base = null;
  const sheets = new Map();

  class Unreachable extends Error {}
  const read = async (address) => {
    try {
      const answer = await fetch(address, { cache: "no-store" });
      return { status: answer.status, site: answer.headers.get("fascicle-site"), text: await answer.text() };
    } catch {
      throw new Unreachable(address);
    }
  };
  const parse = (text) => new DOMParser().parseFromString(text, "text/html");
  const links = () => [...document.querySelectorAll("link[rel=stylesheet][href]")];
  const bare = (link) => link.href.split("?")[0];
  const isOurs = (link) => new URL(link.href).origin === location.origin;

  const remember = async () => {
    const page = await read(location.pathname);
    if (page.site === shown) base = parse(page.text);
    for (const link of links().filter(isOurs)) {
      const sheet = await read(bare(link));
      if (sheet.site === shown) sheets.set(bare(link), sheet.text);
    }
  };

  // ---- Exchange: three trees, the document, what was served and what is served now.

  const isElement = (node) => node.nodeType === Node.ELEMENT_NODE;
  const id = (node) => (isElement(node) && node.id) || "";
  const alike = (a, b) => a.nodeName === b.nodeName && id(a) === id(b);

  /** The nodes of the document that came from some served ones, whatever else stands between; none if one is gone. */
  const come = (live, served) => {
    const nodes = [...live.childNodes];
    let at = 0;
    const found = [];
    for (const node of served) {
      while (at < nodes.length && !alike(nodes[at], node)) at += 1;
      if (at === nodes.length) return null;
      found.push(nodes[at]);
      at += 1;
    }
    return found;
  };

  /** For each new node the place of the old one that becomes it, or -1. */
  const match = (olds, news) => {
    const from = news.map(() => -1);
    const used = olds.map(() => false);
    const pair = (n, o) => {
      from[n] = o;
      used[o] = true;
    };
    let first = 0;
    let [o, n] = [olds.length, news.length];
    while (first < Math.min(o, n) && olds[first].isEqualNode(news[first])) pair(first, first++);
    while (o > first && n > first && olds[o - 1].isEqualNode(news[n - 1])) pair(--n, --o);
    // What stands between: by address, then what is the same, then what is of one kind, each in order.
    const inOrder = (fits) => {
      let at = first;
      for (let here = first; here < n; here += 1) {
        if (from[here] >= 0) {
          at = Math.max(at, from[here] + 1);
          continue;
        }
        let next = at;
        while (next < o && (used[next] || !fits(olds[next], news[here]))) next += 1;
        if (next < o) {
          pair(here, next);
          at = next + 1;
        }
      }
    };
    for (let here = first; here < n; here += 1) {
      const same = id(news[here]) ? olds.findIndex((old, at) => !used[at] && alike(old, news[here])) : -1;
      if (same >= 0) pair(here, same);
    }
    const [oldIds, newIds] = [new Set(olds.map(id)), new Set(news.map(id))];
    inOrder((old, fresh) => old.isEqualNode(fresh));
    inOrder((old, fresh) => {
      if (old.nodeName !== fresh.nodeName) return false;
      // An address that is new may be another name of one that is gone.
      return id(old) ? id(fresh) && !newIds.has(id(old)) && !oldIds.has(id(fresh)) : !id(fresh);
    });
    return from;
  };

  const change = (live, old, fresh) => {
    if (old.isEqualNode(fresh)) return;
    if (!isElement(old)) {
      live.data = fresh.data;
      return;
    }
    for (const { name } of old.attributes) if (!fresh.hasAttribute(name)) live.removeAttribute(name);
    for (const { name, value } of fresh.attributes) {
      if (old.getAttribute(name) !== value) live.setAttribute(name, value);
    }
    const [olds, news] = [[...old.childNodes], [...fresh.childNodes]];
    const nodes = come(live, olds);
    if (!nodes) {
      live.replaceChildren(...news.map((node) => document.importNode(node, true)));
      return;
    }
    const from = match(olds, news);
    nodes.forEach((node, at) => from.includes(at) || node.remove());
    let [furthest, last] = [-1, null];
    news.forEach((node, at) => {
      const place = from[at];
      const here = place < 0 ? document.importNode(node, true) : nodes[place];
      if (place >= 0) change(here, olds[place], node);
      if (place > furthest) furthest = place;
      else live.insertBefore(here, last ? last.nextSibling : live.firstChild);
      last = here;
    });
  };

  // ---- The page's own scripts.

  const addresses = (page) => [...page.querySelectorAll("[id]")].map((element) => element.id);
  const scripts = (page) => [...page.querySelectorAll(`script:not([src="${SCRIPT}"], [type="application/json"])`)].map((script) => script.outerHTML);
  const areSame = (one, other) => one.length === other.length && one.every((item, at) => item === other[at]);

  /** Whether the scripts of a page that has other slides now can follow. */
  const canFollow = (old, fresh) =>
    scripts(fresh).length === 0 ||
    areSame(addresses(old), addresses(fresh)) ||
    !dispatchEvent(new CustomEvent("slideschange", { cancelable: true }));

  /** The address of the new page that stands where the present one stood in the old. */
  const successor = (old, fresh) => {
    const [o, n] = [addresses(old), addresses(fresh)];
    const [at, known] = [o.indexOf(location.hash.slice(1)), new Set(n)];
    if (at < 0 || known.has(o[at])) return location.hash;
    if (o.length === n.length && !o.includes(n[at])) return `#${n[at]}`;
    const near = o.slice(at).find((one) => known.has(one)) ?? o.slice(0, at).findLast((one) => known.has(one));
    return near ? `#${near}` : "";
  };

  const keepAddress = (hash) => {
    if (hash !== location.hash) history.replaceState(history.state, "", hash || location.pathname + location.search);
  };

  // ---- The place, kept.

  /** What stands at the top of the window, from the innermost outwards, and where. */
  const anchors = () => {
    const at = document.elementsFromPoint(innerWidth / 2, Math.min(80, innerHeight / 4)).find((e) => e !== host);
    const chain = [];
    for (let element = at; element && element !== document.body; element = element.parentElement) {
      chain.push({ element, top: element.getBoundingClientRect().top });
    }
    return chain;
  };

  const backTo = (chain) => {
    const still = chain.find(({ element }) => element.isConnected);
    if (still) scrollBy({ top: still.element.getBoundingClientRect().top - still.top, behavior: "instant" });
  };

  /** Makes the document the new page; whether its scripts can follow. */
  const swap = (old, fresh) => {
    const [chain, anchoring] = [anchors(), root.style.overflowAnchor];
    // The place is kept here, and not by the browser besides.
    root.style.overflowAnchor = "none";
    keepAddress(successor(old, fresh));
    for (const part of ["head", "body"]) change(document[part], old[part], fresh[part]);
    for (const { name, value } of fresh.documentElement.attributes) {
      if (old.documentElement.getAttribute(name) !== value) root.setAttribute(name, value);
    }
    const follows = canFollow(old, fresh);
    backTo(chain);
    requestAnimationFrame(() => requestAnimationFrame(() => (root.style.overflowAnchor = anchoring)));
    return follows;
  };

  // ---- Follow.

  const restyle = async () => {
    for (const link of links().filter(isOurs)) {
      const address = bare(link);
      const { status, text } = await read(address);
      if (status !== 200 || text === sheets.get(address)) continue;
      sheets.set(address, text);
      const next = link.cloneNode();
      next.href = `${address}?${encodeURIComponent(wanted)}`;
      // The old one stays until the new one is there.
      next.addEventListener("load", () => link.remove(), { once: true });
      link.after(next);
    }
  };

  /** Takes the page one step towards what the preview shows; whether it got there, or has to be loaded anew. */
  const step = async () => {
    const { status, site: its, text } = await read(location.pathname);
    if (kind === "absent") {
      if (status === 200) location.reload();
      return wanted;
    }
    if (status === 404) {
      location.replace("/");
      return wanted;
    }
    const fresh = parse(text);
    if (!base || !areSame(scripts(base), scripts(fresh))) {
      if (base) keepAddress(successor(base, fresh));
      location.reload();
      return wanted;
    }
    if (!swap(base, fresh)) location.reload();
    base = fresh;
    await restyle();
    return its;
  };

  let wanted = site;
  let isFollowing = false;
  const follow = async () => {
    if (isFollowing) return;
    isFollowing = true;
    try {
      await remembered;
      // A preview that has no site yet has nothing better than what is shown.
      while (wanted && shown !== wanted) shown = await step();
    } catch (error) {
      // A preview that ends in the middle is none of the page's concern: its return is told.
      if (!(error instanceof Unreachable)) throw error;
    } finally {
      isFollowing = false;
    }
  };

  // ---- What is wrong, over the page.

  const host = document.createElement("fascicle-live");
  const make = (name, attributes, ...children) => {
    const element = document.createElement(name);
    for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
    element.append(...children);
    return element;
  };
  const title = make("h1", { id: "title" });
  const note = make("p", { id: "note" });
  const text = make("pre", { tabindex: "0", role: "region", "aria-labelledby": "title" });
  const close = make("button", { type: "button" }, hide, " ", make("kbd", {}, "Esc"));
  const dialog = make("dialog", { role: "alertdialog", "aria-labelledby": "title", "aria-describedby": "note", lang },
    make("div", {}, title, close), note, text);
  const badge = make("button", { type: "button", hidden: "" });
  const ended = make("p", { role: "status", hidden: "" }, lost);
  const aside = make("aside", { "aria-label": "fascicle", lang }, badge, ended);
  const style = new CSSStyleSheet();
  style.replaceSync(STYLE);
  const shadow = host.attachShadow({ mode: "open" });
  shadow.adoptedStyleSheets = [style];
  shadow.append(aside, dialog);
  // Keys and swipes here are not for the slides behind.
  for (const name of ["keydown", "touchstart", "touchend"]) {
    shadow.addEventListener(name, (event) => event.stopPropagation(), { passive: true });
  }
  close.addEventListener("click", () => dialog.close());
  // A page that does not scroll shows a slide at a time.
  const place = () => aside.classList.toggle("above", getComputedStyle(root).overflowY === "hidden");
  for (const name of ["click", "resize"]) addEventListener(name, place);
  const openDialog = () => {
    dialog.showModal();
    text.focus({ preventScroll: true });
  };
  badge.addEventListener("click", openDialog);

  let told = "";
  const tell = (news) => {
    if (news.turn === told) return;
    told = news.turn;
    place();
    title.textContent = news.title;
    note.textContent = news.note;
    note.hidden = !news.note;
    if (text.textContent !== news.text) text.textContent = news.text;
    badge.textContent = news.badge;
    badge.hidden = !news.badge;
    dialog.classList.toggle("faults", news.faults > 0);
    badge.classList.toggle("faults", news.faults > 0);
    if (news.faults > 0 && !dialog.open) openDialog();
    else if (news.faults === 0) dialog.close();
  };

  // ---- Listen, while somebody looks: a browser grants a site six connections, and may have more tabs.

  let events = null;
  const hear = (event) => {
    const news = JSON.parse(event.data);
    ended.hidden = true;
    if (kind === "waiting") {
      if (news.turn !== turn) location.reload();
      return;
    }
    tell(news);
    wanted = news.site;
    follow();
  };
  let silence = 0;
  const listen = () => {
    if (document.visibilityState === "hidden") {
      events?.close();
      events = null;
    } else if (!events) {
      events = new EventSource("/.fascicle/events");
      events.addEventListener("built", hear);
      events.addEventListener("faults", hear);
      events.addEventListener("error", () => {
        // A preview that is begun again is back within a second.
        silence ||= setTimeout(() => {
          ended.hidden = events?.readyState === EventSource.OPEN;
          silence = 0;
        }, 1000);
      });
    }
  };

  root.append(host);
  const remembered = kind === "page" ? remember().catch(() => {}) : Promise.resolve();
  document.addEventListener("visibilitychange", listen);
  listen();
})();
