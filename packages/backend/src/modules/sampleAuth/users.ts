/** Everybody who can sign in: the `User` entities of the sample organisation. */
export const sampleUsers: readonly string[] = [
  'dana.developer',
  'liam.lead',
  'petra.platform',
  'bo.board',
  'cleo.cto',
  'ingrid.moe',
  'greta.holm',
  'tomas.reyes',
  'aiko.mori',
];

/** The request header in which the sign-in page names the chosen user. */
export const SAMPLE_USER_HEADER = 'x-sample-user';
