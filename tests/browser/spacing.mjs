// Text spacing as WCAG 2.2, 1.4.12 wants it to be possible, forced as a reader's own style sheet does, and what it breaks.
// Each of these functions runs in a page.

/** Spaces lines, paragraphs, letters and words. A policy of the page has no say in it. */
export function spaced() {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync("*{line-height:1.5!important;letter-spacing:.12em!important;word-spacing:.16em!important}p{margin-bottom:2em!important}");
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
}

/** Every line of every drawing that is shown, with its width in the units of the drawing. */
export const drawnWidths = () =>
  [...document.querySelectorAll("svg text")]
    .filter((text) => text.checkVisibility())
    .map((text) => `"${text.textContent}" is ${text.getComputedTextLength().toFixed(1)} wide`);

/** What is cut off, runs over the side, or stands over other words. */
export function isWholeWhenSpaced() {
  const wrong = [];
  const width = document.documentElement.clientWidth;
  if (document.scrollingElement.scrollWidth > width) wrong.push(`the page is ${document.scrollingElement.scrollWidth} px wide in ${width}`);
  const lines = [];
  const words = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (words.nextNode()) {
    const node = words.currentNode;
    const element = node.parentElement;
    if (!node.data.trim() || !element.checkVisibility({ visibilityProperty: true })) continue;
    if (element.closest("svg, script, style, .unseen, .skip, #controls, dialog")) continue;
    const cut = `"${node.data.trim().slice(0, 50)}"`;
    const range = document.createRange();
    range.selectNodeContents(node);
    // A box that cuts what does not fit, but for those that scroll.
    const box = element.closest(".scroll, .paste") ? null : element.closest("h1, h2, h3, p, li, dt, dd, td, th, summary, figcaption, main");
    const edge = box?.getBoundingClientRect();
    for (const rect of range.getClientRects()) {
      if (rect.width < 1) continue;
      if (edge && (rect.left < edge.left - 2 || rect.right > edge.right + 2)) wrong.push(`${cut} runs over the side of its ${box.localName}`);
      // A line has room above and below its letters.
      if (!element.closest(".scroll")) lines.push({ cut, top: rect.top + rect.height * 0.25, bottom: rect.bottom - rect.height * 0.25, left: rect.left + 1, right: rect.right - 1 });
    }
  }
  lines.sort((a, b) => a.top - b.top);
  for (const [at, line] of lines.entries()) {
    for (let next = at + 1; next < lines.length && lines[next].top < line.bottom; next += 1) {
      const other = lines[next];
      if (other.left < line.right && other.right > line.left) wrong.push(`${line.cut} and ${other.cut} stand over one another`);
    }
  }
  return wrong;
}

/** Words that run over the edge of a slide or of the window. */
export function overTheEdge(id) {
  const slide = document.getElementById(id);
  const { left, right, top, bottom } = slide.getBoundingClientRect();
  const wrong = bottom > innerHeight + 1 || top < -1 ? ["the slide is taller than the window"] : [];
  const words = document.createTreeWalker(slide, NodeFilter.SHOW_TEXT);
  while (words.nextNode()) {
    const { data, parentElement } = words.currentNode;
    if (!data.trim() || !parentElement.checkVisibility() || parentElement.closest(".unseen")) continue;
    const range = document.createRange();
    range.selectNodeContents(words.currentNode);
    const isOver = (rect) => rect.width > 0 && (rect.left < left - 1 || rect.right > right + 1 || rect.top < top - 1 || rect.bottom > bottom + 1);
    if ([...range.getClientRects()].some(isOver)) wrong.push(`"${data.trim().slice(0, 40)}" is over the edge`);
  }
  return wrong;
}
