// Forced colours, in which all has the colours that a reader has chosen for the system. Runs in a page.

/** What can hardly be read, and what does not have the colours of the reader. */
export function ownColours(id) {
  const light = (colour) => {
    const [r, g, b] = colour.match(/[\d.]+/g).map((part) => (part <= 10 ? part / 3294.6 : ((part / 255 + 0.055) / 1.055) ** 2.4));
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const ask = document.body.appendChild(document.createElement("i"));
  const system = (name) => {
    ask.style.color = name;
    return getComputedStyle(ask).color;
  };
  const [canvas, ...inks] = ["Canvas", "CanvasText", "LinkText", "VisitedText", "ActiveText"].map(system);
  ask.remove();
  const slide = document.getElementById(id);
  const wrong = [];
  if (getComputedStyle(slide).backgroundColor !== canvas) wrong.push(`the ground is ${getComputedStyle(slide).backgroundColor}`);
  for (const element of slide.querySelectorAll("h2, p, li, td, dd, dt")) {
    if (!inks.includes(getComputedStyle(element).color)) wrong.push(`"${element.textContent.slice(0, 40)}" is ${getComputedStyle(element).color}`);
  }
  // Words on a bar, a tile or a map stand on a ground of their own.
  for (const element of slide.querySelectorAll(".plot--wide :is(.ticks, .labels, .absent) text")) {
    const [ink, ground] = [light(getComputedStyle(element).fill), light(canvas)];
    if ((Math.max(ink, ground) + 0.05) / (Math.min(ink, ground) + 0.05) < 4.5) wrong.push(`"${element.textContent}" can hardly be read`);
  }
  return wrong;
}
