import type { ComponentProps } from 'react';
import { Button } from './Button.tsx';

interface DownloadButtonProps extends Pick<ComponentProps<typeof Button>, 'variant' | 'children'> {
  /** The file's name, with its ending. */
  name: string;
  /** Made when it is asked for. */
  text: () => string;
  /** Such as text/csv. */
  type: string;
}

/** Hands the user a file that the page makes itself. */
export function DownloadButton({ name, text, type, variant = 'secondary', children }: DownloadButtonProps) {
  const download = () => {
    const url = URL.createObjectURL(new Blob([text()], { type: `${type};charset=utf-8` }));
    Object.assign(document.createElement('a'), { href: url, download: name }).click();
    setTimeout(() => URL.revokeObjectURL(url), 10_000);
  };
  return (
    <Button variant={variant} icon="download" onClick={download}>
      {children}
    </Button>
  );
}
