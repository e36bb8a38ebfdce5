/** What went wrong in the backend's own words, which the client keeps as the cause. */
export function messageOf(error: unknown): string {
  const { cause, message } = error as { cause?: unknown; message?: string };
  const reason = (cause as { message?: unknown } | undefined)?.message;
  return typeof reason === 'string' && reason !== ''
    ? reason
    : message ?? String(error);
}
