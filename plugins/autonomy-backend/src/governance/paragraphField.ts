import { z } from 'zod';
import { textField } from '../ingestion';

/**
 * What somebody wrote, in one line: breaks and repeated blanks become one blank.
 *
 * @internal
 */
export function paragraphField(minLength: number, maxLength: number) {
  const error = `a text of ${minLength} to ${maxLength} characters`;
  return z
    .string({ error })
    .transform(text => text.replace(/\s+/gu, ' ').trim())
    .pipe(textField(maxLength).min(minLength, { error }));
}
