// Choices: shows the panels up to the next open choice. Without this script all panels show, and the links lead on.
"use strict";
(() => {
  const place = document.querySelector(".panels");
  if (!place) return;
  const panels = [...place.querySelectorAll(".panel")];
  const forks = [...place.querySelectorAll(".fork")];
  const after = document.getElementById("_after");
  const tools = document.querySelector(".tools");
  const panelOf = new Map(panels.map((panel) => [panel.id, panel]));
  const forkOf = new Map(forks.map((fork) => [fork.dataset.after, fork]));
  let path = [];
  let everything = false;

  // Where a panel may lead: to the next one, or to any option of its choice.
  function onward(id) {
    const fork = forkOf.get(id);
    return fork ? [...fork.querySelectorAll(".way")].map((way) => way.dataset.to) : [panelOf.get(id).dataset.goesTo];
  }

  function walk(id) {
    while (panelOf.has(id) && !path.some((step) => step.id === id)) {
      path.push({ id, chose: null });
      if (forkOf.has(id)) return;
      id = panelOf.get(id).dataset.goesTo;
    }
  }

  // Read from the start, choosing as `chosen` says (from the panel before a choice to where it leads).
  function follow(chosen) {
    path = [];
    walk(panels[0].id);
    for (let last = path.at(-1); onward(last.id).includes(chosen[last.id]) && !last.chose; last = path.at(-1)) {
      last.chose = chosen[last.id];
      walk(last.chose);
    }
  }

  // Read the shortest way to a panel that stands on no path yet.
  function lead(id) {
    const from = new Map([[panels[0].id, null]]);
    for (const at of from.keys()) {
      for (const to of onward(at)) if (panelOf.has(to) && !from.has(to)) from.set(to, at);
    }
    const chosen = {};
    for (let at = id; from.get(at); at = from.get(at)) if (forkOf.has(from.get(at))) chosen[from.get(at)] = at;
    follow(chosen);
    if (path.some((step) => step.id === id)) return;
    path = [];
    walk(id);
  }

  // Bring nodes into the order of the story and move only what is elsewhere: what moves loses its focus.
  function arrange(nodes) {
    let next = place.firstElementChild;
    for (const node of nodes) {
      if (node === next) next = next.nextElementSibling;
      else place.insertBefore(node, next);
    }
  }

  // Show the path. `to` is where somebody has just gone on.
  function show(to) {
    const order = everything ? panels.map((panel) => panel.id) : path.map((step) => step.id);
    for (const node of [...panels, ...forks]) node.classList.toggle("ahead", !everything);
    arrange(order.flatMap((id) => [panelOf.get(id), forkOf.get(id)]).filter(Boolean));
    order.forEach((id, at) => {
      const panel = panelOf.get(id);
      const fork = forkOf.get(id);
      const turn = panel.querySelector(".turn");
      panel.classList.remove("ahead");
      if (turn) turn.hidden = !everything && panel.dataset.goesTo === order[at + 1];
      if (!fork) return;
      const chose = everything ? null : path[at].chose;
      fork.classList.remove("ahead");
      fork.classList.toggle("chosen", chose !== null);
      for (const way of fork.querySelectorAll(".way")) {
        way.parentElement.classList.toggle("other", chose !== null && way.dataset.to !== chose);
        if (way.dataset.to === chose) way.setAttribute("aria-current", "true");
        else way.removeAttribute("aria-current");
      }
    });
    place.dispatchEvent(new CustomEvent("kokko:path", { detail: { to } }));
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
    const known = path.findIndex((step) => step.id === to);
    if (known >= 0 && known <= at) {
      rewind(to);
    } else {
      path.length = at + 1;
      path[at].chose = to;
      walk(to);
    }
    show(to);
  }

  // The path as the guided view takes it, step by step: panels, choices, and the end if it is reached.
  function steps() {
    const found = [];
    for (const { id } of path) {
      found.push({ kind: "panel", id, node: panelOf.get(id) });
      if (forkOf.has(id)) found.push({ kind: "fork", id: forkOf.get(id).id, node: forkOf.get(id) });
    }
    const last = path.at(-1);
    const leads = last.chose || panelOf.get(last.id).dataset.goesTo;
    if (leads && !panelOf.has(leads)) found.push({ kind: "end", id: after.id, node: after });
    return found;
  }

  function start(whole) {
    everything = whole;
    path = [];
    walk(panels[0].id);
    show();
  }

  kokko.story = {
    place,
    id: place.dataset.story,
    panelOf,
    forks,
    steps,
    reach,
    choose,
    start,
    get whole() {
      return everything;
    },
    get chosen() {
      return Object.fromEntries(path.filter((step) => step.chose).map((step) => [step.id, step.chose]));
    },
    // Bring a panel or a choice onto the path, by the choices `chosen` if they are told.
    open(id, chosen) {
      const panel = panelOf.has(id) ? id : forks.find((fork) => fork.id === id)?.dataset.after;
      if (chosen) follow(chosen);
      if (panel && !path.some((step) => step.id === panel)) lead(panel);
      show();
      return panel !== undefined;
    },
    back(id) {
      rewind(id);
      show();
    },
  };

  for (const fork of forks) {
    fork.addEventListener("click", (event) => {
      const way = event.target.closest(".way");
      const guided = kokko.guide?.on;
      if (way && !everything) {
        event.preventDefault();
        choose(fork.dataset.after, way.dataset.to);
        if (guided) kokko.guide.go(way.dataset.to);
        else reach(panelOf.get(way.dataset.to) || after);
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
    if (!to || everything || kokko.guide?.on || !panelOf.has(to)) return;
    event.preventDefault();
    rewind(to);
    show(to);
    reach(panelOf.get(to));
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
  if (tools) {
    document.getElementById("_restart").addEventListener("click", () => {
      start(false);
      reach(panels[0]);
    });
    document.getElementById("_all").addEventListener("click", () => {
      start(true);
      reach(panels[0]);
    });
  }
  start(false);
})();
