import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';

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

export default defineConfig({
  plugins: [react(), contentSecurityPolicy()],
  // Relative, so that the page works from any folder of any server.
  base: './',
  // `vite` serves the last build's network beside the page.
  publicDir: 'graph-output',
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
});
