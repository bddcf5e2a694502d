import { useState } from 'react';
import { Link, useLocation } from 'wouter';
import { useAccess } from '../chain/access.ts';
import { useT } from '../messages/useMessages.ts';
import { paths } from '../paths.ts';
import { Dialog } from '../ui/Dialog.tsx';
import { Icon } from '../ui/Icon.tsx';
import styles from './Navigation.module.css';
import { type NavigationItem, navigationFor } from './navigationFor.ts';

/** As many as fit beside each other on a phone, the button for the others included; wide screens show all. */
const room = 4;

/** What the connected wallet can go to: at the top on wide screens, at the foot on phones. */
export function Navigation() {
  const t = useT();
  const [isOpen, setOpen] = useState(false);
  const items = navigationFor(useAccess());
  const hasMore = items.length > room;
  const first = hasMore ? room - 1 : room;
  return (
    <nav aria-label={t('shell.navigation')} className={`${styles.navigation} ${hasMore ? styles.many : ''}`}>
      <ul className={styles.list}>
        {items.map((item, index) => (
          <li key={item.path} className={index < first ? '' : styles.wideOnly}>
            <NavigationLink item={item} />
          </li>
        ))}
        {hasMore && (
          <li className={styles.narrowOnly}>
            <button
              type="button"
              className={`${styles.link} ${styles.more}`}
              aria-haspopup="dialog"
              onClick={() => setOpen(true)}
            >
              <Icon name="more" />
              {t('shell.more')}
            </button>
          </li>
        )}
      </ul>
      <Dialog title={t('shell.navigation')} open={isOpen} onClose={() => setOpen(false)}>
        <ul className={styles.menu}>
          {items.slice(first).map(({ path, icon, label }) => (
            <li key={path}>
              <Link href={path} onClick={() => setOpen(false)}>
                <Icon name={icon} /> {t(label)}
              </Link>
            </li>
          ))}
        </ul>
      </Dialog>
    </nav>
  );
}

function NavigationLink({ item: { path, icon, label } }: { item: NavigationItem }) {
  const t = useT();
  const [location] = useLocation();
  return (
    <Link href={path} className={styles.link} aria-current={isAt(location, path) ? 'page' : undefined}>
      <Icon name={icon} />
      {t(label)}
    </Link>
  );
}

/** The pages below an item's own are its too, such as one connection's readings; only the overviews stand above all others. */
function isAt(location: string, path: string): boolean {
  const isOverview = path === paths.home || path === paths.board;
  return location === path || (!isOverview && location.startsWith(`${path}/`));
}
