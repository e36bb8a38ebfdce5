import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import german from './de';
import { messages } from './messages';

type Messages = { [key: string]: string | Messages };

function keysOf(tree: Messages, prefix = ''): string[] {
  return Object.entries(tree).flatMap(([key, value]) =>
    typeof value === 'string'
      ? [`${prefix}${key}`]
      : keysOf(value, `${prefix}${key}.`),
  );
}

function textsOf(tree: Messages): Record<string, string> {
  const texts = keysOf(tree).map(key => [
    key,
    key.split('.').reduce<any>((branch, part) => branch[part], tree) as string,
  ]);
  return Object.fromEntries(texts);
}

function sources(): string {
  const root = join(__dirname, '..');
  return readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter(file => /\.tsx?$/.test(file) && !/test|translation/.test(file))
    .map(file => readFileSync(join(root, file), 'utf8'))
    .join('\n');
}

describe('autonomyTranslationRef', () => {
  it('has no text that nothing shows', () => {
    const text = sources();
    const used = [...text.matchAll(/['`](\w+(?:\.[\w${}.-]+)+)['`]/g)].map(
      ([, key]) =>
        new RegExp(`^${key.replace(/\$\{[^}]+\}/g, '[\\w-]+')}(_one|_other)?$`),
    );

    expect(
      keysOf(messages).filter(key => !used.some(pattern => pattern.test(key))),
    ).toEqual([]);
  });

  it('has both forms of every plural', () => {
    const keys = keysOf(messages);
    const forms = (suffix: string) =>
      keys
        .filter(key => key.endsWith(suffix))
        .map(key => key.slice(0, -suffix.length));

    expect(forms('_one')).toEqual(forms('_other'));
  });

  it('is there in German, with the same figures in every text', () => {
    const english = textsOf(messages);
    const figures = (text: string) => [...text.matchAll(/{{\w+}}/g)].sort();

    expect(Object.keys(german).sort()).toEqual(Object.keys(english).sort());
    for (const [key, text] of Object.entries<string>(german)) {
      expect([key, figures(text).join()]).toEqual([
        key,
        figures(english[key]).join(),
      ]);
      expect(text.trim()).not.toBe('');
    }
  });
});
