// All slides at once, with a field to search their titles and texts.

const overview = find("stage-overview");
const sought = find("stage-search");
const grid = find("stage-grid");
/** Letters as somebody in a hurry types them: without accents and capitals. */
const plain = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase().replace(/[^\p{L}\p{N}]+/gu, " ").trim();

const links = () => [...grid.querySelectorAll(":scope > li:not([hidden]) > a")];
const openOverview = () => {
  grid.replaceChildren(...slides.map((slide, index) => {
    const entry = document.createElement("li");
    const link = document.createElement("a");
    link.href = `#${slide.id}`;
    link.textContent = `${index + 1}. ${title(slide)}`;
    if (index === current) link.setAttribute("aria-current", "true");
    entry.append(link);
    if (isBackup(slide)) entry.append(Object.assign(document.createElement("span"), { className: "tag", textContent: words.backup }));
    if (staged) entry.append(likeness(slide));
    entry.dataset.title = plain(title(slide));
    entry.dataset.text = plain(slide.textContent);
    entry.dataset.place = index;
    return entry;
  }));
  sought.value = "";
  sift();
  overview.showModal();
  sought.focus();
  grid.querySelector("[aria-current]").scrollIntoView({ block: "center" });
};
const sift = () => {
  const asked = plain(sought.value).split(" ").filter(Boolean);
  const has = (text) => asked.every((word) => text.includes(word));
  for (const entry of grid.children) entry.hidden = !has(entry.dataset.text);
  // What is found in a title comes first.
  const rank = ({ dataset }) => Number(dataset.place) + (has(dataset.title) ? 0 : slides.length);
  grid.append(...[...grid.children].sort((a, b) => rank(a) - rank(b)));
  const found = links().length;
  find("stage-found").textContent = fill(found === 1 ? words.found_one : words.found, { n: found });
};
const follow = (link) => {
  overview.close();
  go(slides.indexOf(find(link.hash.slice(1))), { jump: true });
};
sought.addEventListener("input", sift);
grid.addEventListener("click", (event) => {
  const link = event.target.closest("li")?.querySelector("a");
  if (!link || event.ctrlKey || event.metaKey) return;
  event.preventDefault();
  follow(link);
});
overview.addEventListener("keydown", (event) => {
  const all = links();
  const at = all.indexOf(document.activeElement);
  if (event.target === sought && event.key === "Enter" && all.length) {
    event.preventDefault();
    follow(all[0]);
    return;
  }
  const top = (link) => link.closest("li").offsetTop;
  const columns = Math.max(1, all.filter((link) => top(link) === top(all[0])).length);
  const moves = { ArrowRight: 1, ArrowLeft: -1, ArrowDown: columns, ArrowUp: -columns };
  if (!(event.key in moves) || !all.length || (at < 0 && event.key !== "ArrowDown")) return;
  event.preventDefault();
  // From the field down to the slide that is shown, if it is among those found; from the first row up to the field.
  if (at < 0) (all.find((link) => link.hasAttribute("aria-current")) ?? all[0]).focus();
  else if (at + moves[event.key] < 0) sought.focus();
  else all[Math.min(all.length - 1, at + moves[event.key])].focus();
});
overview.addEventListener("close", () => grid.replaceChildren());
