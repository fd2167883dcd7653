/* From the words typed to the concepts sought: each word with all that may stand for it. */
(function (scope) {
  'use strict';

  const { words, contentWords, stem, root, actionOf, broadStem } = scope.classeurSearchAnalysis;

  // What each reading of a word weighs beside the word itself.
  const RELATIVE = 0.6, SPELT = 0.7, RARE = 0.7, JOINED = 0.9, BEGINS = 0.6, BEGINS_KNOWN = 0.3;
  const EXPLAINED = 0.9; // an acronym that a text explains
  const APART = 0.2; // words of a title with small words between them

  // A concept is one typed word and all that may stand for it: stems with a weight, phrases (of each of their words, any
  // of some stems), words that it begins.
  const concept = (word) => ({ word, stems: new Map(), phrases: [], phrasePlaces: new Map(),
    begun: new Set(), begunWeight: 0, strength: 0 });

  function offer(stems, number, weight) {
    if (!(stems.get(number) >= weight)) stems.set(number, weight);
  }

  // The places where the stems of a phrase stand one after the other.
  function runs(phrase, stems) {
    const found = [];
    stems.forEach((_, at) => { if (phrase.every((wanted, step) => wanted === stems[at + step])) found.push(at); });
    return found.map((at) => phrase.map((_, step) => at + step));
  }

  class Planner {
    constructor(data, dictionary, holdersOf) {
      this.stop = new Set(data.stop.split(' '));
      this.question = new Set(data.question.split(' '));
      this.dictionary = dictionary;
      this.holdersOf = holdersOf;
      this.placed = new Map();
      this.readMeanings(data);
      this.everyday = new scope.classeurSearchEveryday.Everyday(data.lay);
    }

    // Made for the first word that no page holds.
    get speller() {
      if (!this.itsSpeller) this.itsSpeller = new scope.classeurSearchSpelling.Speller(this.dictionary, this.holdersOf);
      return this.itsSpeller;
    }

    readMeanings(data) {
      this.meanings = new Map();
      const add = (from, to, weight) => {
        const first = from.split(' ')[0];
        if (!this.meanings.has(first)) this.meanings.set(first, []);
        this.meanings.get(first).push({ from: from.split(' '), to: to.split(' '), weight });
      };
      data.glossary.forEach(([from, to, tenths]) => add(from, to, tenths / 10));
      data.acronyms.forEach(([short, long]) => { add(short, long, EXPLAINED); add(long, short, EXPLAINED); });
      this.told = data.told.map(([from, term, meaning]) => ({ from: from.split(' '), term, meaning }));
    }

    // The words of a query that count, as concepts; `corrections` receives [typed, [likely words]].
    plan(query, corrections) {
      const whole = contentWords(query, this.stop);
      let typed = whole;
      const telling = typed.filter((word) => !this.question.has(word));
      if (telling.length) typed = telling;
      const every = words(query), last = /[\p{L}\p{N}]$/u.test(query) ? every[every.length - 1] : null;
      const concepts = typed.map(concept), stems = typed.map(stem);
      concepts.forEach((one, at) => { one.apart = at > 0 && every[every.indexOf(one.word) - 1] !== typed[at - 1]; });
      this.addMeanings(stems, concepts);
      this.addLayWords(whole, typed, concepts);
      concepts.forEach((one, at) => {
        const open = at === concepts.length - 1 && one.word === last && one.word.length > 1;
        let known = this.addWord(one, one.word, 1) || one.phrases.length > 0;
        if (known) this.addNeighbour(one);
        if (open) known = this.addBegun(one) || known;
        known = this.addJoined(one, concepts[at + 1]) || one.stems.size > 0 || known;
        if (!known && !/[0-9]/.test(one.word)) this.mend(one, open, corrections);
      });
      return concepts;
    }

    // What the glossary says of the words of a query: [[term, meaning]].
    explained(query) {
      const stems = contentWords(query, this.stop).map(stem);
      return this.told.filter(({ from }) => runs(from, stems).length).map(({ term, meaning }) => [term, meaning]);
    }

    // The number of a stem and of its family, even when this very form of the word is on no page.
    place(wanted) {
      const key = wanted.slice(0, 3);
      if (!this.placed.has(key)) this.placed.set(key, this.placesOf(key));
      const { stems, roots } = this.placed.get(key), number = stems.get(wanted);
      return { stem: number, family: number === undefined ? roots.get(root(wanted)) : this.dictionary.familyOf[number] };
    }

    // The stems and the roots of the words that begin with these letters.
    placesOf(letters) {
      const { stemOf, familyOf } = this.dictionary, stems = new Map(), roots = new Map(), done = new Set();
      for (const near of this.dictionary.starting(letters)) {
        const number = stemOf[near];
        if (done.has(number)) continue;
        done.add(number);
        const itsStem = stem(this.dictionary.word(near));
        stems.set(itsStem, number);
        roots.set(root(itsStem), familyOf[number]);
      }
      return { stems, roots };
    }

    placeWord(word) {
      const known = this.dictionary.numberOf(word);
      if (known === undefined) return this.place(stem(word));
      const number = this.dictionary.stemOf[known];
      return { stem: number, family: this.dictionary.familyOf[number] };
    }

    addWord(one, word, weight) {
      const found = this.placeWord(word);
      if (found.family === undefined) return false;
      const action = actionOf(stem(word));
      for (const number of this.dictionary.members(found.family)) {
        const near = number === found.stem || actionOf(stem(this.dictionary.formsOf(number)[0])) === action;
        offer(one.stems, number, weight * (near ? 1 : RELATIVE));
      }
      return true;
    }

    addBegun(one) {
      one.begunWeight = one.stems.size ? BEGINS_KNOWN : BEGINS;
      for (const number of this.dictionary.starting(one.word)) one.begun.add(this.dictionary.stemOf[number]);
      return one.begun.size > 0;
    }

    // "télé expertise" also finds téléexpertise.
    addJoined(one, next) {
      const joined = next && this.dictionary.numberOf(one.word + next.word);
      if (joined === undefined) return false;
      [one, next].forEach((part) => offer(part.stems, this.dictionary.stemOf[joined], JOINED));
      return true;
    }

    // A word on one page only may be somebody's slip: its common neighbour counts too.
    addNeighbour(one) {
      if (one.word.length < 5 || /[0-9]/.test(one.word) || one.phrases.length) return;
      const own = Array.from(one.stems.keys()).map(this.holdersOf);
      if (own.some((holders) => holders.pages.length > 1 || holders.counts[0] > 15)) return;
      this.speller.nearest(one.word, false, false).forEach((near, rank) => {
        const number = this.dictionary.stemOf[near.number];
        const better = near.cost < 1 && this.holdersOf(number).pages.length > 4;
        if (better) offer(one.stems, number, RARE / (1 + 0.35 * rank));
      });
    }

    addMeanings(stems, concepts) {
      for (const first of new Set(stems)) {
        for (const { from, to, weight } of this.meanings.get(first) || []) {
          const sought = to.map((wanted) => this.place(wanted).stem);
          if (sought.includes(undefined)) continue;
          for (const places of runs(from, stems)) {
            places.forEach((at) => concepts[at].phrases.push({ any: sought.map((one) => [one]), weight }));
          }
        }
      }
    }

    // What everyday words stand for, unless it is typed too. `every`: the words typed, those of a question included.
    addLayWords(every, typed, concepts) {
      const stems = every.map((word) => broadStem(stem(word)));
      const known = new Set(typed.map((word) => this.placeWord(word).stem));
      const standsFor = (phrase) => phrase.split(' ').map((code) => this.members(code));
      const isTyped = (any) => any.some((number) => known.has(number));
      for (const { from, to } of this.everyday.meanings(stems, (phrase) => standsFor(phrase).some(isTyped))) {
        const phrases = to.map(([phrase, weight]) => ({ any: standsFor(phrase), weight })).filter(({ any }) => !any.every(isTyped));
        every.forEach((word, at) => {
          const one = from.includes(stems[at]) && concepts[typed.indexOf(word)];
          if (one) phrases.forEach(({ any, weight }) => one.phrases.push({ any, weight }));
        });
      }
    }

    // The stems of a family, or after an s that stem alone.
    members(code) {
      return code[0] === 's' ? [Number(code.slice(1))] : this.dictionary.members(Number(code));
    }

    // A word that no page holds: an elision without apostrophe, a spelling mistake, or two words in one.
    mend(one, open, corrections) {
      const bare = /^(?:qu|[ldjmtsnc])([aeiouyh].{3,})$/.exec(one.word);
      if (bare && this.addWord(one, bare[1], 1)) return;
      const likely = this.speller.nearest(one.word, open, false);
      likely.forEach((near, rank) => this.addWord(one, this.dictionary.word(near.number), SPELT / (1 + 0.35 * rank)));
      if (likely.length) corrections.push([one.word, likely.map((near) => this.dictionary.word(near.number))]);
      for (let cut = 3; cut <= one.word.length - 3; cut += 1) {
        const halves = [one.word.slice(0, cut), one.word.slice(cut)].map((half) => this.placeWord(half).stem);
        if (!halves.includes(undefined)) one.phrases.push({ any: halves.map((half) => [half]), weight: JOINED });
      }
    }
  }

  // The stems of the titles: whether words typed side by side stand so in one.
  class Titles {
    constructor(titles, stop, dictionary) {
      Object.assign(this, { titles, stop, dictionary });
      this.read = new Map();
    }

    // The stems of a title, and whether small words stand before each.
    stemsOf(page) {
      if (!this.read.has(page)) {
        const { dictionary } = this, found = [];
        let apart = false;
        for (const word of words(this.titles[page])) {
          const isSmall = this.stop.has(word);
          if (!isSmall) found.push({ stem: dictionary.stemOf[dictionary.numberOf(word)], apart });
          apart = isSmall;
        }
        this.read.set(page, found);
      }
      return this.read.get(page);
    }

    // The share of the pairs of words typed that stand side by side in the title; less for those with small words between.
    beside(page, concepts) {
      const title = this.stemsOf(page);
      let found = 0;
      for (let at = 1; at < concepts.length; at += 1) {
        const one = concepts[at - 1], other = concepts[at];
        let most = 0;
        for (let place = 1; place < title.length; place += 1) {
          const first = title[place - 1].stem, { stem: second, apart } = title[place];
          if (!one.stems.has(first) || !(other.stems.has(second) || other.begun.has(second))) continue;
          most = Math.max(most, apart || other.apart ? APART : 1);
        }
        found += most;
      }
      return found / (concepts.length - 1);
    }
  }

  scope.classeurSearchPlan = { Planner, Titles };
}(typeof window === 'undefined' ? globalThis : window));
