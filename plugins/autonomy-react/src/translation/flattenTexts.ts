type Tree = { [key: string]: string | Tree };

/** The dotted keys of nested texts. @public */
export type TextKeys<T> = {
  [K in keyof T & string]: T[K] extends string
    ? K
    : TextKeys<T[K]> extends infer Nested extends string
    ? `${K}.${Nested}`
    : never;
}[keyof T & string];

/** The text at a dotted key of nested texts. @public */
export type TextAt<T, K extends string> = K extends keyof T
  ? Extract<T[K], string>
  : K extends `${infer Group}.${infer Rest}`
  ? Group extends keyof T
    ? TextAt<T[Group], Rest>
    : never
  : never;

/**
 * Nested texts by their dotted keys, each with its words: the placeholders that it asks for are known to the compiler.
 * A report names this type instead of listing every text, in an order that depends on what was compiled before.
 * @public
 */
export type FlatMessages<T> = { readonly [K in TextKeys<T>]: TextAt<T, K> };

/** Nested texts by their dotted keys. @public */
export type FlatTexts<T> = { [K in TextKeys<T>]: string };

/** Nested texts by their dotted keys, which is how a translation wants them. @public */
export function flattenTexts<T extends object>(texts: T): FlatTexts<T> {
  const walk = (branch: Tree, prefix: string): [string, string][] =>
    Object.entries(branch).flatMap(([key, value]) =>
      typeof value === 'string'
        ? [[`${prefix}${key}`, value] as [string, string]]
        : walk(value, `${prefix}${key}.`),
    );
  return Object.fromEntries(walk(texts as Tree, '')) as FlatTexts<T>;
}
