/** A value as somebody would write it in a document. */
export function valueText(value: unknown): string {
  if (typeof value === 'string') return value;
  return Array.isArray(value) && value.every(item => typeof item === 'string')
    ? value.join(', ')
    : JSON.stringify(value);
}
