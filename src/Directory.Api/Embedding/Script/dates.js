/** A day as the directory writes it, 2026-03-05. Noon in UTC is the same day wherever it is formatted in UTC. */
function day(text) {
  return new Date(`${text}T12:00:00Z`);
}

/** The day of an instant on the visitor's own clock. */
function dayOf(date) {
  return [date.getFullYear(), date.getMonth() + 1, date.getDate()].map((part) => String(part).padStart(2, '0')).join('-');
}

function daysLater(text, days) {
  const date = day(text);
  date.setUTCDate(date.getUTCDate() + days);
  return date.toISOString().slice(0, 10);
}

/** «16–17 ноября 2026», and the hour on the clock of the place if it is known. */
function when(language, item) {
  const format = new Intl.DateTimeFormat(language, { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' });
  const days = item.startsOn === item.endsOn ? format.format(day(item.startsOn)) : format.formatRange(day(item.startsOn), day(item.endsOn));
  return item.startsAt ? `${days}, ${hour(language, item)}` : days;
}

function hour(language, item) {
  const options = { hour: '2-digit', minute: '2-digit', timeZoneName: 'short' };
  try {
    return new Intl.DateTimeFormat(language, { ...options, timeZone: item.timeZone ?? 'UTC' }).format(new Date(item.startsAt));
  } catch {
    // A browser may not know a zone that was made yesterday.
    return new Intl.DateTimeFormat(language, { ...options, timeZone: 'UTC' }).format(new Date(item.startsAt));
  }
}
