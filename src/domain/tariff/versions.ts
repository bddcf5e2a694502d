/** A published version, as far as it is told from the others by its first day. */
type Dated = { startDay: number };

/** The version in force on a day, of versions in the order of their first days; undefined before the first. */
export function versionOn<Version extends Dated>(versions: readonly Version[], day: number): Version | undefined {
  return versions.findLast(({ startDay }) => startDay <= day);
}

/** The versions that a period is billed by, [fromDay, toDay), of versions in the order of their first days. */
export function versionsIn<Version extends Dated>(
  versions: readonly Version[],
  { fromDay, toDay }: { fromDay: number; toDay: number },
): Version[] {
  const first = versionOn(versions, fromDay);
  return versions.filter((version) => version === first || (version.startDay > fromDay && version.startDay < toDay));
}
