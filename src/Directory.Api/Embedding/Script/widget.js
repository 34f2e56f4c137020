/** What all widgets share: attributes, language, looks, and what is shown while there is no answer. */
class Widget extends HTMLElement {
  #root = h('div', { class: 'root', part: 'root' });
  #turn = 0;
  #planned = false;
  #darkness = matchMedia('(prefers-color-scheme: dark)');
  #dress = () => this.#guard(() => this.#root.classList.toggle('dark', this.theme === 'dark' || (this.theme === 'auto' && this.#darkness.matches)));

  constructor() {
    super();
    const shadow = this.attachShadow({ mode: 'open' });
    shadow.adoptedStyleSheets = [styles()];
    // Until the first answer the page's own words stand where they stood.
    this.#root.append(h('slot'));
    shadow.append(this.#root);
  }

  connectedCallback() {
    this.#darkness.addEventListener('change', this.#dress);
    this.changed();
  }

  disconnectedCallback() {
    this.#darkness.removeEventListener('change', this.#dress);
    this.#turn++;
  }

  attributeChangedCallback() {
    if (this.isConnected) {
      this.changed();
    }
  }

  /** Attributes come one by one; the widget begins anew once for all of them. */
  changed() {
    if (!this.#planned) {
      this.#planned = true;
      queueMicrotask(() => {
        this.#planned = false;
        this.#guard(() => {
          this.language = this.choice('lang', ['ru', 'en'], this.#inheritedLanguage());
          this.theme = this.choice('theme', ['auto', 'light', 'dark'], 'auto');
          this.#root.lang = this.language;
          this.#root.dir = 'ltr';
          this.#dress();
          this.begin();
        });
      });
    }
  }

  /** Asks, and shows the answer unless a newer question was asked meanwhile. */
  async show(question, render) {
    const turn = ++this.#turn;
    try {
      const [said, answer] = await Promise.all([speak(this.language), question()]);
      if (turn === this.#turn) {
        this.words = said.words;
        this.labels = said.labels;
        render(answer);
      }
    } catch (error) {
      console.warn(`<${this.localName}>`, error);
      if (turn === this.#turn) {
        this.#guard(() => this.fail(() => this.show(question, render)));
      }
    }
  }

  /** A message, the page's own link and a way to try again. */
  fail(retry) {
    const { failed, retry: again } = spare[this.language];
    this.put(h('div', { class: 'box', part: 'failure', role: 'alert' },
      h('p', null, failed), h('p', null, h('slot')), h('p', null, h('button', { type: 'button', onclick: retry }, again))));
  }

  put(...children) {
    this.#root.replaceChildren(...children);
  }

  find(selector) {
    return this.#root.querySelector(selector);
  }

  /** The value of an attribute if it is one of those that exist; a wrong one is told to the developer and changes nothing else. */
  choice(name, allowed, usual) {
    const value = this.getAttribute(name)?.trim();
    if (!value) {
      return usual;
    }

    const known = allowed.find((item) => item.toLowerCase() === value.toLowerCase());
    if (!known) {
      this.complain(name, value, allowed);
    }

    return known ?? usual;
  }

  /** Several values of a vocabulary, separated by commas or spaces. */
  values(name, vocabulary) {
    const allowed = vocabularies[vocabulary];
    return (this.getAttribute(name) ?? '').split(/[\s,]+/).filter(Boolean).flatMap((value) => {
      const known = value.toUpperCase().replaceAll('-', '_');
      if (allowed.includes(known)) {
        return [known];
      }

      this.complain(name, value, allowed);
      return [];
    });
  }

  number(name, usual, most) {
    const text = this.getAttribute(name);
    const value = Number(text ?? usual);
    if (Number.isInteger(value) && value >= 1 && value <= most) {
      return value;
    }

    this.complain(name, text, [`1–${most}`]);
    return usual;
  }

  complain(name, value, allowed) {
    console.warn(`<${this.localName}> ${name}="${value}" is unknown; it may be: ${allowed.join(', ')}`);
  }

  /** The name of the territory that was asked for; null says that there is none of that key. */
  named(territory) {
    if (territory === null) {
      this.complain('territory', this.territory, ['27', 'RU-KHA', '08000000', 'habarovskij-kraj']);
    }

    return territory?.displayName;
  }

  /** Puts the badge of a list anew. */
  confirm(revision, entries) {
    this.find('[part=badge]')?.remove();
    if (revision) {
      this.find('[part=footer]').append(badge(this, this.words.asOf, revision.committedAt, entries));
    }
  }

  label(vocabulary, value) {
    return this.labels[vocabulary]?.[value] ?? value;
  }

  text(name) {
    return this.getAttribute(name)?.trim() || null;
  }

  address(path, parameters = {}) {
    const address = new URL(path, home);
    for (const [name, value] of Object.entries(parameters)) {
      if (value?.length) {
        address.searchParams.set(name, value);
      }
    }

    return address.href;
  }

  ask(document, variables) {
    return ask(document, { locale: this.language.toUpperCase(), ...variables });
  }

  #inheritedLanguage() {
    return this.closest('[lang]')?.lang.toLowerCase().startsWith('en') ? 'en' : 'ru';
  }

  /** Whatever goes wrong here is our own affair, never the page's. */
  #guard(action) {
    try {
      action();
    } catch (error) {
      console.warn(`<${this.localName}>`, error);
    }
  }
}
