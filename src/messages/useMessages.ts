import { useLingui } from '@lingui/react';
import { createContext, useContext, useMemo } from 'react';
import { createFormat, type Format } from './format.ts';
import { say, type Translate, type Words } from './words.ts';

/** What the figures of a deployment need: the signs of its currency and of its coin, and its local time. */
export const FormatSettingsContext = createContext({ currencySymbol: '', coinSymbol: '', utcOffset: 0 });

/** `t('bill.due', { date })`: a message of the catalogue in the language chosen. */
export function useT(): Translate {
  const lingui = useLingui();
  return useMemo(() => (key, values) => lingui.i18n._(key, values), [lingui]);
}

/** Money, energy, load and dates as text. */
export function useFormat(): Format {
  const settings = useContext(FormatSettingsContext);
  const t = useT();
  return useMemo(() => createFormat({ ...settings, months: t('common.months').split(' ') }), [settings, t]);
}

/** Puts {@link Words} into a sentence. */
export function useWords(): (words: Words) => string {
  const t = useT();
  const format = useFormat();
  return useMemo(() => (words) => say(words, t, format), [t, format]);
}
