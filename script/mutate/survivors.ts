/** A mutant by what it changes: its line may move. */
export type Survivor = { file: string; within: string; from: string; to: string };
/** One that is known to survive, and why that is no hole in the tests. */
export type Listed = Survivor & { reason: string };

export type Tried = Survivor & { outcome: 'killed' | 'survived' };

const requiredPercent = 90;

export function isSame(a: Survivor, b: Survivor): boolean {
  return a.file === b.file && a.within === b.within && a.from === b.from && a.to === b.to;
}

/** Each file's count and that of all, the survivors with their reasons, and what is wrong. `whole` are the files of which every mutant was tried. */
export function summary(tried: Tried[], listed: Listed[], whole: string[]) {
  const files = [...new Set(tried.map(({ file }) => file))];
  const lines = files.map((file) =>
    counted(
      file,
      tried.filter((one) => one.file === file),
    ),
  );
  const survivors = tried
    .filter(({ outcome }) => outcome === 'survived')
    .map(({ outcome, ...one }): Listed => {
      return { ...one, reason: listed.find((other) => isSame(one, other))?.reason ?? '' };
    });
  const unlisted = survivors.filter(({ reason }) => reason === '');
  const gone = listed.filter((one) => whole.includes(one.file) && !survivors.some((other) => isSame(one, other)));
  const problems = gone.map(
    ({ file, within, from, to }) => `${file} ${within}: listed, and survives no more: ${from} → ${to}`,
  );
  if (unlisted.length > 0) problems.push(`${unlisted.length} survivors are not listed.`);
  if (100 * (tried.length - survivors.length) < requiredPercent * tried.length)
    problems.push(`Fewer than ${requiredPercent} % are killed.`);
  return { lines: [...lines, counted('All', tried)], survivors, problems };
}

function counted(what: string, tried: Tried[]): string {
  const killed = tried.filter(({ outcome }) => outcome === 'killed').length;
  return `${what}: ${killed} of ${tried.length} killed (${((100 * killed) / tried.length).toFixed(1)} %)`;
}
