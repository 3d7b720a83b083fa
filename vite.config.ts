import { createHash } from 'node:crypto';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin, type UserConfig } from 'vite';

/**
 * What the built page may do: run its own files, read its own folder, show pictures that it made itself. React and the
 * canvas set styles through the DOM, which needs no permission, so that nothing inline is allowed.
 */
const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' blob: data:",
  "font-src 'self'",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  // Text of documents can never become markup: the browser refuses every assignment of HTML.
  "require-trusted-types-for 'script'",
].join('; ');

/** Puts the policy into the page that is built; the development server needs inline scripts of its own. */
function contentSecurityPolicy(): Plugin {
  return {
    name: 'content-security-policy',
    apply: 'build',
    transformIndexHtml: () => [
      {
        tag: 'meta',
        attrs: { 'http-equiv': 'Content-Security-Policy', content: POLICY },
        injectTo: 'head-prepend',
      },
    ],
  };
}

/** Where the data will stand in a page that holds everything; also in state/standalone.ts. */
const DATA_PLACE = '<!--guanxi-data-->';

/**
 * Makes one file of page, style and program, which the explorer fills with data and hands out. It may run exactly the
 * program that it was built with, and can reach nothing: neither network nor disk.
 */
function singleFile(): Plugin {
  return {
    name: 'single-file',
    apply: 'build',
    enforce: 'post',
    generateBundle: {
      order: 'post',
      handler(_options, bundle) {
        const files = Object.values(bundle);
        const program = files.flatMap((file) => (file.type === 'chunk' ? file.code : [])).join('\n');
        const styles = files.flatMap((file) =>
          file.type === 'asset' && file.fileName.endsWith('.css') ? String(file.source) : [],
        );
        const page = files.find((file) => file.fileName.endsWith('index.html'));
        if (page?.type !== 'asset') this.error('The page is missing from the bundle.');
        const seal = files.find((file) => file.fileName.endsWith('.svg'));
        const icon = `data:image/svg+xml,${encodeURIComponent(seal?.type === 'asset' ? String(seal.source) : '')}`;
        // Inside a script element these would end it, begin a comment, or be read as another character.
        const code = program
          .replaceAll('\0', '\\x00')
          .replaceAll('</script', '<\\/script')
          .replaceAll('<!--', '<\\!--');
        const style = styles.join('\n').replaceAll('</style', '<\\/style');
        const hash = (text: string): string => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
        const policy = [
          "default-src 'none'",
          `script-src ${hash(code)}`,
          `style-src ${hash(style)}`,
          'img-src blob: data:',
          "base-uri 'none'",
          "form-action 'none'",
          "require-trusted-types-for 'script'",
        ].join('; ');
        const html = String(page.source)
          .replace(/<script type="module"[^>]*><\/script>/, '')
          .replace(/(<link rel="icon" href=")[^"]*/, (_, link) => `${link}${icon}`)
          .replace(/<link rel="stylesheet"[^>]*>/, () => `<style>${style}</style>`)
          .replace('<head>', () => `<head>\n    <meta http-equiv="Content-Security-Policy" content="${policy}" />`)
          .replace('</body>', () => `  ${DATA_PLACE}\n    <script type="module">${code}</script>\n  </body>`);
        for (const { fileName } of files) delete bundle[fileName];
        this.emitFile({ type: 'asset', fileName: 'assets/standalone.html', source: html });
      },
    },
  };
}

const common: UserConfig = {
  // Relative, so that the page works from any folder of any server.
  base: './',
  // `vite` serves the last build's network beside the page.
  publicDir: 'graph-output',
};

export default defineConfig(({ mode }) =>
  mode === 'standalone'
    ? {
        ...common,
        plugins: [react(), singleFile()],
        build: {
          outDir: 'dist/explorer',
          copyPublicDir: false,
          emptyOutDir: false,
          target: 'es2022',
          modulePreload: false,
          cssCodeSplit: false,
          assetsInlineLimit: 1 << 20,
          chunkSizeWarningLimit: 2000,
          rolldownOptions: { output: { codeSplitting: false } },
        },
      }
    : {
        ...common,
        plugins: [react(), contentSecurityPolicy()],
        build: {
          outDir: 'dist/explorer',
          copyPublicDir: false,
          emptyOutDir: true,
          target: 'es2022',
          modulePreload: { polyfill: false },
          // A picture in the style sheet would need `data:` in the policy, and is no faster.
          assetsInlineLimit: 0,
          chunkSizeWarningLimit: 800,
        },
      },
);
