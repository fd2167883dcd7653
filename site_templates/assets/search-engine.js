/* The search itself, without any page: reads the index that classeur/writers/search makes, and ranks its pages. */
(function (scope) {
  'use strict';

  const { fold, words, referenceTable } = scope.classeurSearchAnalysis;
  const { unpackNumbers, unpackHolders, placesOf, rankOf } = scope.classeurSearchData;

  // What each kind of evidence weighs; measured on 506 questions over 1,122 pages (benchmarks).
  const BOOST = [6, 5, 1, 1]; // title, other names, headings, body
  const LENGTH = [0.45, 0.6, 0.6, 0.6], SATURATION = 3, FLOOR = 0.1; // BM25+: b of each field, k, delta
  const COVERAGE = 0.8, TITLED = 2, FILLED = 0.35, TOGETHER = 0.5, TOGETHER_IN_PHRASE = 1.3, WEAKEST = 0.5;
  const STRENGTH = 0.3, FAINT = 0.02, PART = 0.45, BESIDE = 1;
  const FACETS = ['kind', 'process', 'unit'];
  const IN_NAME = 63; // counts above this hold the title or another name

  // What a page gains: its score, what a reference adds, and the strength of the concepts that it, and its title, hold.
  const nothing = (page) => ({ page, score: 0, added: 0, least: 0, passage: 0, matched: 0, named: 0, words: 0 });

  function part(field, often, norm, weight = 1) {
    return BOOST[field] * (FLOOR * weight + often * (SATURATION + 1) / (often + norm));
  }

  // ---- Ranking ---------------------------------------------------------------------------------------------------
  class Engine {
    constructor(data) {
      this.pages = data.pages;
      this.size = data.pages.title.length;
      this.dictionary = new scope.classeurSearchDictionary.Dictionary(data.words);
      this.packed = data.postings.split(' ');
      this.unpacked = new Map();
      this.holdersOf = this.holdersOf.bind(this);
      this.lengths = unpackNumbers(data.pages.lengths);
      this.norms = this.normsOf(this.lengths);
      this.seen = new Uint32Array(this.size); // the last count that met each page
      this.counting = 0;
      this.gains = new Float64Array(this.size);
      this.often = new Float64Array(this.size * 4);
      this.strongest = new Float64Array(this.size);
      this.marks = new scope.classeurSearchMarks.Marks(this.dictionary);
      this.planner = new scope.classeurSearchPlan.Planner(data, this.dictionary, this.holdersOf);
      this.titles = new scope.classeurSearchPlan.Titles(data.pages.title, this.planner.stop, this.dictionary);
      this.accented = data.spelt;
    }

    // The pages whose reference is typed. The table is made for the first query with a figure: no other holds one.
    referencesIn(query) {
      if (!/\p{N}/u.test(query)) return [];
      if (!this.references) this.references = referenceTable(this.pages.reference, this.planner.stop);
      return this.references(query);
    }

    // How much the length of each field of each page dampens what it holds.
    normsOf(lengths) {
      const sums = BOOST.map(() => 0);
      lengths.forEach((length, at) => { sums[at & 3] += length; });
      const averages = sums.map((sum) => sum / (this.size || 1) || 1);
      return Float64Array.from(lengths, (length, at) => SATURATION * (1 + LENGTH[at & 3] * (length / averages[at & 3] - 1)));
    }

    // The best pages: { total, hits: [{ page, score, passage, marked }], corrections, explained, facets }; `marked`: stems.
    // `chosen`: { kind, process, unit }, each a value that the pages must have, or nothing.
    search(query, limit, chosen) {
      const corrections = [], concepts = this.planner.plan(query, corrections), totals = this.rank(concepts);
      this.leaveOutTheFarthest(totals);
      for (const [page, score] of this.referencesIn(query)) {
        const total = totals.get(page) || nothing(page);
        total.added = score;
        totals.set(page, total);
      }
      const facets = this.facets(totals.keys());
      const among = Array.from(totals.values()).filter((hit) => this.isAmong(hit.page, chosen || {}));
      const hits = this.best(among, concepts, limit || 10), marks = this.marks.of(concepts);
      for (const hit of hits) hit.marked = this.marks.in(hit, concepts, marks);
      return { total: among.length, hits, corrections: this.shown(corrections), facets,
        explained: this.planner.explained(query) };
    }

    // The passages are looked at on those pages only that may still come among the first.
    best(among, concepts, limit) {
      const turn = (hit) => this.pages.priority[hit.page] || Number.MAX_VALUE;
      const before = (one, other) => other.score - one.score || turn(one) - turn(other) || one.page - other.page;
      const asked = concepts.reduce((sum, one) => sum + one.strength, 0), many = concepts.length > 1;
      for (const hit of among) hit.least = hit.score + hit.added;
      among.sort((one, other) => other.least - one.least);
      const least = among.length > limit ? among[limit - 1].least : 0;
      const most = (hit) => (many ? TOGETHER * hit.matched / asked + (hit.words > 1 ? BESIDE : 0) : 0);
      const near = among.filter((hit) => hit.score * (1 + most(hit)) + hit.added >= least - 0.01);
      for (const hit of near) {
        const [passage, held] = this.passageOf(hit.page, concepts);
        const beside = many ? BESIDE * this.titles.beside(hit.page, concepts) * Math.pow(hit.matched / asked, 2) : 0;
        const gain = many ? TOGETHER * held / asked + beside : 0;
        hit.passage = passage;
        hit.score = Math.round(100 * (hit.score * (1 + gain) + hit.added)) / 100;
      }
      return near.sort(before).slice(0, limit).map(({ page, score, passage }) => ({ page, score, passage }));
    }

    // The first of the passages that hold most of what is asked, and how much that is. The links to other documents
    // come last: they hold words, and say nothing.
    passageOf(page, concepts) {
      const held = new Map();
      for (const one of concepts) {
        const places = new Set(one.phrasePlaces.get(page));
        for (const stems of [one.stems.keys(), one.begun]) {
          for (const number of stems) {
            const holders = this.holdersOf(number), rank = rankOf(holders.pages, page);
            if (rank >= 0) for (const place of placesOf(holders, rank)) places.add(place);
          }
        }
        for (const place of places) held.set(place, (held.get(place) || 0) + one.strength);
      }
      const aside = this.pages.aside[page];
      let passage = held.has(aside) && held.size === 1 ? aside : 0, most = 0;
      for (const [place, strength] of held) {
        if (place === aside || strength < most || (strength === most && place > passage)) continue;
        most = strength;
        passage = place;
      }
      return [passage, most];
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
        if (this.isKnown(word)) return;
        for (const near of this.planner.speller.nearest(word, true, true).slice(0, 3)) {
          const better = this.display(this.dictionary.word(near.number));
          const rest = typed.map((one, place) => (place === at ? better : this.isKnown(one) && one));
          proposed.add(rest.filter(Boolean).join(' '));
        }
      });
      return Array.from(proposed).slice(0, 4);
    }

    // The word with its accents, or a form of it with them, where a title or a heading shows them.
    display(word) {
      const form = [word, ...this.dictionary.formsOf(this.stemOf(word))].find((one) => this.spelt.has(one));
      return form ? this.spelt.get(form) : word;
    }

    // Words with their accents, by the form that the index holds; made for the first that is shown.
    get spelt() {
      if (!this.itsSpelt) this.itsSpelt = new Map(this.accented.split(' ').map((word) => [fold(word), word]));
      return this.itsSpelt;
    }

    isKnown(word) {
      return this.dictionary.numberOf(word) !== undefined;
    }

    stemOf(word) {
      return this.dictionary.stemOf[this.dictionary.numberOf(word)];
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
      const turn = this.counting += 1;
      let held = 0;
      for (const number of stems) {
        for (const page of this.holdersOf(number).pages) {
          if (this.seen[page] === turn) continue;
          this.seen[page] = turn;
          held += 1;
        }
      }
      return this.rarity(held);
    }

    // BM25+ over the four fields of one page.
    fieldScore(counts, page) {
      const body = counts & 15;
      let score = body ? part(3, body, this.norms[page * 4 + 3]) : 0;
      if (counts < 16) return score;
      for (let field = 0; field < 3; field += 1) {
        const often = counts >> 8 - 2 * field & 3;
        if (often) score += part(field, often, this.norms[page * 4 + field]);
      }
      return score;
    }

    // What one concept gives each page that holds it, its best reading only: `put` receives page, score, counts.
    weigh(one, put) {
      const putAll = (stems, rarity, weightOf) => {
        for (const number of stems) {
          const { pages, counts } = this.holdersOf(number), weight = weightOf(number) * rarity;
          for (let at = 0; at < pages.length; at += 1) put(pages[at], weight * this.fieldScore(counts[at], pages[at]), counts[at]);
        }
      };
      const own = this.rarityOfAny(one.stems.keys()), begun = this.rarityOfAny(one.begun);
      this.weighForms(one.stems, own, put);
      putAll(one.begun, begun, () => one.begunWeight);
      for (const phrase of one.phrases) this.weighPhrase(phrase, one, put);
      one.strength = Math.pow(Math.max(WEAKEST, one.stems.size ? own : one.begun.size ? begun : 0) || 1, STRENGTH);
    }

    // The forms of a word count together, each at its weight: BM25+ over the four fields of each page.
    weighForms(stems, rarity, put) {
      const { often, strongest, norms } = this, met = [];
      for (const [number, weight] of stems) {
        const { pages, counts } = this.holdersOf(number);
        for (let at = 0; at < pages.length; at += 1) {
          const page = pages[at], its = counts[at], base = page * 4;
          if (!strongest[page]) met.push(page);
          if (strongest[page] < weight) strongest[page] = weight;
          often[base + 3] += weight * (its & 15);
          if (its < 16) continue;
          for (let field = 0; field < 3; field += 1) often[base + field] += weight * (its >> 8 - 2 * field & 3);
        }
      }
      for (const page of met) {
        const base = page * 4, isNamed = often[base] > 0 || often[base + 1] > 0;
        let score = 0;
        for (let field = 0; field < 4; field += 1) {
          if (often[base + field]) score += part(field, often[base + field], norms[base + field], strongest[page]);
          often[base + field] = 0;
        }
        strongest[page] = 0;
        put(page, rarity * score, isNamed ? IN_NAME + 1 : 0);
      }
    }

    // Where a phrase's words are held: for each word, page -> { counts, places, rarity }.
    holdersOfPhrase(phrase) {
      return phrase.any.map((numbers) => {
        const where = new Map(), rarity = this.rarityOfAny(numbers);
        for (const number of numbers) {
          const holders = this.holdersOf(number);
          holders.pages.forEach((page, rank) => {
            const known = where.get(page), counts = holders.counts[rank];
            if (!known || counts > known.counts) where.set(page, { counts, holders, rank, rarity });
          });
        }
        return where;
      });
    }

    // A phrase counts on the pages that hold all its words together, in one passage or in the title.
    weighPhrase(phrase, one, put) {
      const all = this.holdersOfPhrase(phrase);
      if (all.length > 1) phrase.held = new Map(); // where its words stand together, by page
      for (const page of all[0].keys()) {
        if (!all.every((where) => where.has(page))) continue;
        const here = all.map((where) => where.get(page));
        let score = 0, counts = Infinity, places = null;
        for (const word of here) {
          const its = placesOf(word.holders, word.rank);
          score += word.rarity * this.fieldScore(word.counts, page) / here.length;
          counts = Math.min(counts, word.counts);
          places = places ? places.filter((place) => its.includes(place)) : its;
        }
        const alone = here.length === 1;
        if (!alone && !places.length && counts <= IN_NAME) continue;
        if (!alone) phrase.held.set(page, places);
        put(page, phrase.weight * (alone ? 1 : TOGETHER_IN_PHRASE) * score, counts);
        one.phrasePlaces.set(page, (one.phrasePlaces.get(page) || []).concat(places));
      }
    }

    rank(concepts) {
      const totals = new Map(), gains = this.gains;
      let asked = 0;
      for (const one of concepts) {
        const held = [], named = new Set();
        this.weigh(one, (page, score, counts) => {
          if (!gains[page]) held.push(page);
          if (score > gains[page]) gains[page] = score;
          if (counts > IN_NAME) named.add(page);
        });
        asked += one.strength;
        for (const page of held) {
          let total = totals.get(page);
          if (!total) totals.set(page, total = nothing(page));
          total.score += gains[page];
          total.matched += one.strength;
          gains[page] = 0;
        }
        for (const page of named) {
          const total = totals.get(page);
          total.named += one.strength;
          total.words += 1;
        }
      }
      for (const total of totals.values()) this.settle(total, asked);
      return totals;
    }

    // A page counts for how much of the query it covers, in its title above all.
    settle(total, asked) {
      const share = total.named / asked, filled = Math.min(1, total.words / (this.lengths[total.page * 4] || 1));
      total.score *= Math.pow(total.matched / asked, COVERAGE) * (1 + TITLED * share * share * Math.pow(filled, FILLED));
    }
  }

  scope.classeurSearchEngine = { create: (data) => new Engine(data) };
}(typeof window === 'undefined' ? globalThis : window));
