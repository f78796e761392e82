import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

import { fixtureStream } from './e2e/fixture/vite-plugin.ts';

/** Where `npm start` listens; `vite` in development hands the service's paths on to it. */
const aggregator = process.env['FLAGTOWER_URL'] ?? 'http://127.0.0.1:8787';

export default defineConfig(({ mode }) => ({
  plugins: [react(), ...(mode === 'fixture' ? [fixtureStream()] : [])],
  build: {
    target: 'es2024',
    outDir: mode === 'fixture' ? 'dist/fixture' : 'dist/wall',
    // The strict policy of the service allows no `data:` fonts and no inline scripts.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
  },
  server: { proxy: { '/v1': aggregator, '/socket.io': { target: aggregator, ws: true } } },
}));
