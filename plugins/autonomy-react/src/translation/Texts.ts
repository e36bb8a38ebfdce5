/**
 * The same keys with other words: whoever adds a language finds a missing text by compiling.
 * @public
 */
export type Texts<T> = {
  [K in keyof T]: T[K] extends string ? string : Texts<T[K]>;
};
