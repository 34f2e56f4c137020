/** `<center-card center="slug">`: one center. */
class CenterCard extends Widget {
  static observedAttributes = ['center', 'lang', 'theme'];

  begin() {
    const from = dayOf(new Date());
    this.show(
      () => this.ask('center', { slug: this.text('center') ?? '', from, to: daysLater(from, 366) }),
      ({ center }) => this.put(h('article', { class: 'box', part: 'box' }, center ? this.render(center) : [h('p', { role: 'status' }, this.words.unknown), h('slot')])),
    );
  }

  render(center) {
    const { words } = this;
    const services = center.services;
    const rest = services.totalCount - services.nodes.length;
    return [
      h('h2', { part: 'heading' }, center.displayName),
      h('p', { class: 'quiet', part: 'meta' }, facts(this, center)),
      center.description ? h('p', { part: 'description' }, center.description) : null,
      center.supportKinds.length ? tags(this, 'SupportKind', center.supportKinds) : null,
      ...this.section(words.services, services.nodes.map((service) =>
        h('li', null, service.displayName, service.fee ? h('span', { class: 'quiet' }, ` – ${this.label('Fee', service.fee)}`) : null))
        .concat(rest > 0 ? [h('li', { class: 'quiet' }, words.andMore.replace('#', rest))] : [])),
      ...this.section(words.contacts, [center.addressText && h('li', null, center.addressText), ...center.contacts.map((contact) =>
        h('li', null, contact.label ? `${contact.label}: ` : '', link(contact.url, readable(contact)))), center.website && h('li', null, link(center.website, center.website))]),
      ...this.section(words.hours, center.openingHours.map((hours) => h('li', null, this.hours(hours)))),
      ...this.section(words.soon, center.events.nodes.map((event) => h('li', null,
        link(this.address(`/events/${event.slug}`, { lang: this.language }), event.displayName), ` – ${when(this.language, { ...event, startsOn: event.dateEarliest, endsOn: event.dateLatest })}`))),
      footer(words.page, this.address(`/centers/${center.slug}`, { lang: this.language }), center.verifiedAt
        ? badge(this, words.confirmed, center.verifiedAt, [{ sources: [center.verifiedBy] }])
        : badge(this, words.asOf, center.updatedAt, [center])),
    ];
  }

  section(title, items) {
    const shown = items.filter(Boolean);
    return shown.length ? [h('h3', { part: 'title' }, title), h('ul', null, shown)] : [];
  }

  hours({ weekdays, opensAt, closesAt, text }) {
    const days = weekdays.map((weekday) => this.label('Weekday', weekday)).join(', ');
    const time = opensAt && closesAt ? `${opensAt.slice(0, 5)}–${closesAt.slice(0, 5)}` : text;
    return [days, time ?? this.words.closed].filter(Boolean).join(': ');
  }
}
