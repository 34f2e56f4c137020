// What the reference implementation says of a document: the form in which answers are kept.
import { readFileSync } from 'node:fs';
import * as graphql from 'graphql';
import { Day, createRoot } from './root.mjs';

const { GraphQLError, buildSchema, execute, isNonNullType, parse, printSchema, specifiedRules, validate } = graphql;

const sdl = readFileSync(new URL('schema.graphql', import.meta.url), 'utf8');

/** Rules of specifiedRules that belong to what the engine leaves out: incremental delivery. */
const leftOut = /^(DeferStream|StreamDirective)/;

/** Where two fields cannot be merged, only that they cannot is compared. */
const verdictOnly = new Set(['OverlappingFieldsCanBeMerged']);

/** What the September 2025 edition refuses and later drafts allow. */
const edition = { allowEmptySelectionSets: false };

export const schema = createSchema();

function createSchema() {
  const built = buildSchema(sdl);
  if (`${printSchema(built)}\n` !== sdl) {
    throw new Error('printSchema does not give schema.graphql back; the printer of the engine differs from it.');
  }

  const day = built.getType('Day');
  day.coerceInputValue = day.parseValue = Day.parse;
  day.coerceInputLiteral = day.parseLiteral = (node) => {
    if (node.kind !== 'StringValue') {
      throw new Error('Not a string.');
    }

    return Day.parse(node.value);
  };
  day.coerceOutputValue = day.serialize = (value) => value.text;
  return built;
}

/** {syntax} | {rules} | {request, only errors} | {data, errors}: errors by their places, never by their words. */
export function answer({ document, variables, operation }) {
  let ast;
  try {
    ast = parse(document, edition);
  } catch (error) {
    return { syntax: places(error) };
  }

  const rules = {};
  for (const rule of specifiedRules.filter((candidate) => !leftOut.test(candidate.name))) {
    const name = rule.name.replace(/Rule$/, '');
    const corrected = name === 'VariablesInAllowedPosition' ? [rule, nullableInOneOf] : [rule];
    const found = validate(schema, ast, corrected, { maxErrors: 1000, ...edition }).map(places);
    if (found.length > 0) {
      rules[name] = verdictOnly.has(name) ? ['*'] : found.sort();
    }
  }

  if (Object.keys(rules).length > 0) {
    return { rules: Object.fromEntries(Object.entries(rules).sort(([a], [b]) => (a < b ? -1 : 1))) };
  }

  if (ast.definitions.some((definition) => definition.operation === 'subscription')) {
    return { valid: true };
  }

  const result = execute({ schema, document: ast, rootValue: createRoot(), variableValues: variables, operationName: operation });
  if (result instanceof Promise) {
    throw new Error('The root is to be synchronous.');
  }

  const errors = (result.errors ?? []).map((error) => ({ at: places(error), path: error.path?.join('.') ?? null }));
  if (!('data' in result)) {
    return { request: errors.map((error) => error.at) };
  }

  return { ...(errors.length > 0 && { errors }), data: withoutBuiltIns(result.data) };
}

/**
 * A correction: a variable for the field of a oneOf input object must be non-null wherever the object stands (5.8.5, IsNonNullPosition);
 * the reference implementation overlooks objects in places that are non-null themselves.
 */
function nullableInOneOf(context) {
  return {
    OperationDefinition: {
      leave(operation) {
        const definitions = new Map(operation.variableDefinitions?.map((definition) => [definition.variable.name.value, definition]));
        for (const { node, type, parentType } of context.getRecursiveVariableUsages(operation)) {
          const definition = definitions.get(node.name.value);
          if (definition && type && definition.type.kind !== 'NonNullType' && isNonNullType(parentType) && parentType.ofType.isOneOf
            && context.getSchema().getType(namedTypeOf(definition.type))) {
            context.reportError(new GraphQLError('', { nodes: [definition, node] }));
          }
        }
      },
    },
  };
}

function namedTypeOf(type) {
  return type.kind === 'NamedType' ? type.name.value : namedTypeOf(type.type);
}

function places(error) {
  return (error.locations ?? []).map(({ line, column }) => `${line}:${column}`).join(' ');
}

/** Newer than the September 2025 edition: directives that are deprecated or stand on directives, variables of fragments. */
const newer = {
  __Directive: new Set(['isDeprecated', 'deprecationReason']),
  __DirectiveLocation: new Set(['FRAGMENT_VARIABLE_DEFINITION', 'DIRECTIVE_DEFINITION']),
};
const builtIn = /^(__.*|Int|Float|String|Boolean|ID|include|skip|deprecated|specifiedBy|oneOf)$/;

/** In answers to introspection: no descriptions of what every schema has, in whose words is free, and lists of types by name. */
function withoutBuiltIns(value) {
  if (Array.isArray(value)) {
    return value.map(withoutBuiltIns);
  }

  if (typeof value !== 'object' || value === null || value instanceof Day) {
    return value;
  }

  const isIntrospection = Array.isArray(value.types) && value.types.some((type) => type?.name === '__Type');
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [
    key,
    isIntrospection && (key === 'types' || key === 'directives') ? inner.map(bare).sort(byName).map(withoutBuiltIns) : withoutBuiltIns(inner),
  ]));
}

function bare(type) {
  const members = (list, names) => list?.filter((member) => !names?.has(member.name)).map((member) => ({ ...member, ...('description' in member && { description: null }) }));
  if (!builtIn.test(type.name)) {
    return type;
  }

  const result = { ...type };
  if ('description' in type) {
    result.description = null;
  }

  for (const key of ['fields', 'enumValues', 'args']) {
    if (type[key]) {
      result[key] = members(type[key], newer[type.name]);
    }
  }

  if (result.locations) {
    // Directives may by now stand on directives.
    result.locations = result.locations.filter((location) => !newer.__DirectiveLocation.has(location));
  }

  for (const field of result.fields ?? []) {
    if (field.args) {
      field.args = members(field.args);
      if (type.name === '__Schema' && field.name === 'directives') {
        field.args = [];
      }
    }
  }

  return result;
}

function byName(a, b) {
  return a.name < b.name ? -1 : a.name > b.name ? 1 : 0;
}
