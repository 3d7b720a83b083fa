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
const ELEMENT = 1;
const TEXT = 3;
/** Elements, documents and fragments. */
const CONTAINERS = new Set([ELEMENT, 9, 11]);
const EAST_ASIAN = '[\\u2e80-\\u9fff\\uf900-\\ufaff\\uff00-\\uffef\\u201c\\u201d\\u2018\\u2019]';
const WRAPPED = new RegExp(`(?<=${EAST_ASIAN})[ \\t]*[\\r\\n]\\s*(?=${EAST_ASIAN})`, 'g');
/** Parses a page, or a piece of one, into a document with a body. */
export function parsePage(html: string): PageDocument {
  const source = withoutTemplateCode(html).replaceAll('\0', '');
  const hasBody = /<body[\s>]/i.test(source);
  const hasRoot = /<html[\s>]/i.test(source);
  const whole = hasBody && hasRoot ? source : `<!doctype html><html><body>${stripShell(source)}</body></html>`;
  return parseHTML(whole).document as unknown as PageDocument;
}

/** Leaves out `<? … ?>` and `<% … %>`, the server's code that a parser would take for text. */
function withoutTemplateCode(html: string): string {
  let kept = '';
  let from = 0;
  for (const open of html.matchAll(/<[?%]/g)) {
    if (open.index < from) continue;
    const close = html.indexOf(`${html.charAt(open.index + 1)}>`, open.index + 2);
    if (close < 0) break;
    kept += html.slice(from, open.index);
    from = close + 2;
  }
  return kept + html.slice(from);
}

/** The tags that a second shell is put around. */
function stripShell(html: string): string {
  return html.replace(/<!doctype[^>]*>|<\/?(?:html|body|head)(?:\s[^>]*)?>/gi, '');
}

/**
 * The text of a node, as a reader sees it: a line for every block and every `<br>`, cells of a table row parted by
 * tabs, no blank where the source merely wraps between two Chinese characters.
 *
 * @param skip elements to leave out, with all that is in them
 */
export function textOf(node: PageNode, skip: (element: PageElement) => boolean = () => false): string {
  const parts: string[] = [];
  // A stack of our own, because a hostile page may nest deeper than calls can.
  const open: (PageNode | string)[] = [node];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (typeof next === 'string') parts.push(next);
    else if (next.nodeType === TEXT) parts.push(flow(next.textContent ?? ''));
    else if (CONTAINERS.has(next.nodeType)) openNode(next, open, skip);
  }
  return parts
    .join('')
    .split('\n')
    .map((line) => line.replace(/^[\s\u3000]+|[\s\u3000]+$/g, ''))
    .filter((line) => line !== '')
    .join('\n');
}

/** How deep the elements of a page nest. */
export function depthOf(page: PageElement): number {
  let deepest = 0;
  const open: (readonly [PageElement, number])[] = [[page, 1]];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const [element, depth] = next;
    if (depth > deepest) deepest = depth;
    for (const child of element.children) open.push([child, depth + 1]);
  }
  return deepest;
}

/** Puts what a node stands for on the stack, last first. */
function openNode(node: PageNode, open: (PageNode | string)[], skip: (element: PageElement) => boolean): void {
  const name = node.nodeName.toLowerCase();
  if (SILENT.has(name) || (node.nodeType === ELEMENT && skip(node as PageElement))) return;
  if (name === 'br') {
    open.push('\n');
    return;
  }
  const edge = BLOCKS.has(name) ? '\n' : '';
  open.push(name === 'td' || name === 'th' ? '\t' : edge);
  const children = [...node.childNodes];
  for (let index = children.length - 1; index >= 0; index--) {
    const child = children[index];
    if (child !== undefined) open.push(child);
  }
  open.push(edge);
}

function flow(text: string): string {
  return text.replace(WRAPPED, '').replace(/[ \t\r\n\f\u00a0]+/g, ' ');
}
