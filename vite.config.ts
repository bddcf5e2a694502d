import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  // Relative, so that the page works from any folder of any static host.
  base: './',
  plugins: [react()],
  // script/check-bundle.ts reads the manifest.
  build: { manifest: true },
  test: { include: ['src/**/*.test.{ts,tsx}', 'script/**/*.test.ts'] },
});
