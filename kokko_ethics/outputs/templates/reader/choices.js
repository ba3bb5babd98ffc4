// Choices: shows the panels up to the next open choice. Without this script all panels show, and the links lead on.
"use strict";
(() => {
  const place = document.querySelector(".panels");
  const panels = [...place.querySelectorAll(".panel")];
  const forks = [...place.querySelectorAll(".fork")];
  const after = document.getElementById("_after");
  const forkOf = new Map(forks.map((fork) => [fork.dataset.after, fork]));
  const panelOf = new Map(panels.map((panel) => [panel.id, panel]));
  let path = [];
  let everything = false;

  function walk(id) {
    while (panelOf.has(id) && !path.some((step) => step.id === id)) {
      path.push({ id, chose: null });
      if (forkOf.has(id)) return;
      id = panelOf.get(id).dataset.goesTo;
    }
  }

  function show() {
    const order = everything ? panels.map((panel) => panel.id) : path.map((step) => step.id);
    for (const node of [...panels, ...forks]) node.hidden = !everything;
    order.forEach((id, at) => {
      const panel = panelOf.get(id);
      const fork = forkOf.get(id);
      const turn = panel.querySelector(".turn");
      panel.hidden = false;
      place.append(panel);
      if (turn) turn.hidden = !everything && panel.dataset.goesTo === order[at + 1];
      if (!fork) return;
      const chose = everything ? null : path[at].chose;
      fork.hidden = false;
      place.append(fork);
      fork.querySelector(".how").hidden = chose !== null;
      fork.querySelector(".again").hidden = chose === null;
      for (const way of fork.querySelectorAll(".way")) {
        way.parentElement.hidden = chose !== null && way.dataset.to !== chose;
        if (way.dataset.to === chose) way.setAttribute("aria-current", "true");
        else way.removeAttribute("aria-current");
      }
    });
  }

  function reach(node) {
    node.focus({ preventScroll: true });
    node.scrollIntoView({ block: "start" });
  }

  function rewind(id) {
    const at = path.findIndex((step) => step.id === id);
    if (at >= 0) path.length = at;
    walk(id);
  }

  function choose(from, to) {
    const at = path.findIndex((step) => step.id === from);
    if (everything || at < 0) return reach(panelOf.get(to) || after);
    const known = path.findIndex((step) => step.id === to);
    if (known >= 0 && known <= at) {
      rewind(to);
    } else {
      path.length = at + 1;
      path[at].chose = to;
      walk(to);
    }
    show();
    reach(panelOf.get(to) || after);
  }

  for (const fork of forks) {
    fork.addEventListener("click", (event) => {
      const way = event.target.closest(".way");
      if (way) {
        event.preventDefault();
        choose(fork.dataset.after, way.dataset.to);
      } else if (event.target.closest(".again button")) {
        rewind(fork.dataset.after);
        show();
        reach(fork.querySelector("h3"));
      }
    });
  }
  place.addEventListener("click", (event) => {
    const turn = event.target.closest(".turn a");
    const to = turn && turn.closest(".panel").dataset.goesTo;
    if (!to || everything || !panelOf.has(to)) return;
    event.preventDefault();
    rewind(to);
    show();
    reach(panelOf.get(to));
  });

  addEventListener("beforeprint", () => {
    for (const details of document.querySelectorAll(".fold")) details.open = true;
  });
  if (!forks.length) return;
  const tools = document.querySelector(".tools");
  tools.hidden = false;
  function start(whole) {
    everything = whole;
    path = [];
    walk(panels[0].id);
    show();
  }
  document.getElementById("_restart").addEventListener("click", () => {
    start(false);
    reach(panels[0]);
  });
  document.getElementById("_all").addEventListener("click", () => {
    start(true);
    reach(panels[0]);
  });
  let before = everything;
  addEventListener("beforeprint", () => {
    before = everything;
    everything = true;
    show();
  });
  addEventListener("afterprint", () => {
    everything = before;
    show();
  });
  const named = panelOf.has(decodeURIComponent(location.hash.slice(1)));
  start(named);
  if (named) reach(panelOf.get(decodeURIComponent(location.hash.slice(1))));
})();

