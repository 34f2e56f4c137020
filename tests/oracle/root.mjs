// The harbour of tests/Directory.GraphQL.Tests/Golden/Harbour.cs and its resolvers, for the reference implementation.
// Resolvers are synchronous, so errors come in the order of the document.

export class Day {
  constructor(text) {
    this.text = text;
  }

  static parse(text) {
    const date = typeof text === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(text) ? new Date(`${text}T00:00:00Z`) : undefined;
    if (date === undefined || Number.isNaN(date.getTime()) || date.toISOString().slice(0, 10) !== text || text.startsWith('0000')) {
      throw new Error('Not a day such as 2020-01-31.');
    }

    return new Day(text);
  }

  toJSON() {
    return this.text;
  }
}

const fail = () => {
  throw new Error('Thrown on purpose.');
};

// The order of arguments is the schema's, that of input fields too: what is left out stays out.
const echo = (args) => JSON.stringify(args);

function named(ru, en) {
  return { name: ({ locale }) => ({ RU: ru, EN: en, LATIN: null })[locale] };
}

function ship(id, ru, en, tonnage, length, launched, flag, active) {
  const self = {
    __typename: 'Ship',
    id, tonnage, length, flag, active,
    launched: launched && new Day(launched),
    guns: null,
    nickname: null,
    secret: fail,
    ...named(ru, en),
    home: () => home(self),
    captain: () => crewOf(self)[0],
    crew: () => (id === 's3' ? null : crewOf(self)),
    weather: fail,
    sisters: ({ first }) => ships.filter((other) => other !== self).slice(0, Math.max(0, first)),
    password: () => (id === 's1' ? 'ahoy' : fail()),
    master: ({ full }) => (crewOf(self)[0]?.id ?? '') + (full === true ? ' (master)' : ''),
  };
  return self;
}

const ships = [
  ship('s1', 'Заря', 'Dawn', 120, 31.5, '1987-05-01', 'WHITE_BLUE', true),
  ship('s2', 'Чайка', 'Gull', 80, null, null, null, false),
  ship('s3', 'Ёрш "№3"', 'Ruff', 2147483647, 12, '2020-02-29', 'RED', true),
];

const barge = { __typename: 'Barge', id: 'b1', tonnage: 900, owner: 'Port', ...named('Barge', 'Barge') };

function sailor(id, ru, en, age) {
  const self = {
    __typename: 'Sailor',
    id, age,
    tags: ['able', id],
    ...named(ru, en),
    ship: () => ships.find((candidate) => crewOf(candidate).includes(self)),
    mates: () => ({ a1: [sailors[1], null], a2: [sailors[0]] })[id] ?? [],
  };
  return self;
}

const sailors = [sailor('a1', 'Анна', 'Anna', 41), sailor('a2', 'Борис', 'Boris', null), sailor('a3', 'Вера', 'Vera', 19)];

function crane(serial, name, tonnage) {
  return { __typename: 'Crane', serial, name, tonnage, operator: () => (serial === 1 ? sailors[0] : null) };
}

const cranes = [crane(1, 'Long arm', '15 t'), crane(2, null, '40 t')];

function crewOf(owner) {
  return { s1: [sailors[0], sailors[1]], s2: [sailors[2]] }[owner.id] ?? [];
}

function home(owner) {
  return {
    s1: { name: 'North', ships: [ships[0], ships[2]] },
    s2: { name: 'South', ships: [ships[1], null] },
  }[owner.id];
}

const lists = {
  plain: [1, null, 3],
  must: [1, null],
  ofMust: [1, 2],
  mustOfMust: [],
  nothing: null,
  nested: [[1, null], null, []],
  nestedMust: [['a'], ['b', 'c']],
  array: ['x', 'y'],
  missing: null,
  holes: ['a', null, 'c'],
  mustHoles: ['a', null],
  nestedHoles: [['a'], ['b', null], ['c']],
  nestedMustHoles: [['a'], ['b', null], ['c']],
  flags: ['RED', 'UNKNOWN', 'GREEN'],
  mustFlags: ['RED', 'UNKNOWN', 'GREEN'],
  *spoilt() {
    yield 1;
    fail();
  },
  things: [ships[0], { __typename: 'Stowaway' }, null, cranes[0]],
};

function bubble(type) {
  const one = ({ result }) => ({ VALUE: () => bubble(type === 'Soap' ? 'Foam' : 'Soap'), NULL: () => null, THROWS: fail })[result]();
  const many = (args) => (one(args) === null ? null : [one(args), null]);
  const items = (args) => [bubble('Soap'), args.result === 'THROWS' ? { __typename: 'Vapour' } : one(args)];
  return {
    __typename: type,
    size: 1,
    colour: null,
    object: one,
    objectMust: one,
    list: many,
    listMust: many,
    items,
    itemsMust: items,
    leaf: (args) => (one(args) === null ? null : 7),
    leafMust: (args) => (one(args) === null ? null : 'seven'),
  };
}

/** A root for one request: mutations count from nothing. */
export function createRoot() {
  const counter = { value: 0, limit: null };
  const findShip = (id) => ships.find((candidate) => candidate.id === id);
  const findSailor = (id) => sailors.find((candidate) => candidate.id === id);
  const entity = ({ id }) => findShip(id) ?? findSailor(id);
  const add = ({ n }) => {
    counter.value = (counter.value + n) | 0;
    return counter;
  };
  return {
    ship: ({ id }) => findShip(id),
    ships: ({ filter, limit, by }) => [
      ...ships.filter((candidate) => filter == null || (filter.minTonnage !== null && candidate.tonnage >= filter.minTonnage)).slice(0, Math.max(0, limit + (by?.length ?? 0))),
      null,
    ],
    find: ({ by }) =>
      'id' in by ? findShip(by.id) : 'tonnage' in by ? ships.find((candidate) => candidate.tonnage === by.tonnage) : null,
    vessels: [ships[0], barge, ships[1]],
    named: [sailors[0], null, ships[2]],
    entity,
    things: [ships[0], sailors[1], cranes[0]],
    thing: ({ id }) => (id === 'c1' ? cranes[0] : findShip(id) ?? findSailor(id)),
    machines: [cranes[1], barge],
    unseen: null,
    lists,
    bubble: bubble('Soap'),
    bubbleMust: bubble('Soap'),
    echo, echoMust: echo, echoDefaults: echo, echoLists: echo, echoInput: echo,
    add,
    addLater: add,
    // Names of queries and mutations are different things in C#; here they share the root.
    fail,
    failMust: fail,
    ticked: 1,
    changed: entity,
  };
}
