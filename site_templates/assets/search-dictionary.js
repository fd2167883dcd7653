/* The words of the site, read from what classeur/writers/search packs. They stay one text, with the place where each
   begins: to make 39,000 texts of it, and a table of them, would take most of the time before the first answer. */
(function (scope) {
  'use strict';

  const ZERO = 48, NINE = 57, CAPITAL_A = 65, LAST_CAPITAL = 90, LINE = 10; // codes of characters
  const SIDE = 128, LONGEST = 64;

  // What two letters are, as one number.
  const pair = (first, second) => first * SIDE + second;

  // Words stand under their stems, stems under their families, which share a root: all three are told by their number.
  class Dictionary {
    constructor(packed) {
      const most = (packed.length >> 1) + 2; // a word takes a capital and one letter at least
      this.starts = new Int32Array(most);
      this.stemOf = new Int32Array(most);
      this.familyOf = new Int32Array(most);
      this.firstWord = new Int32Array(most); // of each stem
      this.firstStem = new Int32Array(most); // of each family
      this.heads = new Int32Array(SIDE * SIDE).fill(-1); // the last word that begins with two letters…
      this.others = new Int32Array(most); // … and the one before it, by word
      this.read(packed);
    }

    // A word is a capital that says how many letters it shares with the one before, then its own end.
    read(packed) {
      const { starts, stemOf, familyOf, firstWord, firstStem } = this, length = packed.length;
      let bytes = new Uint8Array(2 * length + LONGEST), end = 0, word = 0, stem = 0, family = 0;
      for (let at = 0; at < length; word += 1) {
        if (end + LONGEST > bytes.length) bytes = grown(bytes);
        const shared = packed.charCodeAt(at) - CAPITAL_A;
        if (shared) bytes.copyWithin(end, starts[word - 1], starts[word - 1] + shared);
        starts[word] = end;
        stemOf[word] = stem;
        end += shared;
        let code = packed.charCodeAt(at += 1);
        for (; code > LAST_CAPITAL || (code >= ZERO && code <= NINE); code = packed.charCodeAt(at += 1)) {
          bytes[end] = code;
          end += 1;
        }
        this.link(word, pair(bytes[starts[word]], end - starts[word] > 1 ? bytes[starts[word] + 1] : 0));
        if (code >= CAPITAL_A) continue;
        at += 1;
        stem += 1;
        firstWord[stem] = word + 1;
        if (code === LINE) firstStem[family += 1] = stem;
        familyOf[stem] = family;
      }
      starts[word] = end;
      firstStem[family + 1] = stem;
      this.size = word;
      this.text = new TextDecoder('latin1').decode(bytes.subarray(0, end));
    }

    link(word, letters) {
      this.others[word] = this.heads[letters];
      this.heads[letters] = word;
    }

    word(number) {
      return this.text.slice(this.starts[number], this.starts[number + 1]);
    }

    lengthOf(number) {
      return this.starts[number + 1] - this.starts[number];
    }

    // The number of a word, undefined when the site does not hold it.
    numberOf(word) {
      const letters = pair(word.charCodeAt(0) & 127, word.length > 1 ? word.charCodeAt(1) & 127 : 0);
      for (let number = this.heads[letters]; number >= 0; number = this.others[number]) {
        if (this.lengthOf(number) === word.length && this.text.startsWith(word, this.starts[number])) return number;
      }
      return undefined;
    }

    // The numbers of the words that begin with these letters, two at least, in their order.
    starting(letters) {
      const found = [];
      let number = this.heads[pair(letters.charCodeAt(0) & 127, letters.charCodeAt(1) & 127)];
      for (; number >= 0; number = this.others[number]) {
        const isLongEnough = this.lengthOf(number) >= letters.length;
        if (isLongEnough && this.text.startsWith(letters, this.starts[number])) found.push(number);
      }
      return found.reverse();
    }

    // Calls with the number of each word that begins with a letter and has three letters at least.
    eachFrom(letter, call) {
      const first = letter.charCodeAt(0) & 127;
      for (let second = 0; second < SIDE; second += 1) {
        for (let number = this.heads[pair(first, second)]; number >= 0; number = this.others[number]) {
          if (this.lengthOf(number) > 2) call(number);
        }
      }
    }

    // The words of a stem.
    formsOf(stem) {
      const found = [];
      const { firstWord } = this;
      for (let number = firstWord[stem]; number < firstWord[stem + 1]; number += 1) found.push(this.word(number));
      return found;
    }

    // The stems of a family.
    members(family) {
      const found = [];
      for (let stem = this.firstStem[family]; stem < this.firstStem[family + 1]; stem += 1) found.push(stem);
      return found;
    }
  }

  function grown(bytes) {
    const larger = new Uint8Array(2 * bytes.length);
    larger.set(bytes);
    return larger;
  }

  scope.classeurSearchDictionary = { Dictionary };
}(typeof window === 'undefined' ? globalThis : window));
