// The guided view, panel by panel, beside the whole page; addresses of panels; where somebody stopped.
"use strict";
(() => {
  const story = kokko.story;
  const bar = document.querySelector(".guide");
  if (!story || !bar) return;
  const { place } = story;
  const page = document.documentElement;
  const [whole, previous, next] = [".whole", ".previous", ".next"].map((name) => bar.querySelector(name));
  const progress = bar.querySelector(".progress");
  const said = bar.querySelector("[aria-live]");
  const note = document.querySelector(".note h2");
  const later = document.querySelector(".continue");
  const panels = [...story.panelOf.values()];
  const key = `place.${story.id}`;
  let on = false;
  let step = story.steps()[0];
  let from = step.id;

  function tell(text, step) {
    const values = { label: step.node.dataset.label, total: panels.at(-1).dataset.label };
    return kokko.filled(text, values);
  }

  // What is left until the next choice or the end, as far as the path is known.
  function left(steps, at) {
    if (step.kind === "fork") return bar.dataset.atChoice;
    if (step.kind === "end") return bar.dataset.atEnd;
    if (!story.forks.length) return tell(bar.dataset.count, step);
    const stop = steps.findIndex((one, k) => k > at && one.kind !== "panel");
    if (stop < 0) return tell(bar.dataset.panel, step);
    const until = steps[stop].kind === "fork" ? "choice" : "end";
    const rest = stop - at - 1;
    const form = rest === 0 ? "None" : rest === 1 ? "One" : "Many";
    return kokko.filled(tell(bar.dataset[until + form], step), { n: rest });
  }

  function ahead() {
    const steps = story.steps();
    const at = steps.findIndex((one) => one.id === step.id);
    const goesTo = step.kind === "panel" && steps.at(-1).id === step.id ? step.node.dataset.goesTo : "";
    return { steps, at, follows: at < 0 ? undefined : steps[at + 1], turn: goesTo };
  }

  function paint() {
    const { steps, at, follows, turn } = ahead();
    const labels = { panel: bar.dataset.next, fork: bar.dataset.toChoice, end: bar.dataset.toEnd };
    for (const node of place.children) node.classList.remove("here");
    if (step.kind === "fork") story.panelOf.get(step.node.dataset.after).classList.add("here");
    if (step.kind !== "end") step.node.classList.add("here");
    page.dataset.step = step.kind;
    progress.textContent = left(steps, at);
    next.textContent = turn ? step.node.querySelector(".turn").textContent : labels[follows?.kind] || bar.dataset.next;
    next.setAttribute("aria-disabled", !follows && !turn);
    previous.setAttribute("aria-disabled", at === 0);
  }

  function keep(push) {
    const where = { view: on ? "guided" : "page", at: step.id, way: story.chosen };
    if (step.kind === "end") kokko.memory.wipe(key);
    else kokko.memory.set(key, where);
    if (push === undefined) return;
    try {
      history[push ? "pushState" : "replaceState"]({ kokko: where }, "", `#${encodeURIComponent(step.id)}`);
    } catch {
      // Some frames forbid it; the view needs no address.
    }
  }

  // Focus stays on the bar's buttons while they are in use, and a voice says the panel; otherwise focus goes there.
  function reach(opening) {
    const stays = document.activeElement.closest(".guide, .aloud") && step.kind === "panel" && !opening;
    const words = [...step.node.querySelectorAll("figcaption .told")].map(kokko.told).join(" ");
    const title = stays ? `${step.node.getAttribute("aria-label")}. ` : "";
    const first = opening && note ? note : headingOf(step.node);
    if (!stays) first.focus({ preventScroll: true });
    const speaks = page.dataset.aloud === "on";
    said.textContent = step.kind === "panel" && first !== note && !speaks ? title + words : "";
    const top = step.kind === "end" ? bar : stays ? step.node : first; // the way back stands above the questions
    top.scrollIntoView({ block: "start" });
  }

  function go(id, { push = false, opening = false } = {}) {
    const steps = story.steps();
    const found = steps.find((one) => one.id === id) || { kind: "end", id: "_after", node: document.getElementById("_after") };
    if (step.kind !== "end") from = step.id;
    step = found;
    page.dataset.opening = opening || steps[0].id === step.id ? "on" : "off";
    paint();
    keep(push);
    reach(opening);
    place.dispatchEvent(new CustomEvent("kokko:step", { detail: step }));
  }

  function forward() {
    const { follows, turn } = ahead();
    if (turn) story.back(turn);
    if (turn || follows) go(turn || follows.id);
  }

  function back() {
    const { steps, at } = ahead();
    if (at !== 0) go(at < 0 ? from : steps[at - 1].id);
  }

  function turn(guided) {
    on = guided;
    page.dataset.view = guided ? "guided" : "page";
    bar.hidden = !guided;
    later.hidden = true;
  }

  function enter(id) {
    const steps = story.steps();
    turn(true);
    go(id || steps.find((one) => one.id === step.id)?.id || steps[0].id, { push: true, opening: true });
  }

  function leave() {
    turn(false);
    keep(false);
    said.textContent = "";
    story.reach(headingOf(step.node));
  }

  function hash() {
    try {
      return decodeURIComponent(location.hash.slice(1));
    } catch {
      return "";
    }
  }

  function headingOf(node) {
    return node.querySelector("h3") || node;
  }

  // The address names a panel or a choice (which is opened), or something else on the page (which is shown).
  function arrive(first) {
    const kept = history.state?.kokko;
    const id = kept?.at || hash();
    const target = document.getElementById(id);
    const was = on;
    if (kept) turn(kept.view === "guided");
    if (!target) return;
    const inStory = story.open(id, kept?.way);
    if (on && (inStory || id === "_after")) return go(id, { opening: !was });
    if (on) turn(false);
    if (inStory) step = story.steps().find((one) => one.id === id);
    if (!(kept && first)) story.reach(inStory ? headingOf(target) : target);
  }

  function offer() {
    const stopped = kokko.memory.get(key);
    const target = stopped && document.getElementById(stopped.at);
    if (!target || target === panels[0] || hash() || history.state?.kokko) return;
    const panel = target.dataset.after ? document.getElementById(target.dataset.after) : target;
    if (!panel.dataset.label) return;
    const words = later.querySelector("span");
    words.textContent = kokko.filled(words.textContent, { label: panel.dataset.label });
    later.hidden = false;
    const [resume, afresh] = later.querySelectorAll("button");
    resume.addEventListener("click", () => {
      story.open(stopped.at, stopped.way);
      step = story.steps().find((one) => one.id === stopped.at) || step;
      if (stopped.view === "guided") return enter(stopped.at);
      turn(false);
      story.reach(headingOf(step.node));
    });
    afresh.addEventListener("click", () => {
      kokko.memory.wipe(key);
      turn(false);
      story.reach(panels[0]);
    });
  }

  // Arrows turn panels, in the direction in which the language is read. Keys that others use are theirs.
  const backwards = page.dir === "rtl";
  const keys = {
    ArrowRight: backwards ? back : forward,
    ArrowLeft: backwards ? forward : back,
    Home: () => go(story.steps()[0].id),
    End: () => go(story.steps().at(-1).id),
    Escape: leave,
  };
  addEventListener("keydown", (event) => {
    const busy = event.defaultPrevented || event.isComposing || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey;
    if (!on || busy || !keys[event.key]) return;
    if (event.target.closest("input, textarea, select, [contenteditable], [role=dialog], .settings")) return;
    event.preventDefault();
    keys[event.key]();
  });

  let touch = null;
  place.addEventListener("touchstart", (event) => {
    const zoomed = window.visualViewport && visualViewport.scale > 1.05;
    touch = event.touches.length === 1 && !zoomed ? event.touches[0] : null;
  }, { passive: true });
  place.addEventListener("touchend", (event) => {
    const lifted = event.changedTouches[0];
    if (!on || !touch || event.touches.length) return;
    const [x, y] = [lifted.clientX - touch.clientX, lifted.clientY - touch.clientY];
    touch = null;
    if (Math.abs(x) < 60 || Math.abs(x) < 2 * Math.abs(y)) return;
    (x < 0) === backwards ? back() : forward();
  }, { passive: true });

  next.addEventListener("click", forward);
  previous.addEventListener("click", back);
  whole.addEventListener("click", leave);
  document.getElementById("_guide").addEventListener("click", () => enter());
  document.addEventListener("click", (event) => {
    const link = on && !event.defaultPrevented && event.target.closest("a[href^='#']");
    if (link && link.hash === location.hash) setTimeout(arrive, 0, false);
  });
  addEventListener("popstate", () => arrive(false));
  place.addEventListener("kokko:path", () => on && paint());

  // On the whole page, the last panel in the middle of the window is where somebody stopped.
  const watch = new IntersectionObserver((entries) => {
    const seen = entries.filter((entry) => entry.isIntersecting).at(-1);
    const begins = panels[0].getBoundingClientRect().top >= 0; // a tall window has more than one panel in its middle
    const found = seen && !on && later.hidden && !begins && story.steps().find((one) => one.node === seen.target);
    if (!found) return;
    step = found;
    if (step.id !== panels[0].id) keep();
  }, { rootMargin: "-45% 0px" });
  for (const panel of panels) watch.observe(panel);

  kokko.guide = {
    go: (id, push = true) => go(id, { push }),
    forward,
    get on() {
      return on;
    },
    get step() {
      return step;
    },
  };
  turn(false);
  arrive(true);
  offer();
})();
