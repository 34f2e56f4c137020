/** `<center-events territory="RU-KHA" view="month">`: what is on, as a list or as a month. */
class CenterEvents extends Widget {
  static observedAttributes = ['territory', 'center', 'kind', 'audience', 'view', 'days', 'page-size', 'heading', 'lang', 'theme'];

  begin() {
    this.territory = this.text('territory');
    this.kinds = this.values('kind', 'EventKind');
    this.audiences = this.values('audience', 'Audience');
    this.view = this.choice('view', ['agenda', 'month'], 'agenda');
    this.size = this.number('page-size', 10, 50);
    this.today = dayOf(new Date());
    this.month = this.today.slice(0, 7);
    this.days = this.number('days', 180, 366);
    this.load(null);
  }

  load(after) {
    const isMonth = this.view === 'month';
    const from = isMonth ? `${this.month}-01` : this.today;
    const to = isMonth ? lastDay(this.month) : daysLater(from, this.days);
    const center = this.text('center');
    return this.show(
      () => this.ask('events', {
        territory: this.territory, ...(this.territory && { place: this.territory, isPlaced: true }),
        ...(this.kinds.length && { kinds: this.kinds }), ...(this.audiences.length && { audiences: this.audiences }), ...(center && { centers: [center] }),
        from, to, first: isMonth ? 100 : this.size, ...(after && { after }),
      }),
      (answer) => this.render(answer, after !== null),
    );
  }

  render({ territory, revision, occurrences: { nodes, pageInfo } }, goesOn) {
    this.place = this.named(territory);
    if (this.view === 'month') {
      this.frame(calendar(this, nodes), list(this, nodes, 'items narrow'));
    } else if (goesOn) {
      const added = nodes.map((item) => eventItem(this, item));
      this.find('.items').append(...added);
      added[0]?.focus();
    } else {
      this.frame(list(this, nodes, 'items'), h('p', { class: 'row', part: 'more' }));
    }

    if (this.view === 'agenda') {
      this.find('[part=more]').replaceChildren(...(pageInfo.hasNextPage
        ? [h('button', { type: 'button', onclick: () => this.load(pageInfo.endCursor) }, this.words.more)] : []));
    }

    this.shown = goesOn ? [...this.shown, ...nodes] : nodes;
    this.confirm(revision, this.shown.map((item) => item.event));

    const shown = this.view === 'month' ? nodes.length : this.find('.items').children.length;
    this.find('[role=status]').textContent = shown ? count(this.language, this.words.days, shown) : this.words.noEvents;
  }

  frame(...parts) {
    const heading = this.text('heading') ?? (this.place ? `${this.words.events}: ${this.place}` : this.words.events);
    const feed = new URL(this.address('/feeds/events.ics', { territory: this.territory, center: this.text('center'), kind: this.kinds.join(','), audience: this.audiences.join(','), lang: this.language }));
    this.put(h('section', { class: 'box', part: 'box', 'aria-label': heading === 'none' ? this.words.events : heading },
      heading === 'none' ? null : h('h2', { part: 'heading' }, heading),
      this.view === 'month' ? this.steps() : null,
      h('p', { class: 'status', part: 'status', role: 'status' }),
      parts,
      footer(this.words.whole, this.address('/feeds', { lang: this.language, territory: this.territory }), link(`webcal://${feed.host}${feed.pathname}${feed.search}`, this.words.subscribe, { class: 'act' }))));
  }

  steps() {
    const step = (months, words, sign) => h('button', { type: 'button', 'aria-label': words, onclick: () => this.turn(months) }, sign);
    return h('p', { class: 'row', part: 'steps' }, step(-1, this.words.previous, '←'),
      h('strong', null, monthName(this.language, this.month)), step(1, this.words.next, '→'));
  }

  async turn(months) {
    const date = day(`${this.month}-01`);
    date.setUTCMonth(date.getUTCMonth() + months);
    this.month = date.toISOString().slice(0, 7);
    await this.load(null);
    this.find(`.row button:nth-of-type(${months < 0 ? 1 : 2})`)?.focus();
  }
}
