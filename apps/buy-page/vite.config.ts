import { defineConfig } from 'vite';

/**
 * The build is static files: hashed names below `assets/`, nothing inlined, no inline script or style, so that the site's
 * content security policy can say `script-src 'self'`. The same sources give the same bytes.
 */
export default defineConfig({
  base: '/',
  build: {
    outDir: 'dist',
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    sourcemap: false,
    // Twenty hex digits are a hash to every eye, also that of whoever decides what may be cached for a year.
    rolldownOptions: {
      output: {
        hashCharacters: 'hex',
        entryFileNames: 'assets/[name]-[hash:20].js',
        chunkFileNames: 'assets/[name]-[hash:20].js',
        assetFileNames: 'assets/[name]-[hash:20][extname]',
      },
    },
  },
});
