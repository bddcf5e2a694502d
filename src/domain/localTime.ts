import { dayOfIsoDate, isoDateOfDay, timestampOfDay } from './calendar.ts';

const DAY = 86_400;

/** "2024-07-31T18:30" of a time in seconds: what a field for date and time holds. The seconds are dropped. */
export function localTimeOf(time: number, utcOffset: number): string {
  const local = time + utcOffset;
  const minutes = Math.floor((local % DAY) / 60);
  return `${isoDateOfDay(Math.floor(local / DAY))}T${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}

/** The time in seconds of such a text; null when it is none. */
export function timeOfLocal(text: string, utcOffset: number): number | null {
  const [, date, hours, minutes] = /^(\d{4}-\d\d-\d\d)T(\d\d):(\d\d)(?::\d\d)?$/.exec(text) ?? [];
  if (!date) return null;
  try {
    return timestampOfDay(dayOfIsoDate(date), utcOffset) + Number(hours) * 3600 + Number(minutes) * 60;
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

function two(value: number): string {
  return String(value).padStart(2, '0');
}
