/* The words to mark in a result: those typed, and what stands for them where it was found. */
(function (scope) {
  'use strict';

  const { words } = scope.classeurSearchAnalysis;

  // The letter that stands at a place of a text, as a bit; 0 for one with an accent, and for a figure.
  function bitOf(text, place) {
    const letter = (text.charCodeAt(place) | 32) - 97;
    return letter >= 0 && letter < 26 ? 1 << letter : 0;
  }

  const FAR = 4; // words from one word of a meaning to the next, small words between them counted

  class Marks {
    constructor(dictionary) {
      this.dictionary = dictionary;
      this.stemsOf = new Map();
    }

    // The stems to mark in every result: the words typed and those that alone stand for one.
    of(concepts) {
      const stems = new Set();
      for (const one of concepts) {
        const alone = one.phrases.filter((phrase) => phrase.any.length === 1).map((phrase) => phrase.any[0]);
        for (const numbers of [one.stems.keys(), one.begun, ...alone]) for (const number of numbers) stems.add(number);
      }
      return this.withLetters(stems);
    }

    // A meaning in several words is marked where it stands whole: each of its words alone says nothing.
    in({ page }, concepts, found) {
      const here = concepts.flatMap((one) => one.phrases).filter((phrase) => phrase.held && phrase.held.has(page));
      return { ...found, wholes: here.map(({ any }) => any.map((stems) => this.withLetters(new Set(stems)))) };
    }

    // Which of the words of a text are to be marked, in their order.
    among(written, { wholes, ...found }) {
      const marks = written.map((word) => this.isMarked(word, found));
      for (const whole of wholes) written.forEach((_, at) => this.markWhole(written, at, whole, marks));
      return marks;
    }

    markWhole(written, at, whole, marks) {
      const places = [];
      for (let step = 0, next = at; step < whole.length; step += 1) {
        const last = step ? Math.min(next + FAR, written.length) : next + 1;
        while (next < last && !this.isMarked(written[next], whole[step])) next += 1;
        if (next === last) return;
        places.push(next);
        next += 1;
      }
      for (const place of places) marks[place] = true;
    }

    // Stems to mark, and the letters that their words begin with.
    withLetters(stems) {
      const { text, starts, firstWord } = this.dictionary;
      let letters = 0;
      for (const number of stems) {
        for (let form = firstWord[number]; form < firstWord[number + 1]; form += 1) letters |= bitOf(text, starts[form]);
      }
      return { stems, letters };
    }

    // Whether a word, as a text writes it, is to be marked. Texts hold few different words: each is read once.
    isMarked(written, marked) {
      const letter = bitOf(written, 0);
      if (letter && !(letter & marked.letters)) return false;
      let stems = this.stemsOf.get(written);
      if (!stems) {
        const read = /^[a-z0-9]+$/.test(written) ? [written] : words(written);
        const numbers = read.map((word) => this.dictionary.numberOf(word)).filter((number) => number !== undefined);
        stems = numbers.map((number) => this.dictionary.stemOf[number]);
        this.stemsOf.set(written, stems);
      }
      return stems.some((stemmed) => marked.stems.has(stemmed));
    }
  }

  scope.classeurSearchMarks = { Marks };
}(typeof window === 'undefined' ? globalThis : window));
