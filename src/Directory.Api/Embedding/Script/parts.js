/** A center in a list. */
function centerItem(widget, center) {
  const services = center.services;
  const rest = services.totalCount - services.nodes.length;
  return [
    h('h3', { part: 'title' }, link(widget.address(`/centers/${center.slug}`, { lang: widget.language }), center.displayName)),
    h('p', { class: 'quiet', part: 'meta' }, facts(widget, center)),
    center.supportKinds.length ? tags(widget, 'SupportKind', center.supportKinds) : null,
    services.nodes.length
      ? h('p', { part: 'services' }, services.nodes.map((service) => service.displayName).join('; '), rest > 0 ? ` ${widget.words.andMore.replace('#', rest)}` : '')
      : null,
    contacts(center),
  ];
}

/** Level, place, state, and whether nobody has confirmed it for long, in one line; an ordinary state needs no word. */
function facts(widget, center) {
  return [
    center.level === 'UNKNOWN' ? null : widget.label('CenterLevel', center.level),
    center.territory?.displayName,
    ['ACTIVE', 'UNKNOWN'].includes(center.status) ? null : widget.label('CenterStatus', center.status),
    center.freshness === 'STALE' ? widget.label('Freshness', center.freshness) : null,
  ].filter(Boolean).join(' · ');
}

function tags(widget, vocabulary, values) {
  return h('ul', { class: 'tags', part: 'tags' }, values.map((value) => h('li', { part: 'tag' }, widget.label(vocabulary, value))));
}

/** +74212555555 as people write it; other values stand as they are. */
function readable({ value }) {
  return value.replace(/^\+7(\d{3})(\d{3})(\d\d)(\d\d)$/, '+7 $1 $2-$3-$4');
}

function contacts(center) {
  const links = center.contacts.filter((contact) => contact.url).slice(0, 3).map((contact) => link(contact.url, readable(contact)));
  if (center.website) {
    links.push(link(center.website, new URL(center.website).hostname.replace(/^www\./, '')));
  }

  return links.length || center.addressText ? h('p', { class: 'row', part: 'contacts' }, center.addressText ? h('span', null, center.addressText) : null, links) : null;
}

/** How fresh the data are and who says so: «Сведения на 5 марта 2026, источники: …». */
function badge(widget, words, instant, entries) {
  const titles = [...new Set(entries.flatMap((entry) => entry.sources.map((source) => source.title)))];
  const day = new Intl.DateTimeFormat(widget.language, { dateStyle: 'long' }).format(new Date(instant));
  const named = titles.slice(0, 2).join('; ') + (titles.length > 2 ? ` ${widget.words.andMore.replace('#', titles.length - 2)}` : '');
  return h('span', { part: 'badge' }, words.replace('#', day), named ? `, ${widget.words.sources.replace('#', named)}` : '');
}

/** A way to all of it, and where it comes from. */
function footer(words, address, ...more) {
  return h('p', { class: 'foot', part: 'footer' }, link(address, words), more);
}
