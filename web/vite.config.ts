/// <reference types="vitest/config" />
// Builds the desk to `dist`, which the binary embeds. Nothing is inlined: the policy of the pages lets no inline script or
// style run, and no address but the server's own be fetched.
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'vite';

declare const process: { env: Record<string, string | undefined> };

export default defineConfig({
  plugins: [svelte()],
  build: {
    target: 'es2022',
    cssTarget: 'chrome123',
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    manifest: true,
    // One style sheet: a room whose style did not come when the wire broke would stay without it.
    cssCodeSplit: false,
    reportCompressedSize: false,
  },
  server: { proxy: { '/api': process.env.TEARLINE_DESK ?? 'http://127.0.0.1:8600' } },
  preview: { proxy: { '/api': process.env.TEARLINE_DESK ?? 'http://127.0.0.1:8600' } },
  test: { include: ['src/**/*.test.ts'], environment: 'node' },
});
