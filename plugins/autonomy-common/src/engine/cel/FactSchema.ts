/** What a fact holds. `instant` is a text such as `2026-06-01T12:00:00Z`. @public */
export type FactType =
  | 'boolean'
  | 'number'
  | 'text'
  | 'instant'
  | 'numbers'
  | 'texts'
  | 'any';

/** The facts of one collector: type by path below the collector, e.g. `owner.exists`. @public */
export type FactSchema = Readonly<Record<string, FactType>>;

/** What is known of facts, by collector; of any other collector nothing is. @public */
export type FactSchemas = Readonly<Record<string, FactSchema>>;
