// Draws a specification as SVG text where there is no browser.
globalThis.structuredClone = globalThis.structuredClone || (value => JSON.parse(JSON.stringify(value)));

// Widths of characters over the size of the font, as in common fonts without serifs. Vega's own guess, the same for all
// characters, is so wide that labels which fit are cut off.
function polylogTextWidth(item, text) {
  const size = item.fontSize || 11;
  const bold = item.fontWeight === "bold" || item.fontWeight > 500 ? 1.08 : 1;
  let width = 0;
  for (const character of String(text === undefined || text === null ? item.text : text)) {
    width += /[ijl.,:;|'I!]/.test(character) ? 0.32 : /[ frt()\/-]/.test(character) ? 0.38 : /[mwMW@%]/.test(character) ? 0.92
      : /[A-Z=+<>≥−]/.test(character) ? 0.74 : 0.6;
  }
  return width * size * bold;
}

function polylogSvg(text, width) {
  const quiet = {level: () => quiet, error: () => quiet, warn: () => quiet, info: () => quiet, debug: () => quiet};
  vega.textMetrics.width = polylogTextWidth;
  const compiled = vegaLite.compile(polylogLayout(JSON.parse(text), width), {logger: quiet}).spec;
  const result = {svg: null, error: null};
  new vega.View(vega.parse(compiled), {renderer: "none", logger: quiet})
    .toSVG()
    .then(svg => { result.svg = svg; })
    .catch(error => { result.error = String(error); });
  return result;
}
