/* The search itself, without any page: reads the index that classeur/writers/search makes, and ranks its pages. */
(function (scope) {
  'use strict';

  const { words, contentWords, stem, root, referenceTable, Speller } = scope.classeurSearchAnalysis;

  // What each kind of evidence weighs; measured on 153 questions over 1,122 pages (benchmarks).
  const BOOST = [6, 5, 1, 1]; // title, other names, headings, body
  const LENGTH = 0.6, SATURATION = 3, FLOOR = 0.2; // BM25+: b, k, delta
  const RELATIVE = 0.6, SPELT = 0.7, RARE = 0.7, GLOSSARY = 0.9, JOINED = 0.9, BEGINS = 0.6, BEGINS_KNOWN = 0.3;
  const COVERAGE = 3, TITLED = 2, TOGETHER = 0.3;
  const IN_NAME = 63; // counts above this hold the title or another name

  // ---- Unpacking ------------------------------------------------------------------------------------------------
  const ALPHABET = Array.from({ length: 94 }, (_, place) => String.fromCharCode(0x21 + place))
    .filter((character) => !'"\'\\<&'.includes(character)).join('');
  const VALUE = new Uint8Array(128);
  Array.from(ALPHABET).forEach((character, value) => { VALUE[character.charCodeAt(0)] = value; });

  function unpackNumbers(packed) {
    const numbers = [];
    let high = 0;
    for (let place = 0; place < packed.length; place += 1) {
      const value = VALUE[packed.charCodeAt(place)];
      if (value >= 45) high = high * 44 + value - 44;
      else { numbers.push(high * 45 + value); high = 0; }
    }
    return numbers;
  }

  // Every word with its stem's number; every stem with its family's; families share a root.
  function unpackDictionary(packed) {
    const list = [], stemOf = [], familyOf = [0], number = new Map();
    let before = '', stemNumber = 0, family = 0;
    for (const piece of packed.match(/[A-Z][a-z0-9]*| |\n/g) || []) {
      if (piece === ' ' || piece === '\n') {
        stemNumber += 1;
        family += piece === '\n' ? 1 : 0;
        familyOf[stemNumber] = family;
        continue;
      }
      before = before.slice(0, piece.charCodeAt(0) - 65) + piece.slice(1);
      number.set(before, list.length);
      list.push(before);
      stemOf.push(stemNumber);
    }
    const members = [];
    familyOf.forEach((of, stemmed) => { (members[of] = members[of] || []).push(stemmed); });
    return { list, stemOf, familyOf, members, number };
  }

  function unpackHolders(packed) {
    const numbers = unpackNumbers(packed), pages = [], counts = [], places = [];
    let page = -1, at = 0;
    while (at < numbers.length) {
      const gap = numbers[at++];
      page += (gap >> 1) + 1;
      pages.push(page);
      if (!(gap & 1)) { counts.push(1); places.push([numbers[at++]]); continue; }
      counts.push(numbers[at++]);
      const many = numbers[at++], here = [];
      let passage = 0;
      for (let turn = 0; turn < many; turn += 1) { passage += numbers[at++]; here.push(passage); }
      places.push(here);
    }
    return { pages, counts, places };
  }

  // ---- From typed words to concepts ------------------------------------------------------------------------------
  // A concept is one typed word and all that may stand for it: stems with a weight, phrases, words that it begins.
  const concept = (word) => ({ word, stems: new Map(), phrases: [], begun: new Set(), begunWeight: 0, rarity: 0 });

  function offer(stems, number, weight) {
    if (!(stems.get(number) >= weight)) stems.set(number, weight);
  }

  class Planner {
    constructor(data, dictionary, holdersOf) {
      this.stop = new Set(data.stop.split(' '));
      this.question = new Set(data.question.split(' '));
      this.dictionary = dictionary;
      this.holdersOf = holdersOf;
      this.speller = new Speller(dictionary, holdersOf);
      this.beginnings = new Map();
      dictionary.list.forEach((word, number) => {
        const three = word.slice(0, 3);
        if (!this.beginnings.has(three)) this.beginnings.set(three, []);
        this.beginnings.get(three).push(number);
      });
      this.meanings = new Map();
      const add = ([from, to]) => {
        const first = from.split(' ')[0];
        if (!this.meanings.has(first)) this.meanings.set(first, []);
        this.meanings.get(first).push([from.split(' '), to.split(' ')]);
      };
      data.glossary.forEach(add);
      data.acronyms.forEach(([short, long]) => { add([short, long]); add([long, short]); });
    }

    // The words of a query that count, as concepts; `corrections` receives [typed, [likely words]].
    plan(query, corrections) {
      let typed = contentWords(query, this.stop);
      const telling = typed.filter((word) => !this.question.has(word));
      if (telling.length) typed = telling;
      const every = words(query), last = /[\p{L}\p{N}]$/u.test(query) ? every[every.length - 1] : null;
      const concepts = typed.map(concept);
      this.addMeanings(typed.map(stem), concepts);
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

    starting(letters) {
      const near = letters.length < 3 ? this.dictionary.list.keys() : this.beginnings.get(letters.slice(0, 3)) || [];
      return Array.from(near).filter((number) => this.dictionary.list[number].startsWith(letters));
    }

    // The number of a stem and of its family, even when this very form of the word is on no page.
    place(wanted) {
      const { list, stemOf, familyOf } = this.dictionary, wantedRoot = root(wanted);
      let family;
      for (const near of this.starting(wanted.slice(0, 3))) {
        const nearStem = stem(list[near]), number = stemOf[near];
        if (nearStem === wanted) return { stem: number, family: familyOf[number] };
        if (root(nearStem) === wantedRoot) family = familyOf[number];
      }
      return { stem: undefined, family };
    }

    placeWord(word) {
      const known = this.dictionary.number.get(word);
      if (known === undefined) return this.place(stem(word));
      const number = this.dictionary.stemOf[known];
      return { stem: number, family: this.dictionary.familyOf[number] };
    }

    addWord(one, word, weight) {
      const found = this.placeWord(word);
      if (found.family === undefined) return false;
      for (const number of this.dictionary.members[found.family]) {
        offer(one.stems, number, weight * (number === found.stem ? 1 : RELATIVE));
      }
      return true;
    }

    addBegun(one) {
      one.begunWeight = one.stems.size ? BEGINS_KNOWN : BEGINS;
      for (const number of this.starting(one.word)) one.begun.add(this.dictionary.stemOf[number]);
      return one.begun.size > 0;
    }

    // "télé expertise" also finds téléexpertise.
    addJoined(one, next) {
      const joined = next && this.dictionary.number.get(one.word + next.word);
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
      stems.forEach((first, at) => {
        for (const [from, to] of this.meanings.get(first) || []) {
          if (!from.every((wanted, step) => wanted === stems[at + step])) continue;
          const sought = to.map((wanted) => this.place(wanted).stem);
          if (sought.includes(undefined)) continue;
          from.forEach((_, step) => concepts[at + step].phrases.push({ stems: sought, weight: GLOSSARY }));
        }
      });
    }

    // A word that no page holds: an elision without apostrophe, two words in one, or a spelling mistake.
    mend(one, open, corrections) {
      const bare = /^(?:qu|[ldjmtsnc])([aeiouyh].{3,})$/.exec(one.word);
      if (bare && this.addWord(one, bare[1], 1)) return;
      for (let cut = 3; cut <= one.word.length - 3; cut += 1) {
        const halves = [one.word.slice(0, cut), one.word.slice(cut)].map((half) => this.placeWord(half).stem);
        if (!halves.includes(undefined)) one.phrases.push({ stems: halves, weight: JOINED });
      }
      if (one.phrases.length) return;
      const likely = this.speller.nearest(one.word, open, false);
      likely.forEach((near, rank) => this.addWord(one, this.dictionary.list[near.number], SPELT / (1 + 0.35 * rank)));
      if (likely.length) corrections.push([one.word, likely.map((near) => this.dictionary.list[near.number])]);
    }
  }

  // ---- Ranking ---------------------------------------------------------------------------------------------------
  class Engine {
    constructor(data) {
      this.pages = data.pages;
      this.size = data.pages.title.length;
      this.dictionary = unpackDictionary(data.words);
      this.packed = data.postings.split(' ');
      this.unpacked = new Map();
      this.holdersOf = this.holdersOf.bind(this);
      this.lengths = unpackNumbers(data.pages.lengths);
      this.averages = BOOST.map((_, field) => {
        let sum = 0;
        for (let page = 0; page < this.size; page += 1) sum += this.lengths[page * 4 + field];
        return sum / (this.size || 1) || 1;
      });
      this.planner = new Planner(data, this.dictionary, this.holdersOf);
      this.references = referenceTable(data.pages.reference, this.planner.stop);
      this.spelt = new Map(Object.entries(data.spelt));
    }

    // The best pages: { total, hits: [{ page, score, passage }], corrections, marked: the stems to mark }.
    search(query, limit) {
      const corrections = [], concepts = this.planner.plan(query, corrections), totals = this.rank(concepts);
      for (const [page, score] of this.references(query)) {
        const total = totals.get(page) || { page, score: 0, passage: 0 };
        total.score += score;
        totals.set(page, total);
      }
      const hits = Array.from(totals.values());
      const turn = (hit) => this.pages.priority[hit.page] || Number.MAX_VALUE;
      for (const hit of hits) hit.score = Math.round(hit.score * 100) / 100;
      hits.sort((one, other) => other.score - one.score || turn(one) - turn(other) || one.page - other.page);
      const marked = new Set();
      for (const one of concepts) {
        [one.stems.keys(), one.begun, ...one.phrases.map((phrase) => phrase.stems)]
          .forEach((stems) => { for (const number of stems) marked.add(number); });
      }
      return { total: hits.length, hits: hits.slice(0, limit || 10), corrections: this.shown(corrections), marked };
    }

    // Other queries to propose when nothing was found.
    suggestions(query) {
      const typed = words(query), proposed = new Set();
      typed.forEach((word, at) => {
        if (this.dictionary.number.has(word)) return;
        for (const near of this.planner.speller.nearest(word, true, true).slice(0, 3)) {
          const better = this.display(this.dictionary.list[near.number]);
          const rest = typed.map((one, place) => (place === at ? better : this.dictionary.number.has(one) && one));
          proposed.add(rest.filter(Boolean).join(' '));
        }
      });
      return Array.from(proposed).slice(0, 4);
    }

    isMarked(word, marked) {
      const number = this.dictionary.number.get(word);
      return number !== undefined && marked.has(this.dictionary.stemOf[number]);
    }

    // The word with its accents, or a form of it with them, where a title or a heading shows them.
    display(word) {
      if (this.spelt.has(word)) return this.spelt.get(word);
      const { list, number, stemOf } = this.dictionary, its = stemOf[number.get(word)];
      const form = list.find((other, place) => stemOf[place] === its && this.spelt.has(other));
      return form ? this.spelt.get(form) : word;
    }

    shown(corrections) {
      return corrections.map(([typed, likely]) => [typed, likely.map((word) => this.display(word))]);
    }

    holdersOf(number) {
      if (!this.unpacked.has(number)) this.unpacked.set(number, unpackHolders(this.packed[number]));
      return this.unpacked.get(number);
    }

    rarity(held) {
      return Math.log(1 + (this.size - held + 0.5) / (held + 0.5));
    }

    rarityOfAny(stems) {
      const held = new Set();
      for (const number of stems) this.holdersOf(number).pages.forEach((page) => held.add(page));
      return this.rarity(held.size);
    }

    // BM25+ over the four fields of one page.
    fieldScore(counts, page) {
      const often = [counts >> 8 & 3, counts >> 6 & 3, counts >> 4 & 3, counts & 15];
      let score = 0;
      for (let field = 0; field < 4; field += 1) {
        if (!often[field]) continue;
        const length = 1 - LENGTH + LENGTH * this.lengths[page * 4 + field] / this.averages[field];
        score += BOOST[field] * (FLOOR + often[field] * (SATURATION + 1) / (often[field] + SATURATION * length));
      }
      return score;
    }

    // What one concept gives each page that holds it: { score, named, places }, its best reading only.
    weigh(one) {
      const found = new Map();
      const put = (page, score, counts, places) => {
        const known = found.get(page);
        if (!known) {
          found.set(page, { score, named: counts > IN_NAME, places: places.slice() });
          return;
        }
        known.score = Math.max(known.score, score);
        known.named = known.named || counts > IN_NAME;
        for (const place of places) known.places.push(place);
      };
      const putAll = (stems, rarity, weightOf) => {
        for (const number of stems) {
          const { pages, counts, places } = this.holdersOf(number), weight = weightOf(number) * rarity;
          pages.forEach((page, at) => put(page, weight * this.fieldScore(counts[at], page), counts[at], places[at]));
        }
      };
      putAll(one.stems.keys(), this.rarityOfAny(one.stems.keys()), (number) => one.stems.get(number));
      putAll(one.begun, this.rarityOfAny(one.begun), () => one.begunWeight);
      for (const phrase of one.phrases) this.weighPhrase(phrase, put);
      return found;
    }

    // A phrase counts on the pages that hold all its words, more if one passage or the title holds them together.
    weighPhrase(phrase, put) {
      const all = phrase.stems.map(this.holdersOf);
      const where = all.map((holders) => new Map(holders.pages.map((page, at) => [page, at])));
      for (const page of all[0].pages) {
        if (!where.every((known) => known.has(page))) continue;
        const at = where.map((known) => known.get(page));
        let score = 0, counts = Infinity, places = all[0].places[at[0]];
        all.forEach((holders, nth) => {
          score += this.rarity(holders.pages.length) * this.fieldScore(holders.counts[at[nth]], page) / all.length;
          counts = Math.min(counts, holders.counts[at[nth]]);
          places = places.filter((place) => holders.places[at[nth]].includes(place));
        });
        const near = all.length === 1 ? 1 : places.length || counts > IN_NAME ? 1.3 : 0.5;
        put(page, phrase.weight * near * score, counts, places);
      }
    }

    rank(concepts) {
      const totals = new Map();
      for (const one of concepts) {
        for (const [page, gain] of this.weigh(one)) {
          const total = totals.get(page) || { page, score: 0, passage: 0, matched: 0, named: 0, places: new Map() };
          totals.set(page, total);
          total.score += gain.score;
          total.matched += 1;
          total.named += gain.named ? 1 : 0;
          for (const place of new Set(gain.places)) total.places.set(place, (total.places.get(place) || 0) + 1);
        }
      }
      for (const total of totals.values()) this.settle(total, concepts.length);
      return totals;
    }

    // A page counts for how much of the query it covers, in its title above all, and for holding the words together.
    settle(total, asked) {
      let best = 0;
      for (const [place, many] of total.places) {
        if (many < best || (many === best && place > total.passage)) continue;
        best = many;
        total.passage = place;
      }
      const share = total.named / asked, filled = Math.min(1, total.named / (this.lengths[total.page * 4] || 1));
      const together = asked > 1 ? Math.max(0, best - 1) / (asked - 1) : 0;
      total.score *= Math.pow(total.matched / asked, COVERAGE);
      total.score *= (1 + TITLED * share * share * filled) * (1 + TOGETHER * together);
    }
  }

  scope.classeurSearchEngine = { create: (data) => new Engine(data) };
}(typeof window === 'undefined' ? globalThis : window));
