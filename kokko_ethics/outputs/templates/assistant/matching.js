// Finds what somebody means among what the site knows: answers, and words of crisis before them. Everything happens
// here, on the device; nothing is asked of anybody. Words of readers and of ours go through the same steps.
"use strict";
(() => {
  const CERTAIN = 0.52; // below it, nothing is an answer; and so much less for every word that says something, up to six:
  const LESS = 0.045, SIX = 6; // the more there is to be met, the less of it is met by chance
  const LIGHT = 0.4, UNKNOWN = 1; // weights of words that say little, and of those that nobody taught
  const AWAY = 0.8; // what words of other matters take from an entry that does not know them
  const BROAD = 0.35; // what all words of an entry count beside the way to ask that fits best
  const PLAIN = 0.75; // how sure a word has to be one of another matter
  const NEAREST = 3;
  const MOST = 50; // places that a search shows
  const BRIEF = 3; // words of a message that says hardly more than a word of crisis
  const BESIDE = 2; // so many other words may stand among words of crisis
  const LONGEST = 600; // characters of a question that are read

  const known = KokkoKnowledge;
  const fold = (text) => text.toLowerCase().normalize("NFD").replace(/[\u0300-\u036f'’‘`´\u00ad]/g, "").replace(/(.)\1{2,}/g, "$1$1");
  const words = (text) => fold(text).match(/[\p{L}\p{N}]+/gu) || [];
  const tables = {};
  for (const [tongue, spoken] of Object.entries(known.spoken))
    tables[tongue] = new Map(Object.entries(spoken).map(([said, meant]) => [fold(said), words(meant)]));
  const plain = (said, tongue = known.tongue) => said.flatMap((word) => tables[tongue].get(word) || [word]);

  // ---- words

  const endings = known.endings.map(fold).sort((a, b) => b.length - a.length);
  const stems = new Map();
  function stem(word) {
    let found = stems.get(word);
    if (found === undefined) {
      found = word;
      for (let cut = true; cut && !/\d/.test(word); ) {
        const ending = endings.find((each) => found.length - each.length >= 4 && found.endsWith(each));
        cut = Boolean(ending);
        if (cut) found = found.slice(0, -ending.length);
      }
      stems.set(word, found);
    }
    return found;
  }

  const light = new Set(known.light.flatMap(words).map(stem));

  // Letters to change, leave out, add or swap to make one word of another; more than `most` are not counted.
  function distance(a, b, most) {
    if (Math.abs(a.length - b.length) > most) return most + 1;
    let before = [], row = Array.from({ length: b.length + 1 }, (_, i) => i);
    for (let i = 1; i <= a.length; i++) {
      const next = [i];
      let least = i;
      for (let j = 1; j <= b.length; j++) {
        let cost = Math.min(row[j] + 1, next[j - 1] + 1, row[j - 1] + (a[i - 1] === b[j - 1] ? 0 : 1));
        if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) cost = Math.min(cost, before[j - 2] + 1);
        next.push(cost);
        least = Math.min(least, cost);
      }
      if (least > most) return most + 1;
      [before, row] = [row, next];
    }
    return row[b.length];
  }
  const slips = (length) => (length >= 9 ? 2 : length >= 5 ? 1 : 0);

  // ---- what is known, prepared once: its words by their stems

  const vocabulary = [];
  const places = new Map(); // of stems in the vocabulary
  const starts = new Map(); // places by first letters
  const ends = new Map(); // places by the ends of words, for parts of compounds
  const among = (map, key) => map.get(key) || map.set(key, []).get(key);
  function place(word) {
    const stemmed = stem(word);
    if (!places.has(stemmed)) {
      const at = vocabulary.length;
      places.set(stemmed, at);
      vocabulary.push({ stem: stemmed, entries: new Set(), weight: 0 });
      among(starts, stemmed[0]).push(at);
      for (let from = 1; stemmed.length - from >= 5; from++) among(ends, stemmed.slice(from)).push(at);
    }
    return places.get(stemmed);
  }
  const entries = known.questions.map((one, at) => {
    const asked = (one.asked || []).map((text) => [...new Set(plain(words(text)).map(place))]);
    for (const way of asked) for (const word of way) vocabulary[word].entries.add(at);
    return { ...one, asked, also: [...new Set([...asked.flat(), ...plain(words(one.answer)).map(place)])] };
  });
  const rarest = Math.log(1 + entries.length);
  const elsewhere = new Set(known.elsewhere.flatMap(words).map(place));
  for (const one of vocabulary) {
    const rare = Math.log(1 + entries.length / Math.max(1, one.entries.size));
    one.weight = (light.has(one.stem) ? LIGHT : 1) * rare;
  }
  const groups = new Map(); // places of words that stand for each other, by stem
  for (const group of known.same) {
    const stemmed = group.flatMap(words).map(stem);
    for (const one of stemmed) among(groups, one).push(...stemmed.flatMap((each) => (places.has(each) ? [places.get(each)] : [])));
  }

  // How far two words that begin alike mean the same, from 0 to 1.
  function likeness(x, y) {
    const [short, long] = x.length < y.length ? [x, y] : [y, x];
    if (short.length < 4) return 0;
    if (long.startsWith(short)) return 0.35 + (0.6 * short.length) / long.length;
    const most = slips(short.length);
    const far = most ? distance(x, y, most) : 1;
    if (far <= most) return 0.95 - 0.4 * (far / short.length) - 0.05 * far;
    let same = 0;
    while (same < short.length && short[same] === long[same]) same++;
    return same >= 5 && same >= 0.65 * long.length ? 0.45 + (0.45 * same) / long.length : 0;
  }

  // The known words that a word may mean, each with how sure that is.
  function meanings(word) {
    const x = stem(word), like = new Map();
    const may = (at, sure) => sure >= 0.55 && sure > (like.get(at) || 0) && like.set(at, sure);
    if (places.has(x)) may(places.get(x), 1);
    if (/\d/.test(x)) return like;
    for (const at of groups.get(x) || []) may(at, 0.62);
    for (const first of new Set(x.slice(0, 2))) for (const at of starts.get(first) || []) may(at, likeness(x, vocabulary[at].stem));
    if (x.length >= 5) for (const at of ends.get(x) || []) may(at, 0.4 + (0.45 * x.length) / vocabulary[at].stem.length);
    for (let from = 1; x.length - from >= 5; from++) {
      const at = places.get(x.slice(from));
      if (at !== undefined) may(at, 0.4 + (0.45 * (x.length - from)) / x.length);
    }
    return like;
  }

  // ---- ranking

  // A question's words with what they may mean, and how sure each known word is meant by any of them.
  function heard(text) {
    const sure = [];
    const said = [...new Map(plain(words(text.slice(0, LONGEST))).map((word) => [stem(word), word])).values()];
    const asked = said.map((word) => {
      const like = [...meanings(word)];
      let best = -1, most = 0, away = 0;
      for (const [at, far] of like) {
        sure[at] = Math.max(sure[at] || 0, far);
        if (far > most && vocabulary[at].entries.size) [best, most] = [at, far];
        if (elsewhere.has(at)) away = Math.max(away, far);
      }
      if (away < PLAIN || away < most) away = 0;
      const weight = best >= 0 ? vocabulary[best].weight : (light.has(stem(word)) ? LIGHT : UNKNOWN) * rarest;
      return { like, weight, away };
    });
    const telling = said.filter((word) => !light.has(stem(word))).length;
    return { asked, sure, certain: CERTAIN - LESS * Math.min(SIX, telling), all: asked.reduce((sum, one) => sum + one.weight, 0) };
  }

  let round = 0;
  const marked = [];
  // How much of the question is said by these words.
  function covered({ asked, all }, held) {
    round++;
    for (const at of held) marked[at] = round;
    let met = 0;
    for (const { like, weight } of asked) {
      let best = 0;
      for (const [at, far] of like) if (far > best && marked[at] === round) best = far;
      met += weight * best;
    }
    return all ? met / all : 0;
  }
  // How much of the question is about other matters, beside what these words know of them.
  function strayed({ asked, all }) {
    let met = 0;
    for (const { like, weight, away } of asked) {
      if (!away) continue;
      let best = 0;
      for (const [at, far] of like) if (far > best && marked[at] === round) best = far;
      met += weight * Math.max(0, away - best);
    }
    return all ? met / all : 0;
  }
  // How well a question fits a way to ask: how much of the one is in the other, both ways.
  function fit(question, way) {
    let met = 0, all = 0;
    for (const at of way) {
      met += vocabulary[at].weight * (question.sure[at] || 0);
      all += vocabulary[at].weight;
    }
    if (!met) return 0; // most ways have nothing of the question
    const back = met / all, there = covered(question, way);
    const both = back + there ? (2 * back * there) / (back + there) : 0;
    return 0.5 * both + 0.3 * there + 0.2 * back;
  }
  function ranked(text) {
    const question = heard(text);
    const found = entries.filter((one) => one.asked.length).map((one) => {
      const best = one.asked.reduce((most, way) => Math.max(most, fit(question, way)), 0);
      const broadly = covered(question, one.also);
      const score = (1 - BROAD) * best + BROAD * broadly - AWAY * strayed(question);
      return { one, score, certain: score >= question.certain };
    });
    return found.sort((a, b) => b.score - a.score);
  }

  // ---- crisis

  const signs = new Map(), initials = new Map(); // the words of crisis, and the same by their first letters
  // A word that stands for itself has to be written more exactly than one that others stand beside.
  function sign(written, alone) {
    const key = `${written} ${alone}`;
    if (!signs.has(key)) {
      const open = written.endsWith("*"), word = words(written).join(""), least = open || alone ? 7 : 5;
      const one = { open, alone, word, slips: word.length >= 11 ? 2 : word.length >= least ? 1 : 0 };
      signs.set(key, one);
      among(initials, one.word[0]).push(one);
    }
    return signs.get(key);
  }
  const lines = Object.entries(known.crisis).flatMap(([id, tongues]) => Object.entries(tongues).flatMap(([tongue, told]) =>
    told.map((line) => line.trim().split(/\s+/)).map((parts) => (
      { id, tongue, brief: parts.at(-1).endsWith("!"), parts: parts.map((part) => part.split("/").map((one) => sign(one, parts.length === 1))) })),
  ));
  const swapped = (a, b) => a.length >= 4 && a.length === b.length && distance(a, b, 1) === 1 && [...a].sort().join() === [...b].sort().join();
  function shows(word, { open, alone, word: meant, slips }, exactly) {
    if (open ? word.startsWith(meant) : word === meant) return true;
    if (exactly) return false;
    if (!open) return swapped(word, meant) || (slips > 0 && distance(word, meant, slips) <= slips);
    if (!alone && swapped(word.slice(0, meant.length), meant)) return true;
    return slips > 0 && [-1, 0, 1].some((more) => distance(word.slice(0, meant.length + more), meant, slips) <= slips);
  }
  // Whether all parts stand near each other, in any order, each in a place of its own.
  function near(parts, said) {
    const spots = [];
    for (const part of parts) {
      const at = said.flatMap((shown, spot) => (part.some((one) => shown.has(one)) ? [spot] : []));
      if (!at.length) return false;
      spots.push(at);
    }
    const span = parts.length + BESIDE;
    const stand = (at, taken) => at === spots.length || spots[at].some((spot) =>
      !taken.includes(spot) && taken.every((one) => Math.abs(one - spot) < span) && stand(at + 1, [...taken, spot]));
    return stand(0, []);
  }
  function crisis(text) {
    const memory = new Map();
    const shown = (word, exactly) => {
      const key = `${word} ${exactly}`;
      if (!memory.has(key)) memory.set(key, (initials.get(word[0]) || []).filter((one) => shows(word, one, exactly)));
      return memory.get(key);
    };
    // Somebody may write a compound in two words.
    const each = (list) => list.map((word, at) => new Set([...shown(word), ...(list[at + 1] ? shown(word + list[at + 1], true) : [])]));
    const raw = words(text.slice(0, 20 * LONGEST));
    const said = Object.fromEntries(Object.keys(tables).map((tongue) => [tongue, [each(raw), each(plain(raw, tongue))]]));
    const found = new Set(lines.filter((one) => (!one.brief || raw.length <= BRIEF) && said[one.tongue].some((list) => near(one.parts, list))).map((one) => one.id));
    return Object.keys(known.crisis).find((id) => found.has(id));
  }

  // ---- answers

  const byId = new Map(entries.map((one) => [one.id, one]));
  // What stands for an entry: kind, id, what it rests on, whom to call, what is near, and its words.
  function given(kind, one, nearest = []) {
    const { id = "", refs = [], help = [], answer: text = "", lang } = one || {};
    return { kind, id, refs, help, nearest, text, lang };
  }
  function answer(question) {
    const text = String(question);
    const need = crisis(text);
    if (need) return given("crisis", byId.get(need));
    const found = ranked(text);
    const nearest = found.filter(({ one }) => one.kind === "answer").slice(0, NEAREST).map(({ one }) => one.id);
    if (!found.length || !found[0].certain) return { ...given("unknown", null, nearest), text: known.unknown };
    return given(found[0].one.kind, found[0].one, nearest);
  }

  // ---- search

  const KINDS = { term: "term", principle: "principle", comic: "told" };
  // Places in the site with their words; only who searches has to wait for it.
  let indexed = null;
  function index() {
    const found = [
      ...known.questions.flatMap((one) => {
        const sort = one.id.split(":")[0], [ref] = one.refs || [];
        if (one.kind !== "answer" || !ref) return [];
        const kind = KINDS[sort] || "answer";
        return [{ kind, title: one.title, text: one.answer, href: ref.href, at: ref.at, lang: one.lang, named: (one.asked || []).join(" ") }];
      }),
      ...known.panels.map((one) => ({ ...one, text: one.said || one.seen, named: "", more: one.seen })),
    ].map((one) => {
      const held = new Map(); // places of its words, with how much they weigh here
      const add = (text, weight) => plain(words(text || "")).forEach((word) => {
        const at = place(word);
        held.set(at, Math.max(held.get(at) || 0, weight));
      });
      add(one.more, 0.6);
      add(one.text, 0.8);
      add(one.named, 1);
      add(one.title, 1.4 + 0.6 / words(one.title).length);
      return { ...one, held };
    });
    const spread = new Map(); // in how many places each word stands
    for (const { held } of found) for (const at of held.keys()) spread.set(at, (spread.get(at) || 0) + 1);
    return { found, spread };
  }

  // All places with every word that says something, the best first.
  function search(text) {
    const { found, spread } = (indexed ||= index());
    const said = [...new Map(plain(words(String(text).slice(0, LONGEST))).map((word) => [stem(word), word])).values()];
    const heavy = said.filter((word) => !light.has(stem(word)));
    const sought = (heavy.length ? heavy : said).map((word) => {
      const like = meanings(word), met = [...like.keys()].reduce((most, at) => Math.max(most, spread.get(at) || 0), 1);
      return { like, rare: Math.log(1 + found.length / met) };
    });
    const hits = found.flatMap((one) => {
      let score = 0;
      for (const { like, rare } of sought) {
        let best = 0;
        for (const [at, far] of like) {
          const weight = far >= 0.7 ? one.held.get(at) : 0;
          if (weight) best = Math.max(best, far ** 4 * weight);
        }
        if (!best) return [];
        score += best * rare;
      }
      return [{ ...one, score }];
    });
    return hits.sort((a, b) => b.score - a.score).slice(0, MOST);
  }

  globalThis.Kokko = Object.assign(globalThis.Kokko || {}, {
    answer,
    search,
    entry: (id) => byId.get(id),
    told: (id) => given(byId.get(id).kind, byId.get(id)),
    matching: { words, plain, stem, likeness, ranked },
  });
})();
