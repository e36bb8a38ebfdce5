import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { messages } from './translation';

type Messages = { [key: string]: string | Messages };

function keysOf(tree: Messages, prefix = ''): string[] {
  return Object.entries(tree).flatMap(([key, value]) =>
    typeof value === 'string'
      ? [`${prefix}${key}`]
      : keysOf(value, `${prefix}${key}.`),
  );
}

function sources(): string {
  return readdirSync(__dirname, { recursive: true, encoding: 'utf8' })
    .filter(file => /\.tsx?$/.test(file) && !/test|translation/.test(file))
    .map(file => readFileSync(join(__dirname, file), 'utf8'))
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
});
