// “And in Molise?”: a few letters of a territory, and its figures. Only where the deck brings them.

const ask = find("stage-ask");
const asked = find("stage-field");
const options = find("stage-options");
let profiles = null;
let answers = [];
let chosenAnswer = -1;

/** How well letters fit the names of a territory: 0 best, nothing where they do not. */
const fitness = (territory, letters) => {
  const names = [territory.name, ...territory.aliases].map(plain);
  const ways = [
    names[0].startsWith(letters), names[0].includes(` ${letters}`), names.some((name) => name.startsWith(letters)),
    names.some((name) => name.includes(` ${letters}`)), names.some((name) => name.includes(letters)),
  ];
  const way = ways.indexOf(true);
  return way < 0 ? undefined : way;
};

const make = (name, attributes, ...children) => {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  element.append(...children);
  return element;
};

const answer = (territory) => {
  const cell = (index) => profiles.words[index];
  const number = (column) => (profiles.numeric[column] ? { class: "n" } : {});
  const rows = territory.rows.map(([figure, ...cells]) => make("tr", {}, ...cells.map((index, column) => {
    if (column > 0) return make("td", number(column), cell(index));
    const head = figure === null ? cell(index) : make("a", { href: `#figure-${cell(figure)}` }, cell(index));
    return make("th", { scope: "row" }, head);
  })));
  const head = profiles.head.map((text, column) => make("th", { scope: "col", ...number(column) }, text));
  const table = make("table", { class: "data" }, make("caption", {}, territory.title),
    make("thead", {}, make("tr", {}, ...head)), make("tbody", {}, ...rows));
  return [
    make("p", {}, territory.summary),
    make("div", { class: "scroll", role: "region", tabindex: "0", "aria-label": territory.title }, table),
    ...territory.notes.map((note) => make("p", { class: "foot" }, note)),
    make("p", { class: "foot" }, territory.source),
  ];
};

const choose = (index) => {
  chosenAnswer = index;
  [...options.children].forEach((option, at) => option.setAttribute("aria-selected", String(at === index)));
  const option = options.children[index];
  if (option) {
    asked.setAttribute("aria-activedescendant", option.id);
    option.scrollIntoView({ block: "nearest" });
  } else asked.removeAttribute("aria-activedescendant");
  find("stage-answer").replaceChildren(...(option ? answer(answers[index]) : []));
};
const answerLetters = () => {
  const letters = plain(asked.value);
  const ranked = profiles.territories.map((territory) => [letters ? fitness(territory, letters) : 0, territory]);
  answers = ranked.filter(([fit]) => fit !== undefined).sort(([a], [b]) => a - b).map(([, territory]) => territory);
  options.replaceChildren(...answers.map(({ name }, at) => make("li", { id: `stage-option-${at}`, role: "option" }, name)));
  choose(letters && answers.length ? 0 : -1);
  find("stage-ask-said").textContent = answers.length ? "" : words.ask_none;
};
const openAsk = () => {
  if (!ask) return;
  profiles = JSON.parse(find("stage-territories").textContent);
  asked.value = "";
  answerLetters();
  ask.showModal();
  asked.focus();
};
asked?.addEventListener("input", answerLetters);
asked?.addEventListener("keydown", (event) => {
  const move = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (move && answers.length) {
    event.preventDefault();
    choose((Math.max(chosenAnswer, move < 0 ? 0 : -1) + move + answers.length) % answers.length);
  } else if (event.key === "Enter" && answers[chosenAnswer]) {
    event.preventDefault();
    asked.value = answers[chosenAnswer].name;
    answerLetters();
  }
});
options?.addEventListener("click", (event) => {
  const at = [...options.children].indexOf(event.target.closest("li"));
  if (at >= 0) choose(at);
});
// To the slide of a figure, and out of the way.
ask?.addEventListener("click", (event) => {
  const link = event.target.closest("a");
  if (!link) return;
  event.preventDefault();
  ask.close();
  go(slides.indexOf(find(link.hash.slice(1))), { jump: true });
});
ask?.addEventListener("close", () => [options, find("stage-answer")].forEach((part) => part.replaceChildren()));
