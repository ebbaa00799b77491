// How wide a specification is drawn. The page and the maker of files share this, so that both draw the same figure.
// Fonts keep their size at every width; panels move to the next row instead.
function polylogLayout(specification, width) {
  "use strict";
  const spec = JSON.parse(JSON.stringify(specification));
  const hints = spec.usermeta || {};
  const aspect = hints.aspect || 0.68;
  const unit = spec.facet ? spec.spec : spec;
  const axis = 62;
  const gap = 22;
  const letter = 7;

  let room = width;
  if (spec.facet) {
    const fitting = Math.floor((width + gap) / ((hints.least || 300) + gap));
    spec.columns = Math.max(1, Math.min(fitting, 4, hints.panels));
    if (hints.panels % spec.columns === 1 && spec.columns > 2) {
      spec.columns -= 1;
    }
    spec.spacing = gap;
    // Panels with one scale share its axis, which the first of a row bears; below a row that is not full, each has its own.
    const sharesHeights = !(spec.resolve && spec.resolve.scale && spec.resolve.scale.y === "independent");
    const isFull = hints.panels % spec.columns === 0;
    spec.resolve = spec.resolve || {};
    spec.resolve.axis = {
      x: spec.columns > 1 && isFull ? "shared" : "independent",
      y: spec.columns > 1 && sharesHeights ? "shared" : "independent",
    };
    const axes = spec.resolve.axis.y === "shared" ? axis : axis * spec.columns;
    unit.width = Math.max(100, Math.floor((width - 20 - axes - (spec.columns - 1) * gap) / spec.columns));
    room = unit.width + axis;
    spec.facet.header = Object.assign(polylogHeader(spec.facet.sort, Math.floor(unit.width / letter)), spec.facet.header);
  } else {
    spec.autosize = {type: "fit-x", contains: "padding"};
    unit.width = width;
  }
  if (aspect > 0.85 && room - axis > 420) {
    unit.width = spec.facet ? 420 : 420 + axis;
  }
  unit.height = Math.round(Math.max(150, Math.min(420, (room - axis) * aspect)));

  // Legends begin where the axis ends. Seven pixels a character is wide for this size of font.
  const channels = (unit.layer || [unit]).concat(unit)
    .flatMap(layer => layer.encoding ? [layer.encoding.color, layer.encoding.strokeDash] : [])
    .filter(channel => channel && channel.legend !== null && channel.scale && Array.isArray(channel.scale.domain));
  const title = Math.max(0, ...channels.map(channel => channel.title ? channel.title.length * letter + 8 : 0));
  const columns = channels.map(channel => channel.scale.domain.map(name => String(name).length)).filter(names => names.length > 1)
    .map(names => Math.floor((width - axis - title) / (Math.max(...names) * letter + 42)));
  const legend = spec.config.legend;
  legend.columns = Math.max(1, Math.min(12, ...columns));
  legend.gradientLength = Math.max(120, Math.min(260, width - axis - 10));
  legend.labelLimit = Math.max(100, width - axis - title - 30);
  legend.titleLimit = Math.max(100, width - 20);
  if (hints.fields && (room - axis) / hints.fields < 34) {
    unit.layer = unit.layer.filter(layer => layer.name !== "labels");
  }
  return spec;
}

// Titles of panels go on in the next line where they are too long for one.
function polylogHeader(names, most) {
  "use strict";
  const lines = {};
  for (const name of names || []) {
    lines[name] = [];
    for (const part of String(name).split(/(?<=, )/)) {
      const last = lines[name].length - 1;
      if (last >= 0 && (lines[name][last] + part).trimEnd().length <= most) {
        lines[name][last] += part;
      } else {
        for (let from = 0; from < part.length; from += most) {
          lines[name].push(part.slice(from, from + most));
        }
      }
    }
    lines[name] = lines[name].map(line => line.trimEnd());
  }
  return {title: null, labelLimit: 0, labelExpr: "(" + JSON.stringify(lines) + ")[datum.value]", labelBaseline: "line-bottom"};
}
