/** `<center-directory territory="RU-KHA">`: the centers of a territory, to search and to filter. */
class CenterDirectory extends Widget {
  static observedAttributes = ['territory', 'support', 'audience', 'level', 'status', 'filters', 'view', 'page-size', 'heading', 'lang', 'theme'];

  begin() {
    this.territory = this.text('territory');
    this.size = this.number('page-size', 10, 50);
    this.view = this.choice('view', ['list', 'cards'], 'list');
    this.fixed = Object.fromEntries(Object.entries(filters).map(([name, { vocabulary }]) => [name, this.values(name, vocabulary)]));
    this.chosen = { ...this.fixed };
    this.query = '';
    this.items = null;
    this.load(null);
  }

  load(after) {
    const searches = this.query.length > 1;
    return this.show(
      () => (searches ? this.ask('search', { territory: this.territory, ...this.variables('support'), text: this.query }) : this.ask('centers', {
        territory: this.territory, ...(this.territory && { place: this.territory, isPlaced: true }),
        ...this.variables('support', 'audience', 'level', 'status'), first: this.size, ...(after && { after }),
      })),
      (answer) => (searches ? this.found(answer.search.nodes.filter((center) => matches(center, this.chosen)), answer.revision) : this.page(answer, after)),
    );
  }

  variables(...names) {
    return Object.fromEntries(names.filter((name) => this.chosen[name].length).map((name) => [filters[name].variable, this.chosen[name]]));
  }

  page({ territory, centers, revision }, after) {
    this.place = this.named(territory) ?? this.place;
    const { totalCount, nodes, pageInfo } = centers;
    this.render(nodes, totalCount, pageInfo.hasNextPage && (() => this.load(pageInfo.endCursor)), after !== null, revision);
  }

  /** All that the words find is here already; more of it is shown without asking. */
  found(centers, revision, start = 0) {
    const end = start + this.size;
    this.render(centers.slice(start, end), centers.length, end < centers.length && (() => this.found(centers, revision, end)), start > 0, revision);
  }

  render(centers, total, more, goesOn, revision) {
    if (!this.items?.isConnected) {
      this.frame();
    }

    const added = centers.map((center) => h('li', { class: 'item', part: 'item', tabindex: '-1' }, centerItem(this, center)));
    goesOn ? this.items.append(...added) : this.items.replaceChildren(...added);
    const shown = this.items.children.length;
    this.find('[role=status]').textContent = total === 0 ? this.words.nothing
      : count(this.language, this.words.found, total) + (shown < total ? `, ${count(this.language, this.words.shown, shown)}` : '');
    this.shown = goesOn ? [...this.shown, ...centers] : centers;
    this.confirm(revision, this.shown);

    this.more.replaceChildren(...(more ? [h('button', { type: 'button', onclick: more }, this.words.more)] : []));
    if (goesOn) {
      added[0]?.focus();
    }
  }

  /** The parts that stay while the list changes, so that neither focus nor words typed are lost. */
  frame() {
    const heading = this.text('heading') ?? (this.place ? `${this.words.centers}: ${this.place}` : this.words.centers);
    this.items = h('ul', { class: `items ${this.view}`, part: 'results' });
    this.more = h('p', { class: 'row', part: 'more' });
    this.put(h('section', { class: 'box', part: 'box', 'aria-label': heading === 'none' ? this.words.centers : heading },
      heading === 'none' ? null : h('h2', { part: 'heading' }, heading),
      this.form(),
      h('p', { class: 'status', part: 'status', role: 'status' }),
      this.items, this.more, footer(this.words.whole, this.address('/centers', { lang: this.language, territory: this.territory }))));
  }

  form() {
    const names = (this.getAttribute('filters') ?? 'search support audience level status').split(/[\s,]+/).filter((name) => {
      const isKnown = name === 'search' || name in filters;
      if (name && name !== 'none' && !isKnown) {
        this.complain('filters', name, ['search', ...Object.keys(filters), 'none']);
      }

      return isKnown;
    });
    const fields = names.filter((name) => name !== 'search').map((name) => select(this, name, this.fixed[name].length === 1 ? this.fixed[name][0] : ''));
    const search = names.includes('search') && h('div', { class: 'wide' },
      h('label', { part: 'field' }, this.words.searchFor, h('input', { name: 'search', type: 'search', maxlength: '200', autocomplete: 'off', part: 'search' })),
      h('button', { class: 'main', part: 'button' }, this.words.search));
    return names.length ? h('form', { role: 'search', part: 'form', onsubmit: (event) => this.submit(event), onchange: (event) => this.submit(event) }, search || null, fields) : null;
  }

  submit(event) {
    event.preventDefault();
    const form = new FormData(this.find('form'));
    this.query = (form.get('search') ?? '').trim();
    for (const name of Object.keys(filters).filter((name) => form.has(name))) {
      this.chosen[name] = form.get(name) ? [form.get(name)] : this.fixed[name].length > 1 ? this.fixed[name] : [];
    }

    this.load(null);
  }
}
