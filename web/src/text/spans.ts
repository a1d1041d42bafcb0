// Spans of the reading are byte offsets into UTF-8; the screen counts in UTF-16. A text is looked at once, and only of
// characters that take more than one byte is anything kept.

/** A character of more than one byte: where it begins and ends, in bytes and in UTF-16 units. */
interface Wide {
  byte: number;
  unit: number;
  byteEnd: number;
  unitEnd: number;
}

/** Converts between byte offsets and UTF-16 offsets of one text. */
export class Spans {
  private readonly wide: Wide[] = [];
  /** How many bytes the text has. */
  readonly byteLength: number;
  /** How many UTF-16 units it has. */
  readonly unitLength: number;

  constructor(text: string) {
    let byte = 0;
    let unit = 0;
    while (unit < text.length) {
      const code = text.codePointAt(unit)!;
      const size = code < 0x80 ? 1 : code < 0x800 ? 2 : code > 0xffff ? 4 : 3;
      const units = code > 0xffff ? 2 : 1;
      if (size > 1) this.wide.push({ byte, unit, byteEnd: byte + size, unitEnd: unit + units });
      byte += size;
      unit += units;
    }
    this.byteLength = byte;
    this.unitLength = unit;
  }

  /** The UTF-16 offset of a byte offset; one inside a character is taken to where the character begins. */
  toUnits(byte: number): number {
    const at = Math.max(0, Math.min(byte, this.byteLength));
    const mark = this.last((wide) => wide.byte < at);
    if (!mark) return at;
    return at < mark.byteEnd ? mark.unit : mark.unitEnd + (at - mark.byteEnd);
  }

  /** The byte offset of a UTF-16 offset; one inside a surrogate pair is taken to where the character begins. */
  toBytes(unit: number): number {
    const at = Math.max(0, Math.min(unit, this.unitLength));
    const mark = this.last((wide) => wide.unit < at);
    if (!mark) return at;
    return at < mark.unitEnd ? mark.byte : mark.byteEnd + (at - mark.unitEnd);
  }

  /** The last wide character for which `before` holds; it holds for all before one for which it holds. */
  private last(before: (wide: Wide) => boolean): Wide | undefined {
    let low = 0;
    let high = this.wide.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (before(this.wide[middle]!)) low = middle + 1;
      else high = middle;
    }
    return this.wide[low - 1];
  }
}
