import { useFormat } from '../messages/useMessages.ts';

/** A day, counted from 1 January 1970 in the board's local time. */
export function DateText({ day }: { day: bigint | number }) {
  const format = useFormat();
  const iso = new Date(Number(day) * 86_400_000).toISOString().slice(0, 10);
  return <time dateTime={iso}>{format.date(day)}</time>;
}

/** A moment, in seconds since 1970, shown in the board's local time. */
export function TimeText({ seconds }: { seconds: bigint | number }) {
  const format = useFormat();
  return <time dateTime={new Date(Number(seconds) * 1000).toISOString()}>{format.dateTime(seconds)}</time>;
}
