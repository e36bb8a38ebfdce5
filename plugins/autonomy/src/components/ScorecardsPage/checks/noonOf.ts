/** Noon of a UTC day, so that it is the same date wherever the reader is. */
export function noonOf(day: string): number {
  return Date.parse(`${day}T12:00:00Z`);
}
