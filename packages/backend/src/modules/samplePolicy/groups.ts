/** Who the sample organisation trusts with what, by group. */
export const groups = {
  /** See restricted entities they do not own. */
  readEverything: /^group:default\/(platform-team|leadership|.+-board)$/,
  /** Decide for their governance domain. */
  decide: /^group:default\/.+-board$/,
  /** Write what holds for everybody. */
  writePolicy: /^group:default\/(platform-team|leadership)$/,
  /** Bring in evidence, see whether it arrives, and change the catalog. */
  operatePlatform: /^group:default\/platform-team$/,
};

/** An entity with this label is for its owners and `groups.readEverything`. */
export const restrictedLabel = {
  label: 'autonomy.example/visibility',
  value: 'restricted',
};
