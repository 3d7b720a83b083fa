/** Reads `.pdf`. */
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { GuanxiError } from '../../errors.ts';
import { normaliseDate } from './dates.ts';
import { compact } from './fields.ts';
import { joinPdfPages, type PdfPiece } from './pdf-lines.ts';
import { problemItem, type ReadItem } from './reader.ts';
import { readBytes, type Source } from './source.ts';
import { withLineMetadata } from './text.ts';

/** Reads a PDF as one article. Pictures of text are not read, and no script in it is run. */
export async function* readPdf(source: Source): AsyncGenerator<ReadItem> {
  const bytes = await readBytes(source);
  const pdfjs = await import('pdfjs-dist/legacy/build/pdf.mjs');
  const root = dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'));
  const task = pdfjs.getDocument({
    data: new Uint8Array(bytes),
    // Chinese fonts that are named but not embedded need these tables to become text.
    cMapUrl: `${join(root, 'cmaps')}/`,
    cMapPacked: true,
    standardFontDataUrl: `${join(root, 'standard_fonts')}/`,
    isEvalSupported: false,
    useSystemFonts: false,
    disableFontFace: true,
    enableXfa: false,
    stopAtErrors: false,
    verbosity: pdfjs.VerbosityLevel.ERRORS,
  });
  try {
    const document = await task.promise;
    const count = Math.min(document.numPages, source.limits.pdfPages);
    const pages: PdfPiece[][] = [];
    for (let number = 1; number <= count; number++) {
      const page = await document.getPage(number);
      const { items } = await page.getTextContent();
      const pieces: PdfPiece[] = [];
      for (const item of items) {
        if (!('str' in item)) continue;
        const [a, b, , , x, y] = item.transform as readonly number[];
        pieces.push({ text: item.str, x: x ?? 0, y: y ?? 0, width: item.width, size: Math.hypot(a ?? 0, b ?? 0) });
      }
      pages.push(pieces);
      page.cleanup();
    }
    const text = joinPdfPages(pages);
    if (text === '') {
      yield problemItem(
        'READ_EMPTY',
        `${source.path} holds no text, probably scanned pictures. Recognise the text first (OCR) and give the result.`,
        source.path,
      );
      return;
    }
    if (document.numPages > count) {
      yield problemItem(
        'READ_TOO_LARGE',
        `${source.path}: only the first ${count} of ${document.numPages} pages are read. Split it.`,
        source.path,
      );
    }
    const info = (await document.getMetadata()).info as { readonly CreationDate?: unknown };
    const article = withLineMetadata({ text });
    const created = /^D:(\d{4})(\d{2})(\d{2})/.exec(String(info.CreationDate ?? ''));
    const date = article.date ?? (created ? normaliseDate(created.slice(1).join('-')) : undefined);
    yield {
      article: compact({
        ...article,
        date,
      }),
    };
  } catch (cause) {
    if (cause instanceof GuanxiError) throw cause;
    const locked = cause instanceof Error && cause.name === 'PasswordException';
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new GuanxiError(
      'READ_PDF',
      locked
        ? `${source.path} is locked with a password. Save a copy without one.`
        : `${source.path} is not a readable PDF (${reason}). Open it in a viewer and save it again.`,
      { file: source.path },
      { cause },
    );
  } finally {
    await task.destroy();
  }
}
