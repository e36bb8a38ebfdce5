/** One figure that tells whether an objective is reached. @public */
export interface ObjectiveMeasure {
  title: string;
  /** What is aimed at, in words: `99.9 %`. */
  target: string;
  /** What was measured last, in words; absent where nothing was. */
  current?: string;
  /** UTC milliseconds. */
  measuredAt?: number;
}

/** The north star of a governance domain. Instants are UTC milliseconds. Model section 1. @public */
export interface Objective {
  domainRef: string;
  statement: string;
  measures: ObjectiveMeasure[];
  /** Group that answers for it. */
  ownerRef: string;
  /** When it is looked at again. */
  reviewAt: number;
  updatedAt: number;
  updatedBy: string;
}

/** @public */
export type NewObjective = Omit<
  Objective,
  'domainRef' | 'updatedAt' | 'updatedBy'
>;
