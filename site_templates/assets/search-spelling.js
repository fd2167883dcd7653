/* Spelling: the words of the site that a mistyped word may be. */
(function (scope) {
  'use strict';

  const { phoneticKey } = scope.classeurSearchAnalysis;

  const KIN = { a: 'eh', c: 'ksq', e: 'ah', f: 'p', g: 'j', h: 'aeiouy', i: 'hy', j: 'g', k: 'cq', o: 'ah', p: 'f',
    q: 'ck', s: 'cz', u: 'h', y: 'ih', z: 's' }; // first letters that are taken for one another
  const SWAPPED = 0.9, DOUBLED = 0.5, SILENT = 0.6, ALIKE = 0.7;
  const SOUND_ALIKE = new Set(['ae', 'ea', 'ei', 'ie', 'iy', 'yi', 'ck', 'kc', 'cs', 'sc', 'sz', 'zs', 'gj', 'jg', 'kq',
    'qk', 'mn', 'nm']);

  // What it costs to type a letter too many, or to forget it.
  function extra(letter, before) {
    if (letter === before) return DOUBLED;
    return letter === 'h' ? SILENT : 1;
  }

  // How far two words are, in letters to add, drop, change or swap; anything above `most` is only "too far".
  function distance(one, other, most) {
    if (Math.abs(one.length - other.length) > most * 2) return most + 1;
    const width = other.length + 1;
    let twoBefore = new Float32Array(width), before = new Float32Array(width), now = new Float32Array(width);
    for (let place = 1; place < width; place += 1) before[place] = before[place - 1] + extra(other[place - 1], other[place - 2]);
    for (let row = 1; row <= one.length; row += 1) {
      const letter = one[row - 1], last = one[row - 2], dropped = extra(letter, last);
      now[0] = before[0] + dropped;
      let least = now[0];
      for (let place = 1; place < width; place += 1) {
        const known = other[place - 1];
        const changed = letter === known ? 0 : SOUND_ALIKE.has(letter + known) ? ALIKE : 1;
        let cost = Math.min(before[place] + dropped, now[place - 1] + extra(known, other[place - 2]),
          before[place - 1] + changed);
        if (changed && row > 1 && place > 1 && letter === other[place - 2] && last === known) {
          cost = Math.min(cost, twoBefore[place - 2] + SWAPPED);
        }
        now[place] = cost;
        if (cost < least) least = cost;
      }
      if (least > most) return most + 1;
      [twoBefore, before, now] = [before, now, twoBefore];
    }
    return before[width - 1];
  }

  // The letters of a word, as bits: words with very different letters are not compared.
  function lettersOf(word) {
    let bits = 0;
    for (let place = 0; place < word.length; place += 1) bits |= 1 << (word.charCodeAt(place) - 97);
    return bits;
  }

  function manyBits(bits) {
    let many = 0;
    for (; bits; bits &= bits - 1) many += 1;
    return many;
  }

  const allowed = (word) => (word.length < 5 ? 1 : word.length < 7 ? 1.5 : 2);

  class Speller {
    constructor(dictionary, holdersOf) {
      this.dictionary = dictionary;
      this.holdersOf = holdersOf;
      this.buckets = new Map();
      this.keys = [];
      this.letters = dictionary.list.map((word, number) => {
        if (word.length < 3 || /[0-9]/.test(word)) return 0;
        if (!this.buckets.has(word[0])) this.buckets.set(word[0], []);
        this.buckets.get(word[0]).push(number);
        return lettersOf(word);
      });
    }

    // The nearest words that the site holds, best first: [{ number, cost }]. `open`: more letters may follow.
    nearest(word, open, loose) {
      if (word.length < 4) return [];
      const asked = { word, open, most: allowed(word) + (loose ? 1 : 0), key: phoneticKey(word), letters: lettersOf(word) };
      const found = [];
      for (const letter of new Set(word[0] + word[1] + (KIN[word[0]] || ''))) {
        for (const number of this.buckets.get(letter) || []) {
          const cost = this.cost(asked, number);
          if (cost < Infinity) found.push({ number, cost });
        }
      }
      for (const one of found) one.cost += this.usage(one.number);
      found.sort((one, other) => one.cost - other.cost || one.number - other.number);
      return found.filter((one) => one.cost <= found[0].cost + 0.5).slice(0, 4);
    }

    cost({ word, open, most, key, letters }, number) {
      const known = this.dictionary.list[number], strange = known[0] === word[0] ? 0 : 0.3;
      const longer = known.length - word.length, missing = manyBits(letters & ~this.letters[number]);
      if (Math.abs(longer) <= 3 && manyBits(letters ^ this.letters[number]) <= 2 * most + 1) {
        const edits = distance(word, known, most);
        if (edits <= most) return edits + strange;
        if (key.length > 2 && this.keyOf(number) === key) return 0.6 + strange;
      }
      const begins = open && word.length > 4 && longer > 0 && !strange && missing <= 1;
      return begins && distance(word, known.slice(0, word.length), 1) <= 1 ? 1.6 : Infinity;
    }

    keyOf(number) {
      if (!this.keys[number]) this.keys[number] = phoneticKey(this.dictionary.list[number]);
      return this.keys[number];
    }

    // A common word is a likelier correction than a rare one, which may itself be a slip.
    usage(number) {
      const holders = this.holdersOf(this.dictionary.stemOf[number]);
      const doubtful = holders.pages.length < 2 && holders.counts[0] < 64;
      return (doubtful ? 0.4 : 0) - 0.15 * Math.log10(1 + holders.pages.length);
    }
  }

  scope.classeurSearchSpelling = { Speller, distance };
}(typeof window === 'undefined' ? globalThis : window));
