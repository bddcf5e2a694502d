/** The four languages, each by its own name. `locale` rules plurals and digit grouping; browsers that lack Assamese data count as in Bengali, which has the same rules. */
export const languages = {
  en: { name: 'English', locale: 'en-IN' },
  as: { name: 'অসমীয়া', locale: 'bn-u-nu-latn' },
  hi: { name: 'हिन्दी', locale: 'hi-u-nu-latn' },
  bn: { name: 'বাংলা', locale: 'bn-u-nu-latn' },
} as const;

export type Language = keyof typeof languages;

export function isLanguage(value: unknown): value is Language {
  return typeof value === 'string' && Object.hasOwn(languages, value);
}
