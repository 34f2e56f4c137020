// Words for when nothing could be loaded; all others come with the labels of the vocabularies.
const spare = {
  ru: { failed: 'Каталог сейчас не отвечает.', retry: 'Попробовать ещё раз' },
  en: { failed: 'The directory does not answer at the moment.', retry: 'Try again' },
};
const spoken = {};

/** What the widgets say in a language, with the labels of all values. It never changes under its address. */
function speak(language) {
  const { path, integrity } = texts[language];
  spoken[language] ??= fetch(home + path, { credentials: 'omit', integrity, signal: AbortSignal.timeout(patience) })
    .then((response) => response.json())
    .catch((error) => {
      delete spoken[language];
      throw error;
    });
  return spoken[language];
}

/** A count in words: «2 центра», "2 centers". */
function count(language, forms, number) {
  const form = forms[new Intl.PluralRules(language).select(number)] ?? forms.other;
  return form.replace('#', new Intl.NumberFormat(language).format(number));
}
