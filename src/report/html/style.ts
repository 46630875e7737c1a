/** Dark and light by the reader's setting, or by the page's own switch. No font, picture or colour comes from elsewhere. */
export const style = `
:root {
  color-scheme: light dark;
  --paper: light-dark(#ffffff, #14171c);
  --raised: light-dark(#f5f7f9, #1c2128);
  --line: light-dark(#d8dee4, #333b46);
  --ink: light-dark(#1b2026, #e4e8ee);
  --quiet: light-dark(#59636e, #9aa5b3);
  --add: light-dark(#14693a, #58c98b);
  --change: light-dark(#7a5200, #e2b04a);
  --remove: light-dark(#b3261e, #ff8b82);
  --accent: light-dark(#0b5cad, #76b3f2);
}
:root[data-theme='light'] { color-scheme: light; }
:root[data-theme='dark'] { color-scheme: dark; }
* { box-sizing: border-box; }
body { margin: 0; background: var(--paper); color: var(--ink); font: 15px/1.5 system-ui, sans-serif; overflow-wrap: anywhere; }
main, header.page { max-width: 76rem; margin: 0 auto; padding: 0 1.5rem; }
header.page { padding-top: 2rem; display: flex; flex-wrap: wrap; gap: 0.5rem 1.5rem; align-items: baseline; }
header.page h1 { margin: 0; font-size: 1.5rem; flex: 1 1 20rem; }
h2 { margin: 2.5rem 0 0.5rem; font-size: 1.2rem; }
h3 { margin: 1.2rem 0 0.3rem; font-size: 1rem; }
p { margin: 0.4rem 0; }
a { color: var(--accent); }
code, pre, .tree, td.mono { font-family: ui-monospace, 'SF Mono', Menlo, Consolas, monospace; font-size: 0.86em; }
pre { overflow-x: auto; padding: 0.8rem 1rem; background: var(--raised); border: 1px solid var(--line); border-radius: 6px; }
.quiet { color: var(--quiet); }
.add { color: var(--add); } .change { color: var(--change); } .replace, .remove { color: var(--remove); } .possible { color: var(--quiet); }
.badge { display: inline-block; padding: 0 0.5em; border: 1px solid currentColor; border-radius: 1em; font-size: 0.85em; }
.good { color: var(--add); } .bad { color: var(--remove); } .open { color: var(--change); }
.tools { position: sticky; top: 0; z-index: 1; display: flex; flex-wrap: wrap; gap: 0.4rem 1rem; align-items: center; padding: 0.6rem 0; background: var(--paper); border-bottom: 1px solid var(--line); }
.tools input[type='search'] { flex: 1 1 16rem; }
input, button { font: inherit; color: inherit; background: var(--raised); border: 1px solid var(--line); border-radius: 6px; padding: 0.25rem 0.6rem; }
button { cursor: pointer; }
:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; }
nav ul { display: flex; flex-wrap: wrap; gap: 0.2rem 1rem; padding: 0; list-style: none; }
table { width: 100%; overflow-wrap: normal; border-collapse: collapse; margin: 0.6rem 0; }
.wide { overflow-x: auto; }
th, td { padding: 0.3rem 0.8rem 0.3rem 0; text-align: left; vertical-align: top; border-bottom: 1px solid var(--line); }
th { font-weight: 600; color: var(--quiet); }
td.mono, td.number { white-space: nowrap; }
td.number { font-variant-numeric: tabular-nums; white-space: nowrap; }
.stop { margin: 0.8rem 0; padding: 0.6rem 1rem; border-left: 4px solid var(--remove); background: var(--raised); }
.stop.allowed { border-color: var(--change); }
.tree details { margin-left: 1.1rem; }
.tree > details { margin-left: 0; }
.tree summary { cursor: pointer; padding: 0.1rem 0; }
.tree .resource { margin-left: 2.2rem; padding: 0.15rem 0; }
.tree .property { margin-left: 2rem; display: grid; grid-template-columns: minmax(10rem, 20rem) 1fr; gap: 0 1rem; color: var(--ink); overflow-wrap: anywhere; }
.tree .type, .tree .where { color: var(--quiet); margin-left: 0.8em; }
.step { border-top: 1px solid var(--line); }
.step > summary { padding: 0.5rem 0; cursor: pointer; font-weight: 600; }
.step > div { padding: 0 0 1rem 1.2rem; }
ul.checks { padding-left: 0; list-style: none; }
[hidden] { display: none !important; }
@media (max-width: 40rem) { .tree .property { grid-template-columns: 1fr; } }
@media print { .tools, nav, button { display: none; } }
`;
