/**
 * What evaluations are measured by.
 *
 * @internal
 */
export interface EvaluationTelemetry {
  /** Measures a batch of so many entities. */
  batch<T>(entities: number, work: () => Promise<T>): Promise<T>;
  counted(
    outcome: 'written' | 'unchanged' | 'failed' | 'fenced',
    entities: number,
  ): void;
  /** Changes that nobody had noted were found. */
  missed(entities: number): void;
  /** Measures a part of the search for them. */
  sweep<T>(work: () => Promise<T>): Promise<T>;
}

/**
 * For where nobody measures.
 *
 * @internal
 */
export const noTelemetry: EvaluationTelemetry = {
  batch: (_, work) => work(),
  counted: () => {},
  missed: () => {},
  sweep: work => work(),
};
