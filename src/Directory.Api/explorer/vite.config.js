import { defineConfig } from 'vite';

export default defineConfig({
  base: '/explorer/',
  build: {
    outDir: 'dist',
    target: 'es2022',
    // The editor is that large; it is loaded once and kept.
    chunkSizeWarningLimit: 5000,
    rolldownOptions: {
      // «use client» is for frameworks that render on servers.
      onwarn: (warning, warn) => warning.code === 'MODULE_LEVEL_DIRECTIVE' || warn(warning),
    },
  },
  worker: { format: 'es' },
});
