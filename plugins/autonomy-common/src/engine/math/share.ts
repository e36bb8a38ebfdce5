/** `(1 + good) / (1 + all)`: one failure among few weighs less than it would bare. Model section 2. */
export function share(good: number, all: number): number {
  return (1 + good) / (1 + all);
}
