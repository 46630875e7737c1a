/**
 * Dark and light by the reader's setting, or by the page's own switch. No font, picture or colour comes from elsewhere. A
 * colour never stands alone: its mark or word stands beside it.
 */
export const style = `
:root {
  color-scheme: light dark;
  --paper: light-dark(#ffffff, #0f1318);
  --raised: light-dark(#f6f8fa, #171c23);
  --line: light-dark(#dde3ea, #2a323d);
  --ink: light-dark(#1a2029, #e3e8ef);
  --quiet: light-dark(#58636f, #97a3b1);
  --add: light-dark(#116a36, #5bcb8d);
  --change: light-dark(#7d5300, #e3b350);
  --remove: light-dark(#b42318, #ff8a80);
  --possible: light-dark(#5b4bb5, #b0a4f5);
  --accent: light-dark(#0b5cad, #7ab6f5);
  --mono: ui-monospace, 'SF Mono', 'Cascadia Mono', Menlo, Consolas, 'DejaVu Sans Mono', monospace;
}
:root[data-theme='light'] { color-scheme: light; }
:root[data-theme='dark'] { color-scheme: dark; }
* { box-sizing: border-box; }
html { scroll-padding-top: 5.5rem; }
body { margin: 0 0 6rem; background: var(--paper); color: var(--ink); font: 15px/1.5 system-ui, sans-serif; overflow-wrap: anywhere; }
main, header.page { max-width: 78rem; margin: 0 auto; padding: 0 1.5rem; }
header.page { padding-top: 2rem; display: flex; flex-wrap: wrap; gap: 0.3rem 0.6rem; align-items: baseline; }
header.page h1 { margin: 0; font-size: 1.55rem; line-height: 1.25; letter-spacing: -0.01em; flex: 1 1 20rem; }
header.page .quiet { flex: 1 0 100%; order: 1; }
h2 { margin: 0 0 0.2rem; font-size: 1.3rem; letter-spacing: -0.01em; }
h2 > .quiet { font-weight: 400; }
h2 .badge { font-size: 0.62em; vertical-align: 0.2em; }
section { margin-top: 2.6rem; }
main > section + section { padding-top: 2.2rem; border-top: 1px solid var(--line); }
p { margin: 0.35rem 0; }
a { color: var(--accent); text-underline-offset: 0.15em; }
code, pre, .tree, td.mono, kbd { font-family: var(--mono); font-size: 0.87em; }
pre { overflow-x: auto; padding: 0.8rem 1rem; background: var(--raised); border: 1px solid var(--line); border-radius: 8px; }
.quiet, .type, .where, .facts { color: var(--quiet); }
.add { --tone: var(--add); } .change { --tone: var(--change); } .replace, .remove, .stake, .may-replace, .failed { --tone: var(--remove); }
.possible { --tone: var(--possible); } .passed { --tone: var(--add); } .none, .around { --tone: var(--quiet); }
.good { color: var(--add); } .bad { color: var(--remove); } .open { color: var(--change); }
.badge { display: inline-block; padding: 0 0.55em; border: 1px solid currentColor; border-radius: 1em; font: 600 0.8em/1.55 system-ui, sans-serif; white-space: nowrap; }
@media (max-width: 26rem) { .badge { white-space: normal; } }
.tree .badge { color: var(--tone, var(--quiet)); }
.badge.solid { background: var(--remove); border-color: var(--remove); color: var(--paper); }
.tree .badge.solid { color: var(--paper); }
.sr { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
input, button { font: inherit; color: inherit; background: var(--raised); border: 1px solid var(--line); border-radius: 8px; padding: 0.25rem 0.7rem; }
button { cursor: pointer; }
button:hover { border-color: var(--quiet); }
:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; }
.tree :focus-visible { outline-offset: -2px; border-radius: 6px; }
.js { display: none; }
.scripted button.js { display: inline-block; }
.scripted .tools { display: flex; }

nav ul { display: flex; flex-wrap: wrap; gap: 0.7rem; padding: 0; margin: 1.3rem 0 0; list-style: none; }
nav li { flex: 0 1 auto; min-width: 0; }
nav a { display: block; height: 100%; padding: 0.4rem 0.9rem; color: inherit; text-decoration: none; background: var(--raised); border: 1px solid var(--line); border-radius: 10px; }
nav li:has(.tally) { flex: 1 1 15rem; }
nav a:has(.tally) { padding: 0.7rem 1rem; }
nav a:hover { border-color: var(--accent); }
nav small { display: block; color: var(--quiet); }
nav .tally { display: block; margin-top: 0.2rem; }

.tally > span { color: var(--tone); font-weight: 600; white-space: nowrap; margin-right: 0.7em; }
.tally:not(:has(*)) { display: none; }
.size { margin: 1rem 0 0; display: flex; flex-wrap: wrap; gap: 0 0.8rem; }
.size > span:last-child { color: var(--quiet); }

.tools { position: sticky; top: 0; z-index: 2; flex-wrap: wrap; gap: 0.5rem 0.7rem; align-items: center; margin: 1.2rem -0.5rem 0; padding: 0.6rem 0.5rem; background: var(--paper); border-bottom: 1px solid var(--line); }
.tools input { flex: 1 1 16rem; min-width: 0; }
#risks { display: flex; flex-wrap: wrap; gap: 0.35rem; }
.chip { border-radius: 1em; padding: 0.1rem 0.7rem; font-size: 0.9em; color: var(--tone, var(--change)); }
.chip b { font-variant-numeric: tabular-nums; }
.chip[aria-pressed='true'] { background: var(--tone, var(--change)); border-color: var(--tone, var(--change)); color: var(--paper); }
#count:not(:empty) { flex: 0 0 auto; font-variant-numeric: tabular-nums; }
::highlight(found) { background: light-dark(#ffe58a, #6b5500); }

.stop { margin: 0.8rem 0; padding: 0.7rem 1rem; border: 1px solid color-mix(in srgb, var(--remove) 35%, var(--line)); border-left: 4px solid var(--remove); border-radius: 4px 8px 8px 4px; background: color-mix(in srgb, var(--remove) 6%, var(--paper)); }
.stop.allowed, .caution { border-color: color-mix(in srgb, var(--change) 35%, var(--line)); border-left-color: var(--change); background: color-mix(in srgb, var(--change) 6%, var(--paper)); }
.caution { margin: 0.8rem 0; padding: 0.5rem 1rem; border: 1px solid color-mix(in srgb, var(--change) 35%, var(--line)); border-left: 4px solid var(--change); border-radius: 4px 8px 8px 4px; }
.label { padding: 0.1em 0.4em; background: var(--paper); border: 1px solid var(--line); border-radius: 5px; user-select: all; }
.stop button { padding: 0 0.6rem; font-size: 0.85em; }

figure { margin: 0.9rem 0; }
.map, .map ul { display: flex; flex-wrap: wrap; align-items: flex-start; gap: 0.5rem; margin: 0; padding: 0; list-style: none; }
.map li { min-width: 0; max-width: 100%; padding: 0.35rem 0.7rem; border: 1px solid color-mix(in srgb, var(--tone) 40%, var(--line)); border-left: 4px solid var(--tone); border-radius: 4px 8px 8px 4px; background: color-mix(in srgb, var(--tone) 7%, var(--paper)); }
.map li.none, .map li.around { border-color: var(--line); background: none; }
.map li.none { color: var(--quiet); }
.map li.around { border-left-width: 1px; border-radius: 8px; }
.map > li { flex: 0 1 auto; }
.map ul { margin-top: 0.4rem; }
.map a { color: inherit; font-weight: 600; text-decoration-color: var(--line); }
.map small { color: var(--tone); font-weight: 600; font-variant-numeric: tabular-nums; }
.map li > small { display: block; color: var(--quiet); font-weight: 400; }

.tree { margin-top: 0.9rem; }
.tree > p { padding-left: 0.2rem; }
.node { margin: 0.15rem 0; }
.node .node { margin-left: 0.55rem; padding-left: 0.7rem; border-left: 1px solid var(--line); }
.node > p { margin: 0.15rem 0 0.15rem 1.5rem; }
.node > .item { margin-left: 0.55rem; }
summary { cursor: pointer; }
.tree summary { display: flex; list-style: none; border-radius: 6px; }
.tree summary::-webkit-details-marker { display: none; }
.tree summary::before { content: '▸'; flex: 0 0 1.1rem; align-self: flex-start; margin-top: 0.12rem; color: var(--quiet); transition: transform 0.1s; text-align: center; }
.tree details[open] > summary::before { transform: rotate(90deg); }
.tree summary:hover, .item:not(details):hover { background: var(--raised); }
.head { flex: 1; min-width: 0; display: flex; flex-wrap: wrap; gap: 0 0.7rem; align-items: baseline; padding: 0.12rem 0.2rem; }
.head .where { margin-left: auto; }
.head .cost { color: var(--ink); }
.node > summary .name { font-weight: 700; font-size: 1.04em; }
.node > summary .name .type { font-weight: 400; }
div.item { padding-left: 1.1rem; border-radius: 6px; }
.item .mark { color: var(--tone); font-weight: 700; width: 1ch; }
.item .name { color: var(--tone); font-weight: 600; }
.property { margin: 0 0 0 2.9rem; padding: 0.08rem 0.2rem; display: grid; grid-template-columns: minmax(9rem, 20rem) minmax(0, 1fr); gap: 0 1rem; }
.property + .property { border-top: 1px dotted var(--line); }
.property > span:first-child { color: var(--quiet); }
.property del, .property ins { text-decoration: none; padding: 0 0.25em; border-radius: 4px; white-space: pre-wrap; }
.property del { background: color-mix(in srgb, var(--remove) 12%, transparent); }
.property ins { background: color-mix(in srgb, var(--add) 14%, transparent); }
.property i { color: var(--quiet); font-style: normal; }
.property em { color: var(--tone); font-style: normal; font-size: 0.95em; }
.property em::before { content: '· '; }
.property .secret { font-weight: 600; }
.facts { margin: 0.1rem 0 0.3rem 2.9rem; padding: 0 0.2rem; font-size: 0.93em; }
.facts code { font-size: 1em; }

.fold { margin-top: 1rem; }
.fold > summary { font-weight: 600; }
table { width: 100%; overflow-wrap: normal; border-collapse: collapse; margin: 0.6rem 0; }
.wide { overflow-x: auto; }
th, td { padding: 0.3rem 0.8rem 0.3rem 0; text-align: left; vertical-align: top; border-bottom: 1px solid var(--line); }
th { font-weight: 600; color: var(--quiet); }
th.number, td.number { text-align: right; }
td.mono, td.number { white-space: nowrap; }
td.number { font-variant-numeric: tabular-nums; }
.step { border-top: 1px solid var(--line); }
.step > summary { padding: 0.5rem 0; font-weight: 600; }
.step > div { padding: 0 0 1rem 1.2rem; }
ul.checks { padding-left: 0; list-style: none; }

dialog { color: inherit; background: var(--paper); border: 1px solid var(--line); border-radius: 12px; padding: 1.2rem 1.6rem 1.4rem; max-width: 26rem; }
dialog::backdrop { background: rgb(0 0 0 / 0.45); }
dialog dl { display: grid; grid-template-columns: auto 1fr; gap: 0.35rem 1.2rem; margin: 0.8rem 0 1.2rem; }
dialog dd { margin: 0; }
kbd { padding: 0.05em 0.45em; background: var(--raised); border: 1px solid var(--line); border-bottom-width: 2px; border-radius: 5px; }

.filtering .aside { display: none; }
[hidden] { display: none !important; }
@media (max-width: 44rem) {
  main, header.page { padding: 0 0.9rem; }
  header.page { padding-top: 1.2rem; }
  header.page h1 { font-size: 1.25rem; flex-basis: 9rem; }
  .tools { position: static; }
  html { scroll-padding-top: 1rem; }
  .head .where { margin-left: 0; flex-basis: 100%; padding-left: 1.7ch; }
  .property { grid-template-columns: minmax(0, 1fr); margin-left: 1.6rem; }
  .property > span + span { padding-left: 0.8rem; }
  .facts { margin-left: 1.6rem; }
  .node .node { margin-left: 0.1rem; padding-left: 0.4rem; }
}
@media (prefers-reduced-motion: reduce) { * { transition: none !important; } }
@media print {
  :root, :root[data-theme] { color-scheme: light; }
  .badge.solid, .stop, .caution, .map li, del, ins { print-color-adjust: exact; }
  .tools, button { display: none !important; }
  .stop, .property, .map li { break-inside: avoid; }
  body { font-size: 11px; }
}
`;
