import type { ComponentProps } from 'react';
import { Link } from 'wouter';
import styles from './Button.module.css';
import { Icon, type IconName } from './Icon.tsx';

interface Look {
  /** `accent` is for the one thing a page is about, such as paying. */
  variant?: 'primary' | 'accent' | 'secondary' | 'quiet' | 'danger';
  icon?: IconName;
  /** As broad as what it stands in. */
  wide?: boolean;
}

type ButtonProps = Look & ComponentProps<'button'> & { busy?: boolean };

/** While busy or disabled it keeps the focus and does nothing. */
export function Button({ variant = 'primary', icon, wide, busy, disabled, onClick, children, ...rest }: ButtonProps) {
  const idle = busy || disabled;
  return (
    <button
      type="button"
      {...rest}
      className={look({ variant, wide })}
      aria-busy={busy || undefined}
      aria-disabled={idle || undefined}
      onClick={idle ? (event) => event.preventDefault() : onClick}
    >
      {busy ? <span className={styles.spinner} /> : icon && <Icon name={icon} />}
      {children}
    </button>
  );
}

/** A link to another page of the app that looks like a button. */
export function LinkButton({
  variant = 'primary',
  icon,
  wide,
  to,
  children,
}: Look & { to: string; children: React.ReactNode }) {
  return (
    <Link href={to} className={look({ variant, wide })}>
      {icon && <Icon name={icon} />}
      {children}
    </Link>
  );
}

function look({ variant = 'primary', wide }: Look): string {
  return [styles.button, styles[variant], wide && styles.wide].filter(Boolean).join(' ');
}
