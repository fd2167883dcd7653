/* The search itself, without any page: reads the index that classeur/writers/search makes, and ranks its pages. */
(function (scope) {
  'use strict';

  const { words, referenceTable } = scope.classeurSearchAnalysis;

  // What each kind of evidence weighs; measured on 153 questions over 1,122 pages (benchmarks).
  const BOOST = [6, 5, 1, 1]; // title, other names, headings, body
  const LENGTH = 0.6, SATURATION = 3, FLOOR = 0.1; // BM25+: b, k, delta
  const COVERAGE = 2, TITLED = 2, FILLED = 0.5, TOGETHER = 0.3, TOGETHER_IN_PHRASE = 1.3, WEAKEST = 0.5;
  const STRENGTH = 0.3, FAINT = 0.02, PART = 0.45;
  const FACETS = ['kind', 'process', 'unit'];
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
      this.planner = new scope.classeurSearchPlan.Planner(data, this.dictionary, this.holdersOf);
      this.references = referenceTable(data.pages.reference, this.planner.stop);
      this.spelt = new Map(Object.entries(data.spelt));
    }

    // The best pages: { total, hits: [{ page, score, passage }], corrections, explained, facets, marked: stems to mark }.
    // `chosen`: { kind, process, unit }, each a value that the pages must have, or nothing.
    search(query, limit, chosen) {
      const corrections = [], concepts = this.planner.plan(query, corrections), totals = this.rank(concepts);
      this.leaveOutTheFarthest(totals);
      for (const [page, score] of this.references(query)) {
        const total = totals.get(page) || { page, score: 0, passage: 0 };
        total.score += score;
        totals.set(page, total);
      }
      const facets = this.facets(totals.keys());
      const hits = Array.from(totals.values()).filter((hit) => this.isAmong(hit.page, chosen || {}));
      const turn = (hit) => this.pages.priority[hit.page] || Number.MAX_VALUE;
      for (const hit of hits) hit.score = Math.round(hit.score * 100) / 100;
      hits.sort((one, other) => other.score - one.score || turn(one) - turn(other) || one.page - other.page);
      const marked = new Set();
      for (const one of concepts) {
        [one.stems.keys(), one.begun, ...one.phrases.map((phrase) => phrase.stems || phrase.any.flat())]
          .forEach((stems) => { for (const number of stems) marked.add(number); });
      }
      return { total: hits.length, hits: hits.slice(0, limit || 10), corrections: this.shown(corrections),
        explained: this.planner.explained(query), facets, marked };
    }

    // A page that holds half of the query's words only is no answer where another holds them all.
    leaveOutTheFarthest(totals) {
      let best = 0, covered = 0;
      for (const total of totals.values()) {
        best = Math.max(best, total.score);
        covered = Math.max(covered, total.matched);
      }
      for (const [page, total] of totals) {
        if (total.matched < covered * PART || total.score < best * FAINT) totals.delete(page);
      }
    }

    valuesOf(page, facet) {
      const value = this.pages[facet][page];
      return Array.isArray(value) ? value : [value].filter(Boolean);
    }

    // A text for everyone is for each unit.
    isAmong(page, chosen) {
      return FACETS.every((facet) => {
        const values = chosen[facet] && this.valuesOf(page, facet);
        return !values || values.includes(chosen[facet]) || (facet === 'unit' && !values.length);
      });
    }

    // By what the found pages may be filtered: { kind: [[value, how many]], … }, the commonest first.
    facets(pages) {
      const counted = { kind: new Map(), process: new Map(), unit: new Map() };
      for (const page of pages) {
        for (const facet of FACETS) {
          for (const value of this.valuesOf(page, facet)) {
            counted[facet].set(value, (counted[facet].get(value) || 0) + 1);
          }
        }
      }
      const listed = (facet) => Array.from(counted[facet])
        .sort((one, other) => other[1] - one[1] || (one[0] < other[0] ? -1 : 1));
      return Object.fromEntries(FACETS.map((facet) => [facet, listed(facet)]));
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
      const own = this.rarityOfAny(one.stems.keys()), begun = this.rarityOfAny(one.begun);
      putAll(one.stems.keys(), own, (number) => one.stems.get(number));
      putAll(one.begun, begun, () => one.begunWeight);
      for (const phrase of one.phrases) this.weighPhrase(phrase, put);
      one.strength = Math.pow(Math.max(WEAKEST, one.stems.size ? own : one.begun.size ? begun : 0) || 1, STRENGTH);
      return found;
    }

    // Where a phrase's words are held: for each word, page -> { counts, places, rarity }.
    holdersOfPhrase(phrase) {
      const words = phrase.any || phrase.stems.map((number) => [number]);
      return words.map((numbers) => {
        const where = new Map(), rarity = this.rarityOfAny(numbers);
        for (const number of numbers) {
          const { pages, counts, places } = this.holdersOf(number);
          pages.forEach((page, at) => {
            const known = where.get(page);
            if (!known || counts[at] > known.counts) where.set(page, { counts: counts[at], places: places[at], rarity });
          });
        }
        return where;
      });
    }

    // A phrase counts on the pages that hold all its words together, in one passage or in the title.
    weighPhrase(phrase, put) {
      const all = this.holdersOfPhrase(phrase);
      for (const page of all[0].keys()) {
        if (!all.every((where) => where.has(page))) continue;
        const here = all.map((where) => where.get(page));
        let score = 0, counts = Infinity, places = here[0].places;
        for (const word of here) {
          score += word.rarity * this.fieldScore(word.counts, page) / here.length;
          counts = Math.min(counts, word.counts);
          places = places.filter((place) => word.places.includes(place));
        }
        if (here.length === 1) put(page, phrase.weight * score, counts, places);
        else if (places.length || counts > IN_NAME) put(page, phrase.weight * TOGETHER_IN_PHRASE * score, counts, places);
      }
    }

    rank(concepts) {
      const totals = new Map();
      let asked = 0;
      for (const one of concepts) {
        const gains = this.weigh(one);
        asked += one.strength;
        for (const [page, gain] of gains) {
          const total = totals.get(page) ||
            { page, score: 0, passage: 0, matched: 0, named: 0, words: 0, places: new Map() };
          totals.set(page, total);
          total.score += gain.score;
          total.matched += one.strength;
          if (gain.named) { total.named += one.strength; total.words += 1; }
          for (const place of new Set(gain.places)) {
            total.places.set(place, (total.places.get(place) || 0) + one.strength);
          }
        }
      }
      for (const total of totals.values()) this.settle(total, asked, concepts.length);
      return totals;
    }

    // A page counts for how much of the query it covers, in its title above all, and for holding the words together.
    settle(total, asked, many) {
      let best = 0;
      for (const [place, held] of total.places) {
        if (held < best || (held === best && place > total.passage)) continue;
        best = held;
        total.passage = place;
      }
      const share = total.named / asked, filled = Math.min(1, total.words / (this.lengths[total.page * 4] || 1));
      const together = many > 1 ? best / asked : 0;
      total.score *= Math.pow(total.matched / asked, COVERAGE);
      total.score *= (1 + TITLED * share * share * Math.pow(filled, FILLED)) * (1 + TOGETHER * together);
    }
  }

  scope.classeurSearchEngine = { create: (data) => new Engine(data) };
}(typeof window === 'undefined' ? globalThis : window));
