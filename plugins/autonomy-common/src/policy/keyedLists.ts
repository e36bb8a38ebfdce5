/** Lists of a policy whose items are told apart by a key, and merged by it; every other list is replaced. */
export const KEYED_LISTS: Readonly<Record<string, string>> = {
  levels: 'level',
  areas: 'id',
};
