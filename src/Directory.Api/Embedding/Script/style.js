// The wrapper forgets whatever the page hands down, so that only the custom properties below decide on the looks.
const css = `
:host { display: block; }
:host([hidden]) { display: none; }
.root { all: initial; display: block; container-type: inline-size; color-scheme: light;
  --ground: var(--cd-ground, #fff); --raised: var(--cd-raised, #f6f5f1); --ink: var(--cd-ink, #1b2421); --quiet: var(--cd-quiet, #55615c);
  --line: var(--cd-line, #8a938e); --accent: var(--cd-accent, #0b6b57); --accent-ink: var(--cd-accent-ink, #fff);
  font: var(--cd-size, medium)/1.5 var(--cd-font, system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", sans-serif);
  --soft: color-mix(in srgb, var(--ink) 18%, var(--ground)); color: var(--ink); background: var(--ground); overflow-wrap: anywhere; }
.root.dark { color-scheme: dark;
  --ground: var(--cd-dark-ground, #131816); --raised: var(--cd-dark-raised, #1e2623); --ink: var(--cd-dark-ink, #e6ebe8);
  --quiet: var(--cd-dark-quiet, #a3b0aa); --line: var(--cd-dark-line, #75827b); --accent: var(--cd-dark-accent, #71d3b8);
  --accent-ink: var(--cd-dark-accent-ink, #10201b); }
.root *, .root *::before { box-sizing: border-box; }
.box { padding: var(--cd-gap, 1em); border: 1px solid var(--soft); border-radius: var(--cd-radius, 10px); }
h2, h3, p, ul, dl, dd, table { margin: 0; padding: 0; }
h2 { font-size: 1.3em; line-height: 1.25; }
h3 { font-size: 1.08em; line-height: 1.3; }
.box > h3 { margin-top: 1em; font-size: .95em; color: var(--quiet); }
ul { list-style: none; }
a { color: var(--accent); text-underline-offset: .15em; }
:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; border-radius: 3px; }
.box > form { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 11em), 1fr)); gap: .7em; margin-top: .9em; align-items: end; }
label { display: grid; gap: .2em; font-size: .9em; color: var(--quiet); }
.wide { grid-column: 1 / -1; display: flex; flex-wrap: wrap; gap: .5em; align-items: end; }
.wide label { flex: 1 1 12em; }
input, select, button { min-height: 2.6em; min-width: 0; max-width: 100%; padding: .4em .7em; font: inherit; color: var(--ink); background: var(--ground);
  border: 1px solid var(--line); border-radius: calc(var(--cd-radius, 10px) * .6); }
input, select { width: 100%; }
button { cursor: pointer; color: var(--accent); border-color: var(--accent); font-weight: 600; }
button.main { color: var(--accent-ink); background: var(--accent); }
.box > .status { margin: .7em 0; color: var(--quiet); }
.items { display: grid; gap: .8em; }
.cards { grid-template-columns: repeat(auto-fill, minmax(min(100%, 17em), 1fr)); }
.box > * + *, .item > * + * { margin-top: .4em; }
.item { padding: .9em 1em; background: var(--raised); border-radius: calc(var(--cd-radius, 10px) * .8); }
.quiet { color: var(--quiet); }
.tags { display: flex; flex-wrap: wrap; gap: .3em .4em; font-size: .88em; }
.tags li { padding: .1em .6em; border: 1px solid var(--soft); border-radius: 1em; }
.row { display: flex; flex-wrap: wrap; gap: .3em 1em; align-items: baseline; }
.box > .foot { display: flex; flex-wrap: wrap; gap: .3em 1.2em; margin-top: 1em; font-size: .92em; color: var(--quiet); }
.foot a, .row a { display: inline-block; min-height: 24px; }
.off { text-decoration: line-through; }
.calendar { width: 100%; border-collapse: collapse; table-layout: fixed; }
.calendar th { padding: .3em; font-size: .85em; color: var(--quiet); }
.calendar td { height: 4.2em; padding: .25em; vertical-align: top; border: 1px solid var(--soft); font-size: .82em; }
.calendar time { color: var(--quiet); }
.calendar .today time { color: var(--accent-ink); background: var(--accent); border-radius: 1em; padding: 0 .45em; }
.calendar li a, .calendar li span { display: -webkit-box; overflow: hidden; -webkit-box-orient: vertical; -webkit-line-clamp: 2; }
.narrow { display: none; }
@container (max-width: 36em) { .calendar td { height: 2.6em; } .calendar ul { display: none; } .calendar .busy time { font-weight: 700; color: var(--accent);
  text-decoration: underline; } .calendar .busy.today time { color: var(--accent-ink); } .narrow { display: grid; margin-top: .8em; } }
@media (prefers-reduced-motion: no-preference) { .item { animation: appear .18s ease-out; } @keyframes appear { from { opacity: 0; } } }
@media (forced-colors: active) { .item { border: 1px solid; } }
@media print { form, button, .foot .act { display: none; } .root { color: #000; background: #fff; } .item { break-inside: avoid; border: 1px solid #999; } }
`;
let sheet;

/** One sheet for all widgets of the page. Made by script, it needs no permission for inline styles. */
function styles() {
  if (!sheet) {
    sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
  }

  return sheet;
}
