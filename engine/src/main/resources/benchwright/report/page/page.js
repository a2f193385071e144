"use strict";
(() => {
  const root = document.documentElement;
  const SVG = "http://www.w3.org/2000/svg";
  const all = (selector, from = document) => [...from.querySelectorAll(selector)];
  const make = (name, parent, text) => {
    const element = document.createElement(name);
    if (text !== undefined) element.textContent = text;
    parent.append(element);
    return element;
  };

  // Light and dark: as the system has it, until somebody chooses.
  const theme = document.getElementById("theme");
  const dark = matchMedia("(prefers-color-scheme: dark)");
  const isDark = () => (root.dataset.theme ? root.dataset.theme === "dark" : dark.matches);
  const name = () => { theme.textContent = isDark() ? "Light" : "Dark"; };
  theme.hidden = false;
  name();
  dark.addEventListener("change", name);
  theme.addEventListener("click", () => {
    root.dataset.theme = isDark() ? "light" : "dark";
    name();
  });

  // Numbers as the charts spell them.
  const plain = (value) => String(Number(value.toPrecision(3))).replace("-", "−");
  const power = (exponent) =>
    "10" + String(exponent).replace(/./g, (c) => (c === "-" ? "⁻" : "⁰¹²³⁴⁵⁶⁷⁸⁹"[c]));
  const scaled = (value, units) => {
    let rounded = Number(value.toPrecision(3));
    let unit = 0;
    while (Math.abs(rounded) >= 1000 && unit < units.length - 1) {
      rounded /= 1000;
      unit++;
    }
    return plain(rounded) + units[unit];
  };
  const distance = (value) => {
    if (value === 0 || (Math.abs(value) >= 0.01 && Math.abs(value) < 1e4)) return plain(value);
    const [mantissa, exponent] = value.toExponential(1).split("e");
    const front = String(Number(mantissa)).replace("-", "−");
    return (front === "1" ? "" : front + "·") + power(Number(exponent));
  };
  const spell = {
    number: (v) => (v !== 0 && (Math.abs(v) < 1e-3 || Math.abs(v) >= 1e6) ? distance(v) : plain(v)),
    count: (v) => scaled(v, ["", "k", "M", "G", "T", "P"]),
    distance,
    nanos: (v) => scaled(v, [" ns", " µs", " ms", " s"]),
    bytes: (v) => scaled(v, [" B", " kB", " MB", " GB", " TB"]),
    share: (v) => plain(v * 100) + " %",
    ratio: (v) => plain(v) + "×",
  };

  // One box for values, and one voice for those who do not see it.
  const tip = make("div", document.body);
  tip.className = "tip";
  tip.hidden = true;
  const voice = make("div", document.body);
  voice.className = "quiet";
  voice.setAttribute("aria-live", "polite");
  const show = (x, y) => {
    tip.hidden = false;
    const box = tip.getBoundingClientRect();
    const left = x + 16 + box.width > innerWidth ? x - 16 - box.width : x + 16;
    tip.style.left = Math.max(4, left) + "px";
    tip.style.top = Math.max(4, Math.min(y + 12, innerHeight - box.height - 4)) + "px";
  };
  const hide = () => { tip.hidden = true; };

  // The title of a whole chart is its label too; those of marks go into the box.
  for (const chart of all("svg.chart, svg.spark")) {
    const first = chart.firstElementChild;
    if (first && first.tagName === "title") first.remove();
  }
  for (const title of all("svg title")) {
    const mark = title.parentNode;
    const text = title.textContent;
    title.remove();
    mark.addEventListener("pointermove", (event) => {
      tip.replaceChildren(text);
      show(event.clientX, event.clientY);
      event.stopPropagation();
    });
    mark.addEventListener("pointerleave", hide);
  }

  // Plots: their curves are read off their paths, in the numbers of their axes.
  const axis = ([kind, unit, least, greatest, from, to]) => {
    const ends = [Number(least), Number(greatest)];
    const [low, high] = kind === "log" ? ends.map(Math.log10) : ends;
    return {
      unit,
      from: Number(from),
      to: Number(to),
      value(pixel) {
        const at = low + ((pixel - from) / (to - from)) * (high - low);
        return kind === "log" ? 10 ** at : at;
      },
      logarithmic: kind === "log",
    };
  };
  const vertices = (path) => {
    const runs = [];
    let x = 0;
    let y = 0;
    for (const [, letter, numbers] of path.getAttribute("d").matchAll(/([Mhvlz])([^Mhvlz]*)/g)) {
      const list = (numbers.match(/-?(\d+\.?\d*|\.\d+)/g) || []).map(Number);
      if (letter === "M") {
        [x, y] = list;
        runs.push([[x, y]]);
        continue;
      }
      const step = letter === "l" ? 2 : 1;
      for (let i = 0; i < list.length; i += step) {
        x += letter === "v" ? 0 : list[i];
        y += letter === "v" ? list[i] : letter === "l" ? list[i + 1] : 0;
        runs[runs.length - 1].push([x, y]);
      }
    }
    return runs;
  };
  const heights = (runs, at) => {
    const found = [];
    for (const run of runs) {
      for (let i = 1; i < run.length; i++) {
        const [x0, y0] = run[i - 1];
        const [x1, y1] = run[i];
        if (Math.min(x0, x1) <= at + 1e-6 && at - 1e-6 <= Math.max(x0, x1)) {
          found.push(Math.abs(x1 - x0) < 1e-9 ? y1 : y0 + ((at - x0) / (x1 - x0)) * (y1 - y0));
        }
      }
    }
    return found;
  };
  const read = (chart) => {
    const words = chart.dataset.axes.split(" ");
    return {
      x: axis(words.slice(0, 6)),
      y: axis(words.slice(6)),
      series: all(".series", chart).map((group) => {
        const curve = group.querySelector(".curve");
        return {
          group,
          name: group.dataset.series,
          points: curve !== null && curve.classList.contains("points"),
          runs: curve ? vertices(curve) : [],
          bands: all(".band", group).map(vertices),
        };
      }),
    };
  };
  // What lies below a logarithmic axis is drawn at its foot.
  const value = (plot, pixel) => {
    const text = spell[plot.y.unit](plot.y.value(pixel));
    return plot.y.logarithmic && pixel > plot.y.from - 0.02 ? "≤ " + text : text;
  };
  const explain = (plot, at) => {
    let x = at;
    const visible = plot.series.filter((each) => !each.group.classList.contains("off"));
    const corners = visible.filter((each) => each.points).flatMap((each) => each.runs.flat());
    if (corners.length) {
      [x] = corners.reduce((a, b) => (Math.abs(b[0] - at) < Math.abs(a[0] - at) ? b : a));
    }
    const rows = [];
    for (const each of visible) {
      const found = each.points
        ? each.runs.flat().filter((p) => Math.abs(p[0] - x) < 0.06).map((p) => p[1])
        : heights(each.runs, x);
      if (!found.length) continue;
      let text = value(plot, found[found.length - 1]);
      const band = each.bands.flatMap((runs) => heights(runs, x));
      if (band.length > 1) {
        const ends = [Math.max(...band), Math.min(...band)].map((end) => value(plot, end));
        if (ends[0] !== ends[1]) text += " (" + ends.join(" to ") + ")";
      }
      rows.push([each.name, text]);
    }
    return { x, heading: spell[plot.x.unit](plot.x.value(x)), rows };
  };
  for (const chart of all("svg.plot")) {
    const title = chart.querySelector(".x-title");
    let plot;
    let cross;
    const clear = () => {
      hide();
      if (cross) cross.remove();
      cross = undefined;
    };
    const point = (at, y, aloud) => {
      plot = plot || read(chart);
      if (at < plot.x.from - 1 || at > plot.x.to + 1) {
        clear();
        return;
      }
      const told = explain(plot, at);
      if (!cross) {
        cross = document.createElementNS(SVG, "path");
        cross.setAttribute("class", "cross");
        chart.append(cross);
      }
      cross.setAttribute("d", `M${told.x} ${plot.y.to}V${plot.y.from}`);
      tip.replaceChildren();
      make("b", tip, told.heading + " " + (title ? title.textContent : ""));
      for (const [label, text] of told.rows) {
        const row = make("div", tip);
        row.className = "row";
        make("i", row, label);
        make("span", row, text);
      }
      const matrix = chart.getScreenCTM();
      show(told.x * matrix.a + matrix.e, y);
      if (aloud) {
        voice.textContent = told.heading + ": " + told.rows.map((row) => row.join(" ")).join(", ");
      }
    };
    chart.addEventListener("pointermove", (event) => {
      if (event.target.closest(".key")) {
        clear();
        return;
      }
      const matrix = chart.getScreenCTM();
      point((event.clientX - matrix.e) / matrix.a, event.clientY, false);
    });
    chart.addEventListener("pointerleave", clear);
    chart.addEventListener("blur", clear);
    chart.setAttribute("tabindex", "0");
    let place;
    chart.addEventListener("keydown", (event) => {
      const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
      if (event.key === "Escape") clear();
      if (!step || event.target !== chart) return;
      event.preventDefault();
      plot = plot || read(chart);
      const stops = [...new Set(plot.series.flatMap((s) => s.runs.flat()).map((p) => p[0]))];
      stops.sort((a, b) => a - b);
      const later = place === undefined ? stops : stops.filter((x) => (x - place) * step > 3);
      if (!later.length) return;
      place = step > 0 ? later[0] : later[later.length - 1];
      point(place, chart.getBoundingClientRect().top + 40, true);
    });
  }

  // Legends: a name hides and shows its curves, and lights them while the pointer is on it.
  for (const key of all(".key")) {
    const scope = key.closest(".group") || key.closest("svg");
    const curves = () =>
      all(".series", scope).filter((each) => each.dataset.series === key.dataset.series);
    const toggle = () => {
      const off = !key.classList.contains("off");
      for (const each of all(".key", scope)) {
        if (each.dataset.series === key.dataset.series) {
          each.classList.toggle("off", off);
          each.setAttribute("aria-pressed", String(!off));
        }
      }
      curves().forEach((each) => each.classList.toggle("off", off));
    };
    const light = (on) => {
      scope.classList.toggle("faded", on);
      curves().forEach((each) => each.classList.toggle("lit", on));
    };
    key.setAttribute("role", "button");
    key.setAttribute("tabindex", "0");
    key.setAttribute("aria-pressed", "true");
    key.addEventListener("click", toggle);
    key.addEventListener("keydown", (event) => {
      if (event.key === "Enter" || event.key === " ") {
        event.preventDefault();
        toggle();
      }
    });
    key.addEventListener("pointerenter", () => light(true));
    key.addEventListener("pointerleave", () => light(false));
  }

  // Many small charts: all of them, or one of them large; the same choice in all tabs.
  for (const section of all("main > section")) {
    const groups = all(".many", section);
    const names = [...new Set(groups.flatMap((g) => all("figure", g).map((f) => f.dataset.name)))];
    if (names.length < 2) continue;
    const tools = document.createElement("div");
    tools.className = "tools";
    const select = make("select", make("label", tools, "Show "));
    make("option", select, "all").value = "";
    names.forEach((each) => { make("option", select, each).value = each; });
    (section.querySelector(".tabs") || section.querySelector(".group")).before(tools);
    select.addEventListener("change", () => {
      const single = select.value !== "";
      for (const group of groups) {
        group.classList.toggle("single", single);
        for (const figure of all("figure", group)) {
          figure.hidden = single && figure.dataset.name !== select.value;
        }
      }
    });
  }

  // Tables: a heading sorts, first up, then down; cells without a number come last.
  for (const table of all("table.sortable")) {
    const body = table.tBodies[0];
    const heads = all("thead th", table);
    heads.forEach((head, column) => {
      const button = document.createElement("button");
      button.type = "button";
      button.append(...head.childNodes);
      head.append(button);
      button.addEventListener("click", () => {
        const up = head.getAttribute("aria-sort") !== "ascending";
        heads.forEach((each) => each.removeAttribute("aria-sort"));
        head.setAttribute("aria-sort", up ? "ascending" : "descending");
        const sign = up ? 1 : -1;
        const rows = [...body.rows].map((row) => {
          const cell = row.cells[column];
          const number = cell.dataset.v ? Number(cell.dataset.v) : NaN;
          return { row, number, none: Number.isNaN(number), text: cell.textContent };
        });
        rows.sort((a, b) => {
          if (a.none !== b.none) return a.none ? 1 : -1;
          if (!a.none) return sign * (a.number < b.number ? -1 : a.number > b.number ? 1 : 0);
          return sign * a.text.localeCompare(b.text, "en", { numeric: true });
        });
        body.append(...rows.map((each) => each.row));
      });
    });
  }

  // Where the reader is.
  const links = all("nav a");
  const seen = new IntersectionObserver((entries) => {
    for (const entry of entries) {
      if (entry.isIntersecting) {
        links.forEach((a) => a.classList.toggle("here", a.hash === "#" + entry.target.id));
      }
    }
  }, { rootMargin: "-10% 0px -80% 0px" });
  all("main > section").forEach((section) => seen.observe(section));
})();
