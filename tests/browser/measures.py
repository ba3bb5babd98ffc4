"""Measures: what a page is asked about itself. Each is a script for ``Page.evaluate`` that gives a list of faults."""

from __future__ import annotations

_SHOWN = """
const shown = (node) => node.checkVisibility({ checkOpacity: true, checkVisibilityCSS: true })
  && !node.closest('.skip')
  && ![node, node.closest('thead, .unseen')].some((one) => one && getComputedStyle(one).clipPath === 'inset(50%)');
const called = (node) => `${node.tagName.toLowerCase()}.${node.getAttribute('class') ?? ''} "${
  (node.textContent || node.id).trim().replace(/\\s+/g, ' ').slice(0, 40)}"`;
"""

CUT = f"""() => {{ {_SHOWN}
const faults = [], wide = [];
const root = document.documentElement;
if (root.scrollWidth > root.clientWidth) faults.push(`the page is ${{root.scrollWidth}} wide`);
for (const node of document.body.querySelectorAll('*:not(svg *)')) {{
  if (!shown(node)) continue;
  const place = node.getBoundingClientRect();
  if (place.width && (place.right > root.clientWidth + 1 || place.left < -1))
    wide.push([node, `${{called(node)}} from ${{Math.round(place.left)}} to ${{Math.round(place.right)}}`]);
  const style = getComputedStyle(node);
  if (style.display === 'inline' || node instanceof SVGElement) continue;
  const over = [[style.overflowX, node.scrollWidth, node.clientWidth],
    [style.overflowY, node.scrollHeight, node.clientHeight]];
  for (const [kind, inside, room] of over)
    if (kind !== 'visible' && inside > room + 1) faults.push(`${{called(node)}} has ${{room}} for ${{inside}}`);
}}
const outer = new Set(wide.map(([node]) => node.parentElement));
return [...faults, ...wide.filter(([node]) => !outer.has(node)).map(([, words]) => words)]; }}"""
"""What stands out of the window sideways, or has less room than it needs and hides or scrolls the rest."""

SMALL = f"""() => {{ {_SHOWN}
const inSentence = (node) => getComputedStyle(node).display === 'inline'
  && [...node.parentElement.childNodes].some((one) => one.nodeType === 3 && /[\\p{{L}}\\p{{N}}]/u.test(one.data));
const faults = [];
for (const node of document.querySelectorAll('a[href], button, summary, select, textarea, input, [tabindex="0"]')) {{
  if (!shown(node) || inSentence(node)) continue;
  const {{ width, height }} = node.getBoundingClientRect();
  if (Math.min(width, height) < 24) faults.push(`${{called(node)}} is ${{width.toFixed(1)}} × ${{height.toFixed(1)}}`);
}}
return faults; }}"""
"""Targets that are smaller than 24 by 24 pixels and no links in a sentence (WCAG 2.2, 2.5.8)."""

SPACED = """() => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(`p { margin-block-end: 2em !important }
    *:not(svg *) { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important }`);
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
}"""
"""Spaces text as WCAG 1.4.12 asks pages to bear."""

OPENED = """() => {
  for (const one of document.querySelectorAll('details')) one.open = true;
  const easy = document.querySelector('#_easy');
  if (easy && !easy.checked) easy.click();
}"""
"""Opens whatever readers can unfold, and shows the easy words where there are any."""
