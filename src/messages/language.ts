import english from 'virtual:messages/en/first';
import { type Messages, setupI18n } from '@lingui/core';
import { store, stored } from '../storage.ts';
import { isLanguage, type Language, languages } from './languages.ts';

const storageKey = 'bijuli.language';

const load: Record<Language, () => Promise<Messages>> = {
  en: async () => ({ ...english, ...(await import('virtual:messages/en/rest')).default }),
  as: async () => (await import('virtual:messages/as')).default,
  hi: async () => (await import('virtual:messages/hi')).default,
  bn: async () => (await import('virtual:messages/bn')).default,
};

/**
 * The one catalogue of the page. Of English there is from the start what a visitor's first page needs, and the rest comes with the first screen that needs
 * it; another language is fetched whole when it is chosen.
 */
export const i18n = setupI18n();
activate('en', english);

export function currentLanguage(): Language {
  return i18n.locale as Language;
}

/** Switches the page over and remembers it. Rejects, and changes nothing, when the catalogue can't be fetched. */
export async function chooseLanguage(language: Language): Promise<void> {
  activate(language, await load[language]());
  store(storageKey, language);
}

/** Sees to it that every message is there, for screens beyond the first. */
export async function completeMessages(): Promise<void> {
  if (i18n.locale === 'en') i18n.load('en', await load.en());
}

/** Takes up the language of the last visit, else the browser's first one that there is. Never rejects: English is always there. */
export async function restoreLanguage(): Promise<void> {
  const wanted = [stored(storageKey), ...navigator.languages.map((tag) => tag.split('-')[0])];
  const language = wanted.find(isLanguage) ?? 'en';
  if (language === 'en') return;
  await load[language]().then(
    (messages) => activate(language, messages),
    () => undefined,
  );
}

function activate(language: Language, messages: Messages): void {
  i18n.load(language, messages);
  i18n.activate(language, languages[language].locale);
  if (typeof document !== 'undefined') document.documentElement.lang = language;
}
