/** An expression that cannot be used. @public */
export class ExpressionError extends Error {
  /** Offset of the first wrong character, from 0. */
  readonly position: number;

  constructor(message: string, position: number) {
    super(`${message} (at character ${position + 1})`);
    this.name = 'ExpressionError';
    this.position = position;
  }
}
