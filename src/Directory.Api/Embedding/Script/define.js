// The script may stand on a page twice, once for each widget that somebody pasted.
for (const [name, type] of [['center-directory', CenterDirectory], ['center-events', CenterEvents], ['center-card', CenterCard]]) {
  if (!customElements.get(name)) {
    customElements.define(name, type);
  }
}
