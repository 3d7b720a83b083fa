/** Markup to plain text. Nothing in the markup is run: there is no script engine, and nothing is fetched. */
import { parseHTML } from 'linkedom';

/** As much of the DOM as is used here: Node's type check knows no browser. */
export interface PageNode {
  readonly nodeType: number;
  readonly nodeName: string;
  readonly textContent: string | null;
  readonly childNodes: Iterable<PageNode>;
}

export interface PageElement extends PageNode {
  readonly parentElement: PageElement | null;
  readonly children: Iterable<PageElement>;
  getAttribute(name: string): string | null;
  querySelectorAll(selector: string): Iterable<PageElement>;
  querySelector(selector: string): PageElement | null;
}

export interface PageDocument extends PageElement {
  readonly body: PageElement;
}

const BLOCKS = new Set(
  (
    'address article aside blockquote caption center dd details dialog dir div dl dt fieldset figcaption figure footer ' +
    'form h1 h2 h3 h4 h5 h6 header hgroup hr li main menu nav ol p pre section summary table tbody tfoot thead tr ul'
  ).split(' '),
);
const SILENT = new Set(
  'script style noscript template textarea select button svg math iframe object embed video audio canvas head map title datalist'.split(
    ' ',
  ),
);
const EAST_ASIAN = '[\\u2e80-\\u9fff\\uf900-\\ufaff\\uff00-\\uffef\\u201c\\u201d\\u2018\\u2019]';
const WRAPPED = new RegExp(`(?<=${EAST_ASIAN})[ \\t]*[\\r\\n]\\s*(?=${EAST_ASIAN})`, 'g');
/** Deeper nesting than any page has; a hostile page may nest without end. */
const MAX_DEPTH = 400;

/** Parses a page, or a piece of one, into a document with a body. */
export function parsePage(html: string): PageDocument {
  const source = html.replace(/<[?%][\s\S]*?[?%]>/g, '').replace(/\0/g, '');
  const hasBody = /<body[\s>]/i.test(source);
  const hasRoot = /<html[\s>]/i.test(source);
  const whole = hasBody && hasRoot ? source : `<!doctype html><html><body>${stripShell(source)}</body></html>`;
  return parseHTML(whole).document as unknown as PageDocument;
}

/** The tags that a second shell is put around. */
function stripShell(html: string): string {
  return html.replace(/<!doctype[^>]*>|<\/?(?:html|body|head)(?:\s[^>]*)?>/gi, '');
}

/**
 * The text of a node, as a reader sees it: a line for every block and every `<br>`, cells of a table row parted by
 * tabs, no blank where the source merely wraps between two Chinese characters.
 *
 * @param skip nodes to leave out
 */
export function textOf(node: PageNode, skip: (element: PageElement) => boolean = () => false): string {
  const parts: string[] = [];
  collect(node, parts, skip, 0);
  return parts
    .join('')
    .split('\n')
    .map((line) => line.replace(/^[\s\u3000]+|[\s\u3000]+$/g, ''))
    .filter((line) => line !== '')
    .join('\n');
}

function collect(node: PageNode, parts: string[], skip: (element: PageElement) => boolean, depth: number): void {
  if (node.nodeType === 3) {
    parts.push((node.textContent ?? '').replace(WRAPPED, '').replace(/[ \t\r\n\f\u00a0]+/g, ' '));
    return;
  }
  if ((node.nodeType !== 1 && node.nodeType !== 9 && node.nodeType !== 11) || depth > MAX_DEPTH) return;
  const name = node.nodeName.toLowerCase();
  if (SILENT.has(name) || (node.nodeType === 1 && skip(node as PageElement))) return;
  if (name === 'br') {
    parts.push('\n');
    return;
  }
  const block = BLOCKS.has(name);
  if (block) parts.push('\n');
  for (const child of node.childNodes) collect(child, parts, skip, depth + 1);
  if (block) parts.push('\n');
  else if (name === 'td' || name === 'th') parts.push('\t');
}
