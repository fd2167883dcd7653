/* Everyday words and what they lead to in the texts: the list that classeur/writers/search/lay_words.py makes. */
(function (scope) {
  'use strict';

  // Everyday words; each next meaning of theirs; typed far apart; a part of a longer phrase that is typed.
  const LAY = 0.5, LATER = 0.2, LOOSE = 0.8, WITHIN = 0.7;
  // Words shared with phrases of the list, none of which is typed whole: what a later meaning, and a word that the list
  // does not hold, weigh; the share of the query that they must make.
  const LATER_NEAR = 0.5, UNKNOWN = 4, LEAST = 0.6;

  // The place where the words of a phrase stand one after the other, -1 if nowhere.
  const placeOf = (phrase, stems) => stems.findIndex((_, at) => phrase.every((wanted, step) => wanted === stems[at + step]));
  const meaningsOf = (line) => line.slice(line.indexOf('>') + 1).split('|');
  const wordsOf = (line) => line.slice(0, line.indexOf('>')).split(' ');

  function under(table, key) {
    if (!table.has(key)) table.set(key, []);
    return table.get(key);
  }

  class Everyday {
    // Packed, what leads to the same stands on one line: « typed,typed>sought|sought ».
    constructor(packed) {
      this.lines = [];
      for (const line of packed) {
        const [typed, sought] = line.split('>');
        for (const phrase of typed.split(',')) this.lines.push(`${phrase}>${sought}`);
      }
      this.byFirst = new Map();
      for (const line of this.lines) under(this.byFirst, /^[^ >]*/.exec(line)[0]).push(line);
    }

    // What broad stems lead to: [{ from, to, weight }], `to` each meaning with what it weighs: [[phrase, weight]].
    meanings(stems, isTyped) {
      const found = this.phrases(stems).map(({ from, to, weight }) => (
        { from, to: to.map((phrase, rank) => [phrase, weight / (1 + LATER * rank)]) }));
      const isSaid = (one) => found.some(({ from }) => one.from.every((word) => from.includes(word)));
      return [...found, ...this.nearest(stems, isTyped).filter((one) => !isSaid(one))];
    }

    // The phrases whose words are all typed, side by side or not: [{ from, to, isWhole, weight }].
    phrases(stems) {
      const found = [];
      for (const first of new Set(stems)) {
        for (const line of this.byFirst.get(first) || []) {
          const from = wordsOf(line);
          if (!from.every((wanted) => stems.includes(wanted))) continue;
          const isWhole = placeOf(from, stems) >= 0;
          found.push({ from, to: meaningsOf(line), isWhole, weight: isWhole ? LAY : LAY * LOOSE });
        }
      }
      const whole = found.filter((one) => one.isWhole && one.from.length > 1);
      for (const one of found) {
        const isPart = ({ from }) => from.length > one.from.length && one.from.every((word) => from.includes(word));
        if (whole.some(isPart)) one.weight *= WITHIN;
      }
      // In "aider qui veut mourir", « mourir » belongs to what it stands by: « aide à mourir » was not meant.
      const takes = (one) => ({ from }) => from.length >= one.from.length && from.some((word) => one.from.includes(word));
      return found.filter((one) => one.isWhole || !whole.some(takes(one)));
    }

    // The meanings that several words typed lead to best together, each by a phrase of its own: nobody tells a pain in the very
    // words of a list (ADR 0059).
    // `isTyped` tells whether a word of a meaning is typed: who knows the word of the texts needs no other.
    nearest(stems, isTyped) {
      const typed = new Set(stems), told = new Map(); // by meaning: each word that leads to it, with its weight
      if (typed.size < 2) return [];
      let total = 0;
      for (const word of typed) {
        const lines = this.holding.get(word) || [];
        const rarity = lines.length ? Math.log(1 + this.lines.length / lines.length) : UNKNOWN;
        total += rarity;
        for (const line of lines) this.tell(told, word, rarity, line);
      }
      let most = LEAST, near = [];
      for (const [phrase, leading] of told) {
        const share = Array.from(leading.values()).reduce((sum, weight) => sum + weight, 0) / total;
        if (leading.size < 2 || share < most || isTyped(phrase)) continue;
        if (share > most) near = [];
        near.push({ from: Array.from(leading.keys()), to: [[phrase, LAY * share]] });
        most = share;
      }
      return near;
    }

    tell(told, word, rarity, line) {
      meaningsOf(line).forEach((phrase, rank) => {
        if (!told.has(phrase)) told.set(phrase, new Map());
        const leading = told.get(phrase), weight = rarity / (1 + LATER_NEAR * rank);
        if (!(leading.get(word) >= weight)) leading.set(word, weight);
      });
    }

    // By word, the lines whose phrase holds it; made for the first query of several words.
    get holding() {
      if (!this.held) {
        this.held = new Map();
        for (const line of this.lines) for (const word of wordsOf(line)) under(this.held, word).push(line);
      }
      return this.held;
    }
  }

  scope.classeurSearchEveryday = { Everyday };
}(typeof window === 'undefined' ? globalThis : window));
