/** A drawing of the page as a file of its own: what style sheets say is written into it. */

/** What a drawing can be told by a style sheet here. */
const PROPERTIES = [
  'fill',
  'stroke',
  'stroke-width',
  'stroke-dasharray',
  'stroke-linecap',
  'opacity',
  'font-family',
  'font-size',
  'font-weight',
  'text-anchor',
  'text-decoration-line',
] as const;

/** Writes an SVG element as a document, over `background`. */
export function serialiseSvg(element: SVGSVGElement, background: string): string {
  const copy = element.cloneNode(true) as SVGSVGElement;
  const originals = element.querySelectorAll('*');
  for (const [i, target] of [...copy.querySelectorAll('*')].entries()) {
    const original = originals[i];
    if (original === undefined) continue;
    const style = getComputedStyle(original);
    for (const property of PROPERTIES) target.setAttribute(property, style.getPropertyValue(property));
    for (const name of ['class', 'role', 'tabindex', 'aria-label', 'data-edge', 'data-node'])
      target.removeAttribute(name);
  }
  const ground = document.createElementNS('http://www.w3.org/2000/svg', 'rect');
  for (const [name, value] of [
    ['width', '100%'],
    ['height', '100%'],
    ['fill', background],
  ] as const) {
    ground.setAttribute(name, value);
  }
  copy.prepend(ground);
  return new XMLSerializer().serializeToString(copy);
}

/**
 * Paints an SVG document as PNG, `width` image pixels wide.
 *
 * @throws Error where the browser cannot make a picture of that size
 */
export async function paintSvg(svg: string, width: number): Promise<Blob> {
  const address = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }));
  try {
    const image = new Image();
    image.src = address;
    await image.decode();
    const canvas = document.createElement('canvas');
    canvas.width = width;
    canvas.height = Math.round((width * image.naturalHeight) / image.naturalWidth);
    canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
    const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'));
    if (blob === null) throw new Error('The browser cannot make a picture of this size.');
    return blob;
  } finally {
    URL.revokeObjectURL(address);
  }
}
