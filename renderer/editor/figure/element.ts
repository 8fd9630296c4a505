import './element.css';

/** An element of the page with its class. */
export function make<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  className: string,
): HTMLElementTagNameMap[Name] {
  const element = document.createElement(name);
  element.className = className;
  return element;
}

/** A button that only has a name for listeners and a drawing. */
export function iconButton(className: string, label: string, drawing: readonly string[]): HTMLButtonElement {
  const button = make('button', `figure-button ${className}`);
  button.type = 'button';
  button.title = label;
  button.setAttribute('aria-label', label);
  button.append(icon(drawing));
  return button;
}

const SVG = 'http://www.w3.org/2000/svg';

/** A drawing of 24 by 24 by its strokes, in the manner of the other icons. */
function icon(strokes: readonly string[]): SVGElement {
  const svg = document.createElementNS(SVG, 'svg');
  svg.setAttribute('viewBox', '0 0 24 24');
  svg.setAttribute('aria-hidden', 'true');
  svg.classList.add('figure-icon');
  for (const stroke of strokes) {
    const path = document.createElementNS(SVG, 'path');
    path.setAttribute('d', stroke);
    svg.append(path);
  }
  return svg;
}
