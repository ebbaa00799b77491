// Draws a specification as SVG text where there is no browser.
globalThis.structuredClone = globalThis.structuredClone || (value => JSON.parse(JSON.stringify(value)));

function polylogSvg(text, width) {
  const quiet = {level: () => quiet, error: () => quiet, warn: () => quiet, info: () => quiet, debug: () => quiet};
  const compiled = vegaLite.compile(polylogLayout(JSON.parse(text), width), {logger: quiet}).spec;
  const result = {svg: null, error: null};
  new vega.View(vega.parse(compiled), {renderer: "none", logger: quiet})
    .toSVG()
    .then(svg => { result.svg = svg; })
    .catch(error => { result.error = String(error); });
  return result;
}
