/** Whether somebody else was quicker, or something stands in the way. */
export function isConflict(error: unknown): boolean {
  const { name, statusCode } = error as { name?: string; statusCode?: number };
  return name === 'ConflictError' || statusCode === 409;
}
