/** Runs tasks a group at a time, so that a node isn't asked for thousands of things at once. Results are in the order of the items. */
export async function inGroups<Item, Result>(
  items: readonly Item[],
  size: number,
  task: (item: Item) => Promise<Result>,
): Promise<Result[]> {
  const results: Result[] = [];
  for (let from = 0; from < items.length; from += size) {
    results.push(...(await Promise.all(items.slice(from, from + size).map(task))));
  }
  return results;
}
