// Saves what a chart shows: as a drawing that needs no style sheet, as a picture, or as the numbers behind it.

/** What of the computed style a drawing needs to look the same elsewhere. */
const worn = ['fill', 'fill-opacity', 'stroke', 'stroke-width', 'stroke-dasharray', 'stroke-linecap', 'stroke-linejoin', 'stroke-opacity', 'opacity', 'font-family', 'font-size', 'font-weight', 'text-anchor', 'dominant-baseline'];

/** A copy of a drawing with its colours and fonts written into it, on the ground of the page. */
export function drawing(svg: SVGSVGElement, title: string): string {
  const copy = svg.cloneNode(true) as SVGSVGElement;
  const here = [svg, ...svg.querySelectorAll<SVGElement>('*')];
  const there = [copy, ...copy.querySelectorAll<SVGElement>('*')];
  here.forEach((element, i) => {
    const twin = there[i]!;
    const style = getComputedStyle(element);
    twin.removeAttribute('class');
    if (element instanceof SVGGraphicsElement || element instanceof SVGStopElement) {
      for (const name of worn) {
        const value = style.getPropertyValue(name);
        if (value && !value.startsWith('url(')) twin.setAttribute(name, value);
      }
    }
  });
  const box = svg.getBoundingClientRect();
  const width = svg.viewBox.baseVal?.width || box.width;
  const height = svg.viewBox.baseVal?.height || box.height;
  copy.setAttribute('xmlns', 'http://www.w3.org/2000/svg');
  copy.setAttribute('width', String(width));
  copy.setAttribute('height', String(height));
  const named = document.createElementNS('http://www.w3.org/2000/svg', 'title');
  named.textContent = title;
  const ground = document.createElementNS('http://www.w3.org/2000/svg', 'rect');
  ground.setAttribute('width', '100%');
  ground.setAttribute('height', '100%');
  ground.setAttribute('fill', getComputedStyle(document.body).backgroundColor);
  copy.prepend(named, ground);
  return new XMLSerializer().serializeToString(copy);
}

/** A name for a file. */
export function fileName(title: string, ending: string): string {
  const plain = title.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '-').replace(/^-|-$/g, '').slice(0, 60);
  return `${plain || 'chart'}.${ending}`;
}

/** Hands a file to whoever sits there. */
export function hand(content: Blob, name: string): void {
  const anchor = document.createElement('a');
  anchor.href = URL.createObjectURL(content);
  anchor.download = name;
  anchor.click();
  setTimeout(() => URL.revokeObjectURL(anchor.href), 10_000);
}

/** Rows as CSV. A cell that a spreadsheet would take for a formula is kept from it by an apostrophe. */
export function csv(rows: (string | number)[][]): string {
  const cell = (value: string | number) => {
    if (typeof value === 'number') return String(value);
    const safe = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
    return /[",\n\r]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
  };
  return `${rows.map((row) => row.map(cell).join(',')).join('\r\n')}\r\n`;
}

/** A drawing as a picture of twice its size. */
export async function picture(svg: string, width: number, height: number): Promise<Blob> {
  const image = new Image();
  const address = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }));
  try {
    await new Promise<void>((done, failed) => {
      image.onload = () => done();
      image.onerror = () => failed(new Error('the drawing could not be read back'));
      image.src = address;
    });
    const canvas = document.createElement('canvas');
    canvas.width = Math.ceil(width * 2);
    canvas.height = Math.ceil(height * 2);
    const pen = canvas.getContext('2d')!;
    pen.scale(2, 2);
    pen.drawImage(image, 0, 0, width, height);
    return await new Promise<Blob>((done, failed) => canvas.toBlob((blob) => (blob ? done(blob) : failed(new Error('no picture was made'))), 'image/png'));
  } finally {
    URL.revokeObjectURL(address);
  }
}
