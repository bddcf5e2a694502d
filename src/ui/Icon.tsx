const paths = {
  bolt: 'M13 2 4 14h6l-1 8 9-12h-6z',
  home: 'M4 11 12 4l8 7v9h-5v-6H9v6H4z',
  list: 'M4 6h16M4 12h16M4 18h16',
  tariff: 'M6 3h9l4 4v14H6zM9 11h7M9 15h7M9 7h3',
  meter: 'M4 18a8 8 0 1 1 16 0M12 18l4-6',
  bill: 'M6 3h12v18l-3-2-3 2-3-2-3 2zM9 8h6M9 12h6',
  money: 'M3 6h18v12H3zM12 9.5a2.5 2.5 0 1 1 0 5 2.5 2.5 0 0 1 0-5',
  people:
    'M8 11a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7M2 20c0-4 2.5-6 6-6s6 2 6 6M16 4.5a3.5 3.5 0 0 1 0 6.5M17 14c3 .4 5 2.300 5 6',
  info: 'M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18M12 11v5M12 7.500v.1',
  print: 'M7 9V3h10v6M7 17H4V9h16v8h-3M7 14h10v7H7z',
  search: 'M10.500 4a6.500 6.500 0 1 0 0 13 6.500 6.500 0 0 0 0-13M15.500 15.500 21 21',
  download: 'M12 4v11M7 11l5 5 5-5M5 20h14',
  shield: 'M12 3 4.500 6v5c0 5 3 8.500 7.500 10 4.500-1.500 7.500-5 7.500-10V6zM9 12l2.200 2.200L15.500 10',
  more: 'M5 12h.01M12 12h.01M19 12h.01',
  copy: 'M9 9h11v11H9zM5 15H4V4h11v1',
  check: 'M4 12.500 9.500 18 20 6.500',
  close: 'M5 5l14 14M19 5 5 19',
  warn: 'M12 3 2 20h20zM12 10v4M12 17v.1',
  wallet: 'M3 7h16a2 2 0 0 1 2 2v10H3zM3 7V5h14v2M16.500 13.500h.1',
  sun: 'M12 8a4 4 0 1 0 0 8 4 4 0 0 0 0-8M12 2v2M12 20v2M2 12h2M20 12h2M5 5l1.400 1.400M17.600 17.600 19 19M5 19l1.400-1.400M17.600 6.400 19 5',
  moon: 'M20 14.500A8.500 8.500 0 0 1 9.500 4a8.500 8.500 0 1 0 10.500 10.500',
  language: 'M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18M3 12h18M12 3c3 3 3 15 0 18M12 3c-3 3-3 15 0 18',
  back: 'M15 5l-7 7 7 7',
  next: 'M9 5l7 7-7 7',
} as const;

export type IconName = keyof typeof paths;

/** A picture beside a word, never instead of one. */
export function Icon({ name, size = 20 }: { name: IconName; size?: number }) {
  return (
    <svg
      width={size}
      height={size}
      viewBox="0 0 24 24"
      fill={name === 'bolt' ? 'currentColor' : 'none'}
      stroke={name === 'bolt' ? 'none' : 'currentColor'}
      strokeWidth={name === 'more' ? 3 : 1.8}
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
      focusable="false"
    >
      <path d={paths[name]} />
    </svg>
  );
}
