/* Reads what classeur/writers/search packs: numbers, and the pages that hold each stem. */
(function (scope) {
  'use strict';

  const ALPHABET = Array.from({ length: 94 }, (_, place) => String.fromCharCode(0x21 + place))
    .filter((character) => !'"\'\\<&'.includes(character)).join('');
  const VALUE = new Uint8Array(128);
  Array.from(ALPHABET).forEach((character, value) => { VALUE[character.charCodeAt(0)] = value; });

  // A row of packed numbers, read one after the other from a place on.
  class Numbers {
    constructor(packed, at) {
      this.packed = packed;
      this.at = at || 0;
    }

    get isRead() {
      return this.at >= this.packed.length;
    }

    next() {
      let high = 0, value = VALUE[this.packed.charCodeAt(this.at++)];
      for (; value >= 45; value = VALUE[this.packed.charCodeAt(this.at++)]) high = high * 44 + value - 44;
      return high * 45 + value;
    }

    skip(many) {
      for (; many; this.at += 1) if (VALUE[this.packed.charCodeAt(this.at)] < 45) many -= 1;
    }
  }

  function unpackNumbers(packed) {
    const numbers = [], row = new Numbers(packed);
    while (!row.isRead) numbers.push(row.next());
    return numbers;
  }

  // The pages that hold a stem: what their fields hold of it, and where in `packed` its passages stand.
  function unpackHolders(packed) {
    const row = new Numbers(packed), pages = [], counts = [], placesAt = [];
    let page = -1;
    while (!row.isRead) {
      const gap = row.next();
      page += (gap >> 1) + 1;
      pages.push(page);
      counts.push(gap & 1 ? row.next() : 1);
      placesAt.push(gap & 1 ? row.at : -row.at); // a single passage is told by the sign
      row.skip(gap & 1 ? row.next() : 1);
    }
    return { packed, pages, counts, placesAt };
  }

  // The passages of the page at this rank of the holders.
  function placesOf(holders, rank) {
    const at = holders.placesAt[rank], row = new Numbers(holders.packed, Math.abs(at)), places = [];
    if (at < 0) return [row.next()];
    let passage = 0;
    for (let many = row.next(); many; many -= 1) places.push(passage += row.next());
    return places;
  }

  // Where each part of the texts begins: [page, passage]. A part that begins inside a page shares it with the one before.
  function unpackParts(packed) {
    const numbers = unpackNumbers(packed), starts = [];
    let page = 0;
    for (let at = 0; at < numbers.length; at += 2) {
      if (numbers[at + 1]) page -= 1;
      starts.push([page, numbers[at + 1]]);
      page += numbers[at];
    }
    return starts;
  }

  // Where a page stands in a rising list of pages, or -1.
  function rankOf(pages, page) {
    let low = 0, high = pages.length - 1;
    while (low <= high) {
      const middle = (low + high) >> 1;
      if (pages[middle] === page) return middle;
      if (pages[middle] < page) low = middle + 1;
      else high = middle - 1;
    }
    return -1;
  }

  scope.classeurSearchData = { unpackNumbers, unpackHolders, unpackParts, placesOf, rankOf };
}(typeof window === 'undefined' ? globalThis : window));
