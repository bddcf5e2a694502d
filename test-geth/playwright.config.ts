import { defineConfig } from '@playwright/test';
import main from '../playwright.config.ts';

/** The page on a real network of Geth nodes, one network for all tests: npm run test:geth. */
export default defineConfig({
  ...main,
  testDir: '.',
  outputDir: '../test-results/geth',
  globalSetup: '../test-e2e/world/build.ts',
  workers: 1,
  timeout: 480_000,
  expect: { timeout: 30_000 },
  use: { ...main.use, actionTimeout: 30_000 },
  projects: [{ name: 'geth', use: { viewport: { width: 1280, height: 800 } } }],
});
