import { useState } from 'react';
import { useFormat, useT } from '../messages/useMessages.ts';
import styles from './Hex.module.css';
import { Icon } from './Icon.tsx';

/** An address or a hash: short to read, whole to copy. `full` shows all of it, as on a receipt. */
export function Hex({ value, full }: { value: string; full?: boolean }) {
  const t = useT();
  const format = useFormat();
  const [copied, setCopied] = useState(false);
  const copy = async () => {
    await navigator.clipboard.writeText(value);
    setCopied(true);
    setTimeout(() => setCopied(false), 2000);
  };
  return (
    <span className={styles.hex}>
      <code title={value}>{full ? value : format.short(value)}</code>
      {navigator.clipboard && (
        <button
          type="button"
          className={styles.copy}
          aria-label={t('common.copy', { what: format.short(value) })}
          onClick={copy}
        >
          <Icon name={copied ? 'check' : 'copy'} size={16} />
        </button>
      )}
      <span className={styles.copied} aria-live="polite">
        {copied && t('common.copied')}
      </span>
    </span>
  );
}
