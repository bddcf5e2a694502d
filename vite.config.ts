import react from '@vitejs/plugin-react';
import type { Plugin } from 'vite';
import { defineConfig } from 'vitest/config';
import { messages } from './script/messages-plugin.ts';

/**
 * What the page may load and talk to: its own files and the nodes of its config.json, which may stand anywhere.
 * Wallet icons are data: URLs; RainbowKit writes its theme into a style element.
 */
const policy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "manifest-src 'self'",
  "connect-src 'self' http: https: ws: wss:",
  "base-uri 'none'",
  "form-action 'none'",
].join('; ');

/** Built pages only: the development server needs inline scripts. */
function contentSecurityPolicy(): Plugin {
  return {
    name: 'content-security-policy',
    apply: 'build',
    transformIndexHtml: () => [
      { tag: 'meta', attrs: { 'http-equiv': 'Content-Security-Policy', content: policy }, injectTo: 'head-prepend' },
    ],
  };
}

export default defineConfig({
  // Relative, so that the page works from any folder of any static host.
  base: './',
  plugins: [react(), messages(), contentSecurityPolicy()],
  build: {
    // script/first-load.ts reads it.
    manifest: true,
    // RainbowKit, in a chunk of its own that is loaded when it is asked for.
    chunkSizeWarningLimit: 600,
  },
  test: {
    include: ['src/**/*.test.{ts,tsx}', 'script/**/*.test.ts'],
    // Many start programs, and a chain of their own, on a machine that may have other work: a limit only ends what hangs.
    testTimeout: 120_000,
    hookTimeout: 120_000,
    expect: { poll: { timeout: 30_000 } },
  },
});
