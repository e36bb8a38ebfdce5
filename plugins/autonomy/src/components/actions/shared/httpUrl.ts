/** Whether an address leads to a page, and to nothing that a browser would run. */
export function isHttpUrl(url: string): boolean {
  try {
    return /^https?:\/\/\S+$/i.test(url) && new URL(url).hostname !== '';
  } catch {
    return false;
  }
}
