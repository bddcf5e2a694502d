import { expect, type Page } from '@playwright/test';

export interface Registration {
  number: string;
  holder: string;
  /** As the list of tariffs names it. */
  tariff: string;
  load: string;
}

export async function fillRegistration(page: Page, { number, holder, tariff, load }: Registration): Promise<void> {
  await page.getByLabel('Consumer number').fill(number);
  await page.getByLabel('Holder').fill(holder);
  await page.getByLabel('Tariff').selectOption({ label: tariff });
  await page.getByLabel('Sanctioned load').fill(load);
}

export async function register(page: Page, registration: Registration): Promise<void> {
  await fillRegistration(page, registration);
  await page.getByRole('button', { name: 'Register a connection' }).click();
  await expect(page.getByText(`Connection ${registration.number} is registered.`)).toBeVisible();
}

/** Enters what a meter shows now. */
export async function recordReading(page: Page, number: string, kWh: string): Promise<void> {
  await page.getByLabel('Consumer number').fill(number);
  await page.getByLabel('Register').fill(kWh);
  await page.getByRole('button', { name: 'Record the reading' }).click();
  await expect(page.getByText(`The reading of connection ${number} is recorded.`)).toBeVisible();
}

/** Publishes a tariff file as a new category, from the earliest day on. */
export async function publish(page: Page, file: string): Promise<void> {
  await page.getByLabel('Category', { exact: true }).selectOption({ label: 'A new category' });
  await page.getByLabel('Tariff file').setInputFiles(file);
  await expect(page.getByText('Your browser and the contract compute the same, charge by charge.')).toBeVisible();
  await page.getByRole('button', { name: 'Publish' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Tariffs' })).toBeVisible();
}
