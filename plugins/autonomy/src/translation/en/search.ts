/** Results of the portal's search. */
export const search = {
  search: {
    readiness: 'Readiness',
  },
} as const;
