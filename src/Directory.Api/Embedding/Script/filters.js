const filters = {
  support: { vocabulary: 'SupportKind', variable: 'support', field: 'supportKinds' },
  audience: { vocabulary: 'Audience', variable: 'audiences', field: 'audiences' },
  level: { vocabulary: 'CenterLevel', variable: 'levels', field: 'level' },
  status: { vocabulary: 'CenterStatus', variable: 'statuses', field: 'status' },
};

/** A choice of one value, or of all that the page allows. */
function select(widget, name, chosen) {
  const { vocabulary } = filters[name];
  return h('label', { part: 'field' }, widget.words[name], h('select', { name },
    h('option', { value: '' }, widget.words.any),
    vocabularies[vocabulary].filter((value) => value !== 'UNKNOWN').map((value) =>
      h('option', { value, selected: chosen === value }, widget.label(vocabulary, value)))));
}

/** Whether a center found by its words has one of the chosen values too. */
function matches(center, chosen) {
  return Object.entries(filters).every(([name, { field }]) =>
    !chosen[name]?.length || [center[field]].flat().some((value) => chosen[name].includes(value)));
}
