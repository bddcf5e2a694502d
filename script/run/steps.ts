/** Says what is being done as it starts, and how long it took when it is done. */
export async function step<T>(title: string, work: () => Promise<T>): Promise<T> {
  const start = performance.now();
  console.log(`… ${title}`);
  const result = await work();
  console.log(`✓ ${title} (${((performance.now() - start) / 1000).toFixed(1)} s)`);
  return result;
}
