/** One of the people of the sample organisation. */
export type Person = {
  /** The name of the `User` entity. */
  id: string;
  name: string;
  role: string;
  team: string;
  sees: string;
};

export const people: Person[] = [
  {
    id: 'dana.developer',
    name: 'Dana Developer',
    role: 'Developer',
    team: 'Payments team',
    sees: 'Sees what her team may decide alone and what is in the way. Restricted services of other teams stay hidden from her.',
  },
  {
    id: 'liam.lead',
    name: 'Liam Lead',
    role: 'Team lead',
    team: 'Payments team',
    sees: 'Sees the services he answers for: their level, their guardrails, and the shortest way to the next level.',
  },
  {
    id: 'petra.platform',
    name: 'Petra Platform',
    role: 'Platform engineer',
    team: 'Platform team',
    sees: 'Sees every service of the organisation, restricted ones too. She alone may bring in evidence.',
  },
  {
    id: 'bo.board',
    name: 'Bo Board',
    role: 'Board member',
    team: 'Payments board',
    sees: 'Sees every service that a board has to judge: who has earned which freedom, and on what record.',
  },
  {
    id: 'cleo.cto',
    name: 'Cleo CTO',
    role: 'CTO',
    team: 'Leadership',
    sees: 'Sees the whole organisation: where teams are ready for more autonomy and where a boundary is breached.',
  },
];

/** Further members of boards: some decisions need two of them. */
export const furtherPeople: Person[] = [
  {
    id: 'ingrid.moe',
    name: 'Ingrid Moe',
    role: 'Board member',
    team: 'Payments board',
    sees: 'Sits beside Bo: what needs two votes in payments needs hers too.',
  },
  {
    id: 'aiko.mori',
    name: 'Aiko Mori',
    role: 'Developer and board member',
    team: 'Reader team and content board',
    sees: 'Decides for content, but never about the services of her own team: for those she asks.',
  },
  {
    id: 'greta.holm',
    name: 'Greta Holm',
    role: 'Board member',
    team: 'Content board',
    sees: 'Has a promotion waiting that needs two votes, and the audits of the quarter.',
  },
  {
    id: 'tomas.reyes',
    name: 'Tomas Reyes',
    role: 'Developer and board member',
    team: 'Discovery team and content board',
    sees: 'Gives the second vote in content, and asks for his own services.',
  },
];
