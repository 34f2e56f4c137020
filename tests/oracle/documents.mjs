// Random documents over the schema: most of them valid, some slightly broken, with few names, so that they meet each other.
import {
  getNamedType, getNullableType, isCompositeType, isEnumType, isInputObjectType, isListType, isNonNullType, isObjectType, isUnionType,
} from 'graphql';

const aliases = ['a', 'b', 'x', 'id', 'name', 'tonnage'];
const scalars = {
  Int: ['0', '1', '-3', '2147483647', '80'],
  Float: ['0', '1', '2.5', '-0.25'],
  String: ['""', '"s1"', '"Ё \\n \\u0041"', '"""\n  block\n    text\n  """'],
  Boolean: ['true', 'false'],
  ID: ['"s1"', '"s2"', '"a1"', '"c1"', '7', '"none"'],
  Day: ['"2020-02-29"', '"1999-12-31"'],
};
const wrong = ['1', '"text"', 'true', 'null', 'NAME', '[]', '{}', '1.5', '[1, null]', '{a: 1}', '2147483648', '$undefined'];

export function createDocument(schema, random) {
  const { below, chance, pick } = random;
  const types = Object.values(schema.getTypeMap());
  const composites = types.filter((type) => isCompositeType(type) && !type.name.startsWith('__'));
  const inputs = types.filter((type) => isInputObjectType(type) || isEnumType(type) || scalars[type.name]).filter((type) => !type.name.startsWith('__'));
  const fragments = Array.from({ length: chance(0.6) ? 1 + below(3) : 0 }, (_, i) => ({ name: `F${i}`, type: pick(composites) }));
  const several = chance(0.1);
  const fewNames = chance(0.15);
  let variables = new Map();
  let names = 0;
  let open = -1;

  // Fragments first: the operation declares the variables of all; most of those that nothing spreads are left out.
  const bodies = fragments.map(fragmentText);
  const operations = Array.from({ length: several ? 2 : 1 }, (_, i) => operation(i));
  const texts = operations.map((each) => each.text);
  for (const [i, body] of bodies.entries()) {
    if (texts.some((text) => text.includes(`...F${i}`)) || chance(0.02)) {
      texts.push(body);
    }
  }

  const document = texts;
  const chosen = operations[0];
  return {
    document: (chance(0.3) ? document.reverse() : document).join('\n'),
    variables: chosen.values,
    operation: (several || chance(0.1)) && chosen.name ? chosen.name : undefined,
  };

  function operation(index) {
    variables = index === 0 ? variables : new Map();
    const kind = chance(0.12) ? 'mutation' : chance(0.05) ? 'subscription' : 'query';
    const root = { query: schema.getQueryType(), mutation: schema.getMutationType(), subscription: schema.getSubscriptionType() }[kind];
    const set = selectionSet(root, 0);
    const name = several ? chance(0.98) && `Q${index}` : chance(0.3) ? `Q${index}` : undefined;
    declareLoose();
    const reached = reach(set);
    const definitions = [...variables.values()].filter((each) => each.name === 'loose' || new RegExp(`\\$${each.name}\\b`).test(reached) || chance(0.01));
    const head = definitions.length ? `(${definitions.map((each) => `$${each.name}: ${each.type}${each.default ? ` = ${each.default}` : ''}`).join(', ')})` : '';
    const keyword = kind === 'query' && !name && !head && chance(0.8) ? '' : `${kind} ${name || ''}${head}${directives(kind.toUpperCase())} `;
    return { text: `${keyword}${set}`, name, values: definitions.length ? valuesOf(definitions) : undefined };
  }

  /** A text with the fragments that it spreads. */
  function reach(text) {
    let all = text;
    for (const [i, body] of bodies.entries()) {
      all += all.includes(`...F${i}`) ? body : '';
    }

    return all;
  }

  /** Fragments share the variables of all operations: sometimes one is not declared, sometimes one is declared for nothing. */
  function declareLoose() {
    if (chance(0.02)) {
      variables.set('loose', { name: 'loose', type: String(pick(inputs)) });
    }

    if (variables.size > 0 && chance(0.03)) {
      variables.delete(pick([...variables.keys()]));
    }
  }

  function fragmentText(fragment) {
    open = fragments.indexOf(fragment);
    const text = fragmentBody(fragment);
    open = -1;
    return text;
  }

  function fragmentBody(fragment) {
    return `fragment ${fragment.name} on ${fragment.type.name}${directives('FRAGMENT_DEFINITION', 0.005)} ${selectionSet(fragment.type, 2)}`;
  }

  function selectionSet(type, depth) {
    const count = 1 + below(depth === 0 ? 4 : 3);
    return `{ ${Array.from({ length: count }, () => selection(type, depth)).join(' ')} }`;
  }

  function selection(type, depth) {
    if (fragments.length > 0 && chance(0.15)) {
      const fitting = chance(0.98) ? fragments.filter((fragment, i) => i > open && overlaps(fragment.type, type)) : fragments;
      if (fitting.length > 0) {
        return `...${pick(fitting).name}${conditions()}`;
      }
    }

    if (chance(0.15) || (isUnionType(type) && chance(0.8))) {
      const fitting = composites.filter((other) => overlaps(other, type));
      const condition = chance(0.1) || fitting.length === 0 ? undefined : chance(0.99) ? pick(fitting) : pick(composites);
      return `...${condition ? ` on ${condition.name}` : ''}${conditions()} ${selectionSet(condition ?? type, depth + (depth > 5 ? 1 : 0.5))}`;
    }

    return field(type, depth);
  }

  function overlaps(a, b) {
    const possible = (type) => (isObjectType(type) ? [type] : schema.getPossibleTypes(type));
    return possible(a).some((type) => possible(b).includes(type));
  }

  function field(type, depth) {
    if (isUnionType(type) || chance(0.06)) {
      return `${alias(0.2)}__typename${conditions()}`;
    }

    if (chance(0.002)) {
      return `unknown${conditions()}`;
    }

    if (type === schema.getQueryType() && chance(0.03)) {
      return `${alias(0.1)}__type(name: ${pick(['"Ship"', '"Vessel"', '"Point"', '"None"'])}) ${selectionSet(schema.getType('__Type'), Math.max(depth, 4))}`;
    }

    const all = Object.values(type.getFields());
    const leaves = all.filter((candidate) => !isCompositeType(getNamedType(candidate.type)));
    const definition = depth > 4 && leaves.length > 0 ? pick(leaves) : pick(all);
    if (depth > 7 && !leaves.includes(definition)) {
      return '__typename';
    }

    const composite = isCompositeType(getNamedType(definition.type));
    const set = composite !== chance(0.002) ? ` ${selectionSet(composite ? getNamedType(definition.type) : type, depth + 1)}` : '';
    const given = args(definition.args, 0.4);
    return `${alias(given ? 0.97 : 0.15)}${definition.name}${given}${conditions()}${set}`;
  }

  function alias(probability) {
    if (fewNames) {
      return chance(0.6) ? `${pick(['a', 'b', 'id'])}: ` : '';
    }

    return chance(probability) ? `${chance(0.1) ? pick(aliases) : `k${names++}`}: ` : '';
  }

  function args(definitions, probability) {
    const given = definitions.filter((argument) => (isNonNullType(argument.type) && argument.default === undefined ? chance(0.995) : chance(probability)));
    const list = given.map((argument) => `${argument.name}: ${value(argument.type, argument.default !== undefined)}`);
    if (chance(0.004)) {
      list.push(pick(['unknown: 1', ...list]));
    }

    return list.length > 0 ? `(${list.join(', ')})` : '';
  }

  function conditions() {
    return chance(0.12) ? directives('FIELD', 1) : '';
  }

  function directives(location, probability = 0.01) {
    if (!chance(probability)) {
      return '';
    }

    const one = () => (chance(0.01) ? pick([' @deprecated', ' @unknown', ' @skip']) : ` @${pick(['skip', 'include'])}(if: ${value(booleanType(), false)})`);
    return location === 'FIELD' && chance(0.97) ? one() : one() + one();
  }

  function booleanType() {
    return schema.getDirective('skip').args[0].type;
  }

  function value(type, hasDefault, depth = 0, allowVariable = true, mayBeNull = true) {
    if (chance(0.003)) {
      return pick(wrong).replace('$undefined', allowVariable ? '$undefined' : 'NAME');
    }

    if (allowVariable && chance(0.25)) {
      return `$${variable(type, hasDefault)}`;
    }

    if (isNonNullType(type)) {
      return value(type.ofType, false, depth, false, false);
    }

    if (mayBeNull && chance(0.06)) {
      return 'null';
    }

    if (isListType(type)) {
      return chance(0.2) ? value(getNullableType(type.ofType), false, depth, false, !isNonNullType(type.ofType)) : `[${Array.from({ length: below(3) }, () => value(type.ofType, false, depth + 1, allowVariable)).join(', ')}]`;
    }

    if (isEnumType(type)) {
      return pick(type.getValues()).name;
    }

    return isInputObjectType(type) ? object(type, depth, allowVariable) : pick(scalars[type.name]);
  }

  function object(type, depth, allowVariable) {
    const all = Object.values(type.getFields());
    const given = type.isOneOf && chance(0.95) ? [pick(all)] : all.filter((each) => (isNonNullType(each.type) ? chance(0.98) : depth < 2 && chance(0.3)));
    const members = given.map((each) => `${each.name}: ${value(type.isOneOf && !isNonNullType(each.type) && chance(0.95) ? getNullableType(each.type) : each.type, each.default !== undefined, depth + 1, allowVariable && (!type.isOneOf || chance(0.1)), !type.isOneOf || chance(0.02))}`);
    if (chance(0.004)) {
      members.push(pick(['unknown: 1', ...members]));
    }

    return `{${members.join(', ')}}`;
  }

  /** A variable of the type, or of one that may do or not. */
  function variable(type, hasDefault) {
    const known = [...variables.values()].filter((each) => each.type === String(type));
    if (known.length > 0 && chance(0.5)) {
      return pick(known).name;
    }

    const name = `v${variables.size}`;
    const loosened = isNonNullType(type) && (hasDefault ? chance(0.5) : chance(0.1));
    const declared = loosened ? type.ofType : chance(0.1) && !isNonNullType(type) ? `${type}!` : chance(0.005) ? pick(inputs) : type;
    const constant = (loosened && chance(0.97)) || chance(0.15) ? value(loosened ? declared : getNullableType(type), false, 1, false) : undefined;
    variables.set(name, { name, type: String(declared), default: constant, of: getNullableType(type) });
    return name;
  }

  function valuesOf(definitions) {
    const values = {};
    for (const { name, type, of } of definitions) {
      if (type.endsWith('!') ? chance(0.97) : chance(0.6)) {
        values[name] = of === undefined || chance(0.01) ? pick([1, 'text', null, true, [1], { a: 1 }, 1.5]) : json(type.endsWith('!') ? of : chance(0.15) ? null : of, 0);
      }
    }

    return values;
  }

  function json(type, depth) {
    if (type === null || chance(0.005)) {
      return type === null ? null : pick([1, 'x', true, {}, []]);
    }

    if (isNonNullType(type)) {
      return json(type.ofType, depth);
    }

    if (isListType(type)) {
      return chance(0.2) ? json(getNullableType(type.ofType), depth) : Array.from({ length: below(3) }, () => (isNonNullType(type.ofType) || chance(0.8) ? json(type.ofType, depth + 1) : null));
    }

    if (isEnumType(type)) {
      return pick(type.getValues()).name;
    }

    if (isInputObjectType(type)) {
      const all = Object.values(type.getFields());
      const given = type.isOneOf && chance(0.95) ? [pick(all)] : all.filter((each) => (isNonNullType(each.type) ? chance(0.97) : depth < 2 && chance(0.3)));
      return Object.fromEntries(given.map((each) => [each.name, !isNonNullType(each.type) && chance(0.1) ? null : json(each.type, depth + 1)]));
    }

    return { Int: pick([0, 1, -3, 80]), Float: pick([0, 1, 2.5]), String: pick(['', 's1', 'Ё']), Boolean: chance(0.5), ID: pick(['s1', 'a1', 7]), Day: '2020-02-29' }[type.name];
  }
}

const token = /"""(?:\\"""|[^])*?"""|"(?:\\.|[^"\\\n])*"|[_A-Za-z][_0-9A-Za-z]*|-?\d+(?:\.\d+)?|\.\.\.|[^\s,]/g;

export const tokensOf = (document) => document.match(token) ?? [];

const characters = ['"', '"""', '\\', '\\u', '{', '}', '#', '\n', '\r', '\uFEFF', '\u0000', '\u00E9', '\u00A0', '0', '-', '.', 'e', '1', '_', '$', ',', '\u{1F600}', '😀'];

/** One to three characters lost or added, wherever they are. */
export function breakCharacters(document, random) {
  const { below, pick, chance } = random;
  let text = document;
  for (let i = 1 + below(3); i > 0; i--) {
    const at = below(text.length + 1);
    text = chance(0.4) ? text.slice(0, at) + text.slice(at + 1 + below(2)) : text.slice(0, at) + pick(characters) + text.slice(at);
  }

  return text.toWellFormed();
}

/** One to three tokens lost, doubled, swapped or replaced by others of the document. */
export function breakSlightly(document, random) {
  const { below, pick } = random;
  const tokens = tokensOf(document);
  for (let i = 1 + below(3); i > 0 && tokens.length > 2; i--) {
    const at = below(tokens.length);
    [
      () => tokens.splice(at, 1),
      () => tokens.splice(at, 0, tokens[at]),
      () => tokens.splice(at, 1, pick(tokens)),
      () => tokens.splice(at, 0, pick(tokens)),
      () => tokens.splice(at, 1, pick(['{', '}', '(', ')', ':', '!', '$', '@', '...', '[', ']', '=', 'on', 'null', '1', '"s"', 'query', 'fragment', '?', '"'])),
      () => ([tokens[at], tokens[below(tokens.length)]] = [pick(tokens), tokens[at]]),
    ][below(6)]();
  }

  return tokens.join(' ');
}
