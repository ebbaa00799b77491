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

  let room = width;
  if (spec.facet) {
    const fitting = Math.floor((width + gap) / ((hints.least || 340) + gap));
    spec.columns = Math.max(1, Math.min(fitting, 4, hints.panels));
    if (hints.panels % spec.columns === 1 && spec.columns > 2) {
      spec.columns -= 1;
    }
    spec.spacing = gap;
    room = Math.floor((width - 12 - (spec.columns - 1) * gap) / spec.columns);
    unit.width = Math.max(100, room - axis);
    spec.facet.header = Object.assign({title: null, labelLimit: unit.width}, spec.facet.header);
  } else {
    spec.autosize = {type: "fit-x", contains: "padding"};
    unit.width = width;
  }
  if (aspect > 0.85 && room - axis > 420) {
    unit.width = spec.facet ? 420 : 420 + axis;
  }
  unit.height = Math.round(Math.max(150, Math.min(420, (room - axis) * aspect)));

  // Legends begin where the axis ends. Seven pixels a character is wide for this size of font.
  const colour = (unit.layer || [unit]).concat(unit).map(layer => layer.encoding && layer.encoding.color)
    .find(channel => channel && channel.scale && Array.isArray(channel.scale.domain));
  const longest = colour ? Math.max(...colour.scale.domain.map(name => String(name).length)) : 0;
  const title = colour && colour.title ? colour.title.length * 7 + 8 : 0;
  const legend = spec.config.legend;
  legend.columns = Math.max(1, Math.floor((width - axis - title) / (longest * 7 + 42)));
  legend.gradientLength = Math.max(120, Math.min(260, width - axis - 10));
  legend.labelLimit = Math.max(100, width - axis - title - 30);
  legend.titleLimit = Math.max(100, width - 20);
  if (hints.fields && (room - axis) / hints.fields < 34) {
    unit.layer = unit.layer.filter(layer => layer.name !== "labels");
  }
  return spec;
}
