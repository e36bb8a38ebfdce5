/**
 * @returns the value, or what is wrong in the words of the parser
 * @internal
 */
export function parseJson(
  text: string,
):
  | { value: unknown; mistake?: undefined }
  | { value?: undefined; mistake: string } {
  try {
    return { value: JSON.parse(text) };
  } catch (error) {
    return { mistake: error instanceof Error ? error.message : String(error) };
  }
}
