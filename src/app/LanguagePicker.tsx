import { useState } from 'react';
import { chooseLanguage, currentLanguage } from '../messages/language.ts';
import { type Language, languages } from '../messages/languages.ts';
import { useT } from '../messages/useMessages.ts';
import { Icon } from '../ui/Icon.tsx';
import styles from './LanguagePicker.module.css';

/** Each language by its own name. */
export function LanguagePicker() {
  const t = useT();
  const [hasFailed, setFailed] = useState(false);
  const choose = async (language: Language) => {
    setFailed(false);
    await chooseLanguage(language).catch(() => setFailed(true));
  };
  return (
    <span>
      <span className={styles.picker}>
        <Icon name="language" size={18} />
        <select
          className={styles.select}
          aria-label={t('shell.language')}
          value={currentLanguage()}
          onChange={(event) => choose(event.target.value as Language)}
        >
          {Object.entries(languages).map(([code, { name }]) => (
            <option key={code} value={code} lang={code}>
              {name}
            </option>
          ))}
        </select>
      </span>
      {hasFailed && <span role="alert">{t('shell.languageFailed')}</span>}
    </span>
  );
}
