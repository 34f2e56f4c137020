function list(widget, items, kind) {
  return h('ul', { class: kind, part: 'results' }, items.map((item) => eventItem(widget, item)));
}

/** An event in a list. */
function eventItem(widget, { event, status, ...times }) {
  const isOff = status === 'CANCELLED';
  const place = [event.venue, event.addressText, event.territory?.displayName].filter(Boolean).join(', ');
  return h('li', { class: 'item', part: 'item', tabindex: '-1' },
    h('h3', { part: 'title', class: isOff ? 'off' : null }, link(widget.address(`/events/${event.slug}`, { lang: widget.language }), event.displayName)),
    h('p', { class: 'row' },
      h('time', { datetime: times.startsAt ?? times.startsOn }, when(widget.language, { ...times, timeZone: event.timeZone })),
      h('span', { class: 'quiet' }, widget.label('EventKind', event.kind)),
      ['CANCELLED', 'POSTPONED'].includes(status) ? h('strong', null, widget.label('EventStatus', status)) : null),
    place || event.attendanceMode === 'ONLINE' ? h('p', { class: 'quiet', part: 'meta' }, place || widget.words.online) : null);
}

function lastDay(month) {
  const date = day(`${month}-01`);
  date.setUTCMonth(date.getUTCMonth() + 1, 0);
  return date.toISOString().slice(0, 10);
}

function monthName(language, month) {
  const name = new Intl.DateTimeFormat(language, { month: 'long', year: 'numeric', timeZone: 'UTC' }).format(day(`${month}-01`));
  return name[0].toUpperCase() + name.slice(1);
}

/** A month from Monday to Sunday. In a narrow place it shows the days alone, and the events stand below. */
function calendar(widget, items) {
  const first = `${widget.month}-01`;
  const blanks = (day(first).getUTCDay() + 6) % 7;
  const days = Number(lastDay(widget.month).slice(8));
  const weekday = new Intl.DateTimeFormat(widget.language, { weekday: 'short', timeZone: 'UTC' });
  const cell = (index) => {
    if (index < 0 || index >= days) {
      return h('td');
    }

    const date = daysLater(first, index);
    const here = items.filter((item) => item.startsOn <= date && item.endsOn >= date);
    return h('td', { class: `${here.length ? 'busy' : ''} ${date === widget.today ? 'today' : ''}`, part: 'day' }, h('time', { datetime: date }, index + 1),
      here.length ? h('ul', null, here.map(({ event, status }) => h('li', { class: status === 'CANCELLED' ? 'off' : null },
        link(widget.address(`/events/${event.slug}`, { lang: widget.language }), event.displayName)))) : null);
  };
  const weeks = Array.from({ length: Math.ceil((blanks + days) / 7) }, (_, week) => h('tr', null, Array.from({ length: 7 }, (_, column) => cell(week * 7 + column - blanks))));
  // 5 January 2026 is a Monday.
  const names = Array.from({ length: 7 }, (_, index) => h('th', { scope: 'col' }, weekday.format(day(daysLater('2026-01-05', index)))));
  return h('table', { class: 'calendar', part: 'calendar', 'aria-label': monthName(widget.language, widget.month) },
    h('thead', null, h('tr', null, names)), h('tbody', null, weeks));
}
