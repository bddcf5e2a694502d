import { useState } from 'react';
import { useDeployment } from '../../chain/deployment.ts';
import { useChainTime } from '../../chain/head.ts';
import { localTimeOf, timeOfLocal } from '../../domain/localTime.ts';
import { readFigure } from '../../domain/readFigure.ts';

/** What a meter shows and when, as it is being typed. */
export interface OwnReading {
  text: string;
  /** Wh; null while the text is none. */
  register: bigint | null;
  /** As the field for date and time holds it. */
  time: string;
  /** Seconds; null while that is no time. */
  readAt: number | null;
  setText: (text: string) => void;
  setTime: (time: string) => void;
  reset: () => void;
}

const MAX_REGISTER = 2n ** 48n - 1n;

/** The time is now until another one is chosen. @param suggested stands in the field until something is typed */
export function useOwnReading(suggested: (readAt: number | null) => string = () => ''): OwnReading {
  const { utcOffset } = useDeployment().facts;
  const now = useChainTime().time;
  const [typed, setText] = useState<string | null>(null);
  const [chosen, setTime] = useState<string | null>(null);
  const time = chosen ?? localTimeOf(now, utcOffset);
  const readAt = timeOfLocal(time, utcOffset);
  const text = typed ?? suggested(readAt);
  const reset = () => {
    setText(null);
    setTime(null);
  };
  const register = readFigure(text, { decimals: 3, least: 0n, most: MAX_REGISTER });
  return { text, register, time, readAt, setText, setTime, reset };
}
