import { defineConfig, type Plugin } from 'vite';

/**
 * The build is static files: hashed names below `assets/`, nothing inlined, no inline script or style, so that the
 * site's content security policy can say `script-src 'self'`. The same sources give the same bytes.
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
  plugins: [localAnswers()],
});

/** `vite dev` has no deployment that would write these two; an API for it is named by `VITE_API_URL`. */
function localAnswers(): Plugin {
  return {
    name: 'local-answers',
    configureServer: ({ middlewares, config }) => {
      const answers: Readonly<Record<string, unknown>> = {
        '/config.json': {
          apiUrl: (config.env['VITE_API_URL'] as string | undefined) ?? 'http://127.0.0.1:8080/v1',
        },
        '/release.json': { release: 'local' },
      };
      middlewares.use((request, response, next) => {
        const answer = answers[request.url ?? ''];
        if (answer === undefined) {
          next();
          return;
        }
        response.setHeader('content-type', 'application/json');
        response.end(JSON.stringify(answer));
      });
    },
  };
}
