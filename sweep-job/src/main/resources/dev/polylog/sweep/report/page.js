(function () {
  "use strict";
  const root = document.documentElement;
  const views = new Map();

  const specification = figure => JSON.parse(figure.querySelector("script[type='application/json']").textContent);

  async function draw(figure) {
    const plot = figure.querySelector(".plot");
    const width = Math.floor(plot.clientWidth);
    if (width < 50 || plot.dataset.width === String(width)) {
      return;
    }
    plot.dataset.width = String(width);
    try {
      const options = {mode: "vega-lite", renderer: "svg", actions: false, ast: true, tooltip: {theme: "polylog"}};
      const old = views.get(figure.id);
      const drawn = await vegaEmbed(plot.querySelector(".canvas"), polylogLayout(specification(figure), width), options);
      if (old) {
        old.finalize();
      }
      views.set(figure.id, drawn);
      figure.dataset.state = "drawn";
    } catch (error) {
      figure.dataset.state = "failed";
      plot.querySelector(".canvas").textContent = "This figure could not be drawn: " + error;
      console.error(figure.id, error);
    }
  }

  const quoted = value => /[",\r\n]/.test(value) ? '"' + value.replace(/"/g, '""') + '"' : value;

  function csv(rows) {
    const columns = rows.length ? Object.keys(rows[0]) : [];
    const line = values => values.map(value => quoted(value === null ? "" : String(value))).join(",") + "\r\n";
    return line(columns) + rows.map(row => line(columns.map(column => row[column]))).join("");
  }

  // The files beside the page may be far away by now; all of them can be made again from what is in here.
  const makers = {
    csv: (figure, link) => new Blob([csv(specification(figure).datasets[link.dataset.table])], {type: "text/csv"}),
    json: figure => new Blob([JSON.stringify(specification(figure), null, 2)], {type: "application/json"}),
    svg: async figure => new Blob([await views.get(figure.id).view.toSVG()], {type: "image/svg+xml"}),
    png: async figure => {
      const canvas = await views.get(figure.id).view.toCanvas(3);
      return new Promise(resolve => canvas.toBlob(resolve, "image/png"));
    },
  };

  async function download(event) {
    const link = event.target.closest("a[data-kind]");
    if (!link) {
      return;
    }
    event.preventDefault();
    const blob = await makers[link.dataset.kind](link.closest("figure"), link);
    const made = document.createElement("a");
    made.href = URL.createObjectURL(blob);
    made.download = link.getAttribute("href").split("/").pop();
    made.click();
    setTimeout(() => URL.revokeObjectURL(made.href), 10000);
  }

  async function start() {
    const figures = [...document.querySelectorAll("figure[data-state]")];
    for (const link of document.querySelectorAll("a[data-kind][hidden]")) {
      link.hidden = false;
    }
    if (window.matchMedia("(max-width: 75rem)").matches) {
      document.querySelector("nav details").open = false;
    }
    document.addEventListener("click", download);
    // Paper has nothing to click on.
    window.addEventListener("beforeprint", () => {
      for (const fold of document.querySelectorAll("main details")) {
        fold.open = true;
      }
    });
    for (const figure of figures) {
      await draw(figure);
    }
    root.dataset.drawn = String(views.size);
    let waiting = 0;
    new ResizeObserver(() => {
      clearTimeout(waiting);
      waiting = setTimeout(async () => {
        for (const figure of figures) {
          await draw(figure);
        }
      }, 150);
    }).observe(document.querySelector("main"));
  }

  start();
})();
