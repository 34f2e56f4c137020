// Reads feeds with readers that are not ours and says what is wrong with them: node check-feed.mjs FORMAT FILE
// FORMAT is ics, rss, atom or json. The answer is one JSON object: { "problems": [...], "entries": [...] }.
import { readFileSync } from 'node:fs';
import { DOMParser } from '@xmldom/xmldom';
import ICAL from 'ical.js';

const [format, file] = process.argv.slice(2);
const problems = [];
const wrong = (where, what) => problems.push(`${where}: ${what}`);
const checks = { ics, rss, atom, json };
if (!checks[format]) throw new Error(`No check for ${format}.`);
// RFC 5545 and 7986.
function ics(bytes) {
  const text = bytes.toString('utf8');
  if (Buffer.compare(Buffer.from(text, 'utf8'), bytes) !== 0) wrong('file', 'is no UTF-8');
  for (const [index, line] of text.split('\r\n').entries()) {
    if (/[\r\n]/.test(line)) wrong(`line ${index + 1}`, 'does not end in CRLF');
    if (Buffer.byteLength(line) > 75) wrong(`line ${index + 1}`, `has ${Buffer.byteLength(line)} octets`);
  }

  ICAL.design.strict = true;
  const calendar = new ICAL.Component(ICAL.parse(text));
  if (calendar.name !== 'vcalendar') wrong('calendar', `is a ${calendar.name}`);
  for (const name of ['version', 'prodid', 'name', 'refresh-interval', 'source', 'url']) {
    if (calendar.getAllProperties(name).length !== 1) wrong('calendar', `needs ${name} once`);
  }

  const zones = new Map();
  for (const component of calendar.getAllSubcomponents('vtimezone')) {
    const id = component.getFirstPropertyValue('tzid');
    if (zones.has(id)) wrong(id, 'is described twice');
    zones.set(id, new ICAL.Timezone(component));
  }

  const seen = new Set();
  const masters = new Map(calendar.getAllSubcomponents('vevent').filter(event => !event.hasProperty('recurrence-id')).map(event => [event.getFirstPropertyValue('uid'), event]));
  return calendar.getAllSubcomponents('vevent').map(component => event(component, zones, seen, masters));
}

function event(component, zones, seen, masters) {
  const value = name => component.getFirstPropertyValue(name);
  const uid = value('uid');
  const identity = `${uid} ${value('recurrence-id') ?? ''}`;
  if (seen.has(identity)) wrong(identity, 'comes twice');
  seen.add(identity);
  for (const name of ['uid', 'dtstamp', 'dtstart', 'summary', 'sequence']) {
    if (component.getAllProperties(name).length !== 1) wrong(identity, `needs ${name} once`);
  }

  for (const property of component.getAllProperties()) {
    const zone = property.getParameter('tzid');
    if (zone && !zones.has(zone)) wrong(identity, `names the zone ${zone}, which is not described`);
    if (property.name === 'organizer') wrong(identity, 'has an organizer');
  }

  if (value('dtend') && value('dtend').compare(value('dtstart')) <= 0) wrong(identity, 'ends before it begins');
  if (component.hasProperty('exdate') && component.getFirstProperty('exdate').getFirstValue().isDate !== value('dtstart').isDate) wrong(identity, 'mixes days and times');
  return {
    uid, summary: value('summary'), status: value('status'), sequence: value('sequence'), start: instant(component, 'dtstart', zones), end: instant(component, 'dtend', zones),
    recurrenceId: value('recurrence-id')?.toString() ?? null, times: occurrences(component, zones, masters),
  };
}

// A time as the zones of the file itself tell it, in UTC; a day as it is.
function instant(component, name, zones) {
  const property = component.getFirstProperty(name);
  return property ? utc(property.getFirstValue(), zones.get(property.getParameter('tzid'))) : null;
}

function utc(time, zone) {
  if (time.isDate) return time.toString();
  const local = time.clone();
  if (zone) local.zone = zone;
  return local.convertToZone(ICAL.Timezone.utcTimezone).toString();
}

function occurrences(component, zones, masters) {
  if (component.hasProperty('recurrence-id') || !(component.hasProperty('rrule') || component.hasProperty('rdate'))) return [];
  const zone = zones.get(component.getFirstProperty('dtstart').getParameter('tzid'));
  const iterator = new ICAL.Event(masters.get(component.getFirstPropertyValue('uid'))).iterator();
  const times = [];
  for (let time = iterator.next(); time && times.length < 20; time = iterator.next()) times.push(utc(time, zone));
  return times;
}

function xml(bytes) {
  const document = new DOMParser({ onError: (level, message) => wrong('xml', `${level}: ${message}`) }).parseFromString(bytes.toString('utf8'), 'text/xml');
  return document.documentElement;
}

const children = (element, name, space) => Array.from(element.childNodes).filter(node => node.nodeType === 1 && node.localName === name && (space === undefined ? !node.prefix : node.namespaceURI === space));
const content = (element, name, space) => children(element, name, space)[0]?.textContent ?? null;
const isAddress = text => URL.canParse(text ?? '');
const isInstant = text => /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/.test(text ?? '') && !Number.isNaN(Date.parse(text));
const isMailTime = text => /^(Mon|Tue|Wed|Thu|Fri|Sat|Sun), \d\d (Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) \d{4} \d\d:\d\d:\d\d [+-]\d{4}$/.test(text ?? '');

function unique(ids) {
  if (new Set(ids).size !== ids.length) wrong('feed', 'has an id twice');
}

// The specification of the RSS Advisory Board.
function rss(bytes) {
  const atomSpace = 'http://www.w3.org/2005/Atom';
  const root = xml(bytes);
  if (root.localName !== 'rss' || root.getAttribute('version') !== '2.0') wrong('root', 'is no RSS 2.0');
  const [channel] = children(root, 'channel');
  for (const name of ['title', 'link', 'description', 'language', 'lastBuildDate']) if (!content(channel, name)) wrong('channel', `has no ${name}`);
  if (!isAddress(content(channel, 'link'))) wrong('channel', 'links to no address');
  if (!isMailTime(content(channel, 'lastBuildDate'))) wrong('channel', 'was built at no time');
  links(children(channel, 'link', atomSpace));
  const items = children(channel, 'item');
  unique(items.map(item => content(item, 'guid')));
  return items.map(item => {
    const id = content(item, 'guid');
    if (!content(item, 'title') && !content(item, 'description')) wrong(id, 'has neither title nor description');
    if (!isAddress(content(item, 'link'))) wrong(id, 'links to no address');
    if (children(item, 'guid')[0].getAttribute('isPermaLink') !== 'false') wrong(id, 'claims to be an address');
    if (content(item, 'pubDate') && !isMailTime(content(item, 'pubDate'))) wrong(id, `was published at ${content(item, 'pubDate')}`);
    if (children(item, 'author').length) wrong(id, 'names an author, which would be a mail address');
    for (const enclosure of children(item, 'enclosure')) {
      if (!isAddress(enclosure.getAttribute('url')) || !/^\d+$/.test(enclosure.getAttribute('length')) || !enclosure.getAttribute('type')) wrong(id, 'has an odd enclosure');
    }

    return { id, title: content(item, 'title') };
  });
}

// RFC 4287 and RFC 5005.
function atom(bytes) {
  const space = 'http://www.w3.org/2005/Atom';
  const root = xml(bytes);
  if (root.localName !== 'feed' || root.namespaceURI !== space) wrong('root', 'is no Atom feed');
  for (const element of [root, ...children(root, 'entry', space)]) {
    for (const name of ['id', 'title', 'updated']) if (children(element, name, space).length !== 1) wrong(content(element, 'id', space), `needs ${name} once`);
    if (!isAddress(content(element, 'id', space))) wrong(content(element, 'id', space), 'is no IRI');
    if (!isInstant(content(element, 'updated', space))) wrong(content(element, 'id', space), 'was updated at no instant');
    const alternates = children(element, 'link', space).filter(link => link.getAttribute('rel') === 'alternate').map(link => link.getAttribute('type'));
    if (alternates.length !== new Set(alternates).size) wrong(content(element, 'id', space), 'has two alternates of one type');
    for (const link of children(element, 'link', space)) if (!isAddress(link.getAttribute('href'))) wrong(content(element, 'id', space), 'links to no address');
  }

  if (!children(root, 'author', space).length) wrong('feed', 'has no author');
  links(children(root, 'link', space));
  const entries = children(root, 'entry', space);
  unique(entries.map(entry => content(entry, 'id', space)));
  return entries.map(entry => {
    const id = content(entry, 'id', space);
    if (content(entry, 'published', space) && !isInstant(content(entry, 'published', space))) wrong(id, 'was published at no instant');
    if (!content(entry, 'summary', space) && !content(entry, 'content', space) && !children(entry, 'link', space).some(link => link.getAttribute('rel') === 'alternate')) wrong(id, 'has neither text nor page');
    if (children(entry, 'category', space).some(category => !category.getAttribute('term'))) wrong(id, 'has a category without a term');
    return { id, title: content(entry, 'title', space) };
  });
}

function links(elements) {
  const relations = elements.map(link => link.getAttribute('rel'));
  for (const relation of ['self', 'first']) if (relations.filter(other => other === relation).length !== 1) wrong('feed', `needs the link ${relation} once`);
  if (relations.filter(relation => relation === 'next').length > 1) wrong('feed', 'has two next pages');
}

// jsonfeed.org, version 1.1.
function json(bytes) {
  const feed = JSON.parse(bytes.toString('utf8'));
  if (feed.version !== 'https://jsonfeed.org/version/1.1') wrong('feed', `is of version ${feed.version}`);
  if (typeof feed.title !== 'string') wrong('feed', 'has no title');
  for (const name of ['home_page_url', 'feed_url']) if (!isAddress(feed[name])) wrong('feed', `has no ${name}`);
  if (feed.next_url !== undefined && !isAddress(feed.next_url)) wrong('feed', 'has an odd next page');
  unique(feed.items.map(item => item.id));
  return feed.items.map(item => {
    if (typeof item.id !== 'string') wrong(JSON.stringify(item.id), 'is no text');
    if (typeof item.content_html !== 'string' && typeof item.content_text !== 'string') wrong(item.id, 'has no content');
    if (!isAddress(item.url)) wrong(item.id, 'has no address');
    for (const name of ['date_published', 'date_modified']) if (item[name] !== undefined && !isInstant(item[name])) wrong(item.id, `has an odd ${name}`);
    if (item.tags?.some(tag => typeof tag !== 'string')) wrong(item.id, 'has a tag that is no text');
    if (item.authors?.some(author => !author.name)) wrong(item.id, 'has an author without a name');
    if (item.attachments?.some(file => !isAddress(file.url) || !file.mime_type)) wrong(item.id, 'has an odd attachment');
    for (const name of Object.keys(item)) if (name.startsWith('_') && typeof item[name] !== 'object') wrong(item.id, `has an odd extension ${name}`);
    return { id: item.id, title: item.title };
  });
}

const entries = checks[format](readFileSync(file));
console.log(JSON.stringify({ problems, entries }));
