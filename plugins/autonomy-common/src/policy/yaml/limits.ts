/** How large the text of documents may be, so that what is wrong with it is said at once. */
export const TEXT_LIMITS = {
  bytes: 512_000,
  /** Words and signs of the YAML; well-filled files of the full size have fewer. */
  lexemes: 150_000,
  documents: 200,
  /** Lists and maps inside of each other, aliases followed. */
  depth: 50,
  /** Items of a list, fields of a map. */
  items: 1000,
  aliases: 100,
  /** Values of a document, aliases followed. */
  values: 100_000,
  /** Mistakes that are told. */
  issues: 100,
};

/** As many keys as say where something is, however deep it stands. */
export const SHOWN_KEYS = 3;

const GROUPED = new Intl.NumberFormat('en');

/** `expected at most 1,000 items, found 5,000 items` */
export function atMost(
  limit: number,
  found: number | 'more',
  unit = '',
): string {
  const written = (figure: number) =>
    `${GROUPED.format(figure)}${unit && ` ${unit}`}`;
  return `expected at most ${written(limit)}, found ${
    found === 'more' ? found : written(found)
  }`;
}
