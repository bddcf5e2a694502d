/**
 * What can't change, kept in the browser over visits: histories of final blocks and tariff programs. Any fault is taken for an empty cache, so the
 * network is always the way out.
 */
const database = 'bijuli';
const store = 'fixed';

export async function cached<T>(key: string): Promise<T | undefined> {
  return run<T>('readonly', (records) => records.get(key)).catch(() => undefined);
}

/** Values are stored as they are, bigints included. */
export async function keep(key: string, value: unknown): Promise<void> {
  await run('readwrite', (records) => records.put(value, key)).catch(() => undefined);
}

/** Drops everything under a deployment: its chain was restarted. */
export async function forget(deployment: string): Promise<void> {
  await run('readwrite', (records) => records.delete(IDBKeyRange.bound(`${deployment}.`, `${deployment}/`))).catch(
    () => undefined,
  );
}

async function run<T>(mode: IDBTransactionMode, request: (records: IDBObjectStore) => IDBRequest): Promise<T> {
  const opened = await open();
  try {
    return await settled<T>(request(opened.transaction(store, mode).objectStore(store)));
  } finally {
    opened.close();
  }
}

function open(): Promise<IDBDatabase> {
  const request = indexedDB.open(database, 1);
  request.onupgradeneeded = () => request.result.createObjectStore(store);
  return settled(request);
}

function settled<T>(request: IDBRequest): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}
