/* Spelling: the words of the site that a mistyped word may be. */
(function (scope) {
  'use strict';

  const { phoneticKey } = scope.classeurSearchAnalysis;

  const KIN = { a: 'eh', c: 'ksq', e: 'ah', f: 'p', g: 'j', h: 'aeiouy', i: 'hy', j: 'g', k: 'cq', o: 'ah', p: 'f',
    q: 'ck', s: 'cz', u: 'h', y: 'ih', z: 's' }; // first letters that are taken for one another
  const SWAPPED = 0.9, DOUBLED = 0.5, SILENT = 0.6, ALIKE = 0.7, STRANGE_MOST = 1.5;
  const SIDE = 128, alike = new Uint8Array(SIDE * SIDE); // pairs of letters that sound alike
  for (const pair of 'ae ei iy ck cs sz gj kq mn'.split(' ')) {
    const [one, other] = [pair.charCodeAt(0), pair.charCodeAt(1)];
    alike[one * SIDE + other] = alike[other * SIDE + one] = 1;
  }
  const H = 'h'.charCodeAt(0);

  // What it costs to type a letter too many, or to forget it.
  const extra = (letter, before) => (letter === before ? DOUBLED : letter === H ? SILENT : 1);

  let twoBefore = new Float64Array(40), before = new Float64Array(40), now = new Float64Array(40);

  // How far two words are, in letters to add, drop, change or swap; anything above `most` is only "too far". Only the
  // places near the diagonal are looked at: to be farther from it costs more than `most`, a letter costing half at least.
  function distance(one, other, most) {
    const reach = most * 2, width = other.length + 1;
    if (Math.abs(one.length - other.length) > reach) return most + 1;
    before[0] = 0;
    for (let place = 1; place < width; place += 1) {
      before[place] = before[place - 1] + extra(other.charCodeAt(place - 1), place > 1 ? other.charCodeAt(place - 2) : 0);
    }
    for (let row = 1, last = 0; row <= one.length; row += 1) {
      const letter = one.charCodeAt(row - 1), dropped = extra(letter, last);
      const from = Math.max(1, row - reach), to = Math.min(width - 1, row + reach);
      now[from - 1] = from === 1 ? before[0] + dropped : Infinity;
      let least = now[from - 1], previous = from > 1 ? other.charCodeAt(from - 2) : 0;
      for (let place = from; place <= to; place += 1) {
        const known = other.charCodeAt(place - 1), changed = letter === known ? 0 : alike[letter * SIDE + known] ? ALIKE : 1;
        let cost = Math.min(before[place] + dropped, now[place - 1] + extra(known, previous), before[place - 1] + changed);
        if (changed && place > 1 && letter === previous && last === known) {
          cost = Math.min(cost, twoBefore[place - 2] + SWAPPED);
        }
        now[place] = cost;
        if (cost < least) least = cost;
        previous = known;
      }
      if (to < width - 1) now[to + 1] = Infinity;
      if (least > most) return most + 1;
      [twoBefore, before, now] = [before, now, twoBefore];
      last = letter;
    }
    return before[width - 1];
  }

  const DIGITS = 1 << 30; // of a word with digits, which no misspelt word may be

  // The letters of a word that stands in a text, as bits: words with very different letters are not compared.
  function lettersOf(text, from, to) {
    let bits = 0;
    for (let place = from; place < to; place += 1) {
      const letter = text.charCodeAt(place) - 97;
      if (letter < 0) return DIGITS;
      bits |= 1 << letter;
    }
    return bits;
  }

  function manyBits(bits) {
    const pairs = bits - (bits >>> 1 & 0x55555555), fours = (pairs & 0x33333333) + (pairs >>> 2 & 0x33333333);
    return Math.imul(fours + (fours >>> 4) & 0x0f0f0f0f, 0x01010101) >>> 24;
  }

  const allowed = (word) => (word.length < 5 ? 1 : word.length < 7 ? 1.5 : 2);

  class Speller {
    constructor(dictionary, holdersOf) {
      this.dictionary = dictionary;
      this.holdersOf = holdersOf;
      this.keys = [];
      this.letters = new Int32Array(dictionary.size); // read when first compared, by word
    }

    // The nearest words that the site holds, best first: [{ number, cost }]. `open`: more letters may follow.
    nearest(word, open, loose) {
      if (word.length < 4) return [];
      const asked = { word, open, most: allowed(word) + (loose && word.length > 6 ? 1 : 0), key: phoneticKey(word), letters: lettersOf(word, 0, word.length) };
      const found = [];
      for (const letter of new Set(word[0] + word[1] + (KIN[word[0]] || ''))) {
        const strange = letter === word[0] ? 0 : 0.3;
        this.dictionary.eachFrom(letter, (number) => {
          const cost = this.cost(asked, number, strange);
          if (cost < Infinity) found.push({ number, cost });
        });
      }
      for (const one of found) one.cost += this.usage(one.number);
      found.sort((one, other) => one.cost - other.cost || one.number - other.number);
      return found.filter((one) => one.cost <= found[0].cost + 0.5).slice(0, 4);
    }

    cost({ word, open, most, key, letters }, number, strange) {
      const longer = this.dictionary.lengthOf(number) - word.length;
      const within = strange ? Math.min(most, STRANGE_MOST) : most;
      if (longer < -3 || (longer > 3 && (!open || strange))) return Infinity;
      const its = this.lettersIn(number);
      if (its === DIGITS) return Infinity;
      if (longer <= 3 && manyBits(letters ^ its) <= 2 * within + 1) {
        const edits = distance(word, this.dictionary.word(number), within);
        if (edits <= within) return edits + strange;
        if (key.length > 2 && this.keyOf(number) === key) return 0.6 + strange;
      }
      const begins = open && word.length > 4 && longer > 0 && !strange && manyBits(letters & ~its) <= 1;
      return begins && distance(word, this.dictionary.word(number).slice(0, word.length), 1) <= 1 ? 1.6 : Infinity;
    }

    lettersIn(number) {
      const { text, starts } = this.dictionary;
      return this.letters[number] || (this.letters[number] = lettersOf(text, starts[number], starts[number + 1]));
    }

    keyOf(number) {
      if (!this.keys[number]) this.keys[number] = phoneticKey(this.dictionary.word(number));
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
