/** Pictures of marks, drawn once per look and shared by all things that look so. */
import { drawMark, shapePath, type MarkLook } from '../../mark-image.ts';
import { drawSymbol, type MapSymbols } from '../../map-symbols.ts';
import { themeColor, themeScale, themeTextPx } from '../../theme-colors.ts';

export type MarkPicture = {
  id: string;
  canvas: HTMLCanvasElement;
  widthPx: number;
  heightPx: number;
};

export class MarkPictures {
  readonly #pictures = new Map<string, MarkPicture>();
  #symbols: MapSymbols = new Map();

  setSymbols(symbols: MapSymbols): void {
    this.#symbols = symbols;
    this.forget();
  }

  /** Colours belong to a theme. */
  forget(): void {
    this.#pictures.clear();
  }

  mark(look: MarkLook): MarkPicture {
    const sizePx = look.sizePx * themeScale();
    const size = { widthPx: sizePx, heightPx: sizePx };
    return this.#keep(`${look.shape}/${look.color}/${look.icon}/${sizePx}`, size, (context) => {
      const image = drawMark({ ...look, sizePx }, this.#symbols, window.devicePixelRatio);
      context.putImageData(image, 0, 0);
    });
  }

  /** A count, ringed; one alone is a plain dot, for a number says something only from two on. */
  bin(count: number, color: string): MarkPicture {
    const scale = themeScale();
    const radiusPx = count > 1 ? Math.min(22, 9 + 1.6 * Math.log(1 + count)) * scale : 4 * scale;
    const sizePx = Math.ceil(radiusPx * 2 + 3 * scale);
    return this.#keep(`bin/${color}/${count}`, { widthPx: sizePx, heightPx: sizePx }, (context) => {
      const middle = sizePx / 2;
      context.beginPath();
      context.arc(middle, middle, radiusPx, 0, Math.PI * 2);
      context.globalAlpha = 0.88;
      context.fillStyle = themeColor(count > 1 ? 'surface-2' : color);
      context.fill();
      context.globalAlpha = 1;
      if (count <= 1) return;
      context.strokeStyle = themeColor(color);
      context.lineWidth = 1.4 * scale;
      context.stroke();
      context.fillStyle = themeColor(color);
      context.font = fontOf(themeTextPx(11));
      context.textAlign = 'center';
      context.textBaseline = 'middle';
      context.fillText(shortCount(count), middle, middle);
    });
  }

  label(text: string, look: { color: string; sizePx: number }): MarkPicture {
    const sizePx = themeTextPx(look.sizePx);
    const widthPx = Math.ceil(textWidth(text, sizePx) + sizePx * 0.6);
    const heightPx = Math.ceil(sizePx * 1.5);
    return this.#keep(`label/${look.color}/${sizePx}/${text}`, { widthPx, heightPx }, (context) => {
      context.font = fontOf(sizePx);
      context.textAlign = 'center';
      context.textBaseline = 'middle';
      context.lineJoin = 'round';
      context.lineWidth = 3;
      context.strokeStyle = themeColor('map-halo');
      context.strokeText(text, widthPx / 2, heightPx / 2);
      context.fillStyle = themeColor(look.color);
      context.fillText(text, widthPx / 2, heightPx / 2);
    });
  }

  unit(kind: string, deskPx: number): MarkPicture {
    const sizePx = deskPx * themeScale();
    return this.#keep(
      `unit/${kind}/${sizePx}`,
      { widthPx: sizePx, heightPx: sizePx },
      (context) => {
        context.lineWidth = sizePx / 13;
        context.fillStyle = themeColor('map-unit');
        context.strokeStyle = themeColor('map-halo');
        const disc = shapePath('disc', sizePx, context.lineWidth);
        context.fill(disc);
        context.stroke(disc);
        context.fillStyle = themeColor('map-halo');
        const edge = sizePx * 0.21;
        const box = { x: edge, y: edge, size: sizePx - edge * 2 };
        drawSymbol(context, this.#symbols.get(`unit-${kind}`), box);
      },
    );
  }

  /** Points up and is turned to where the unit goes. */
  heading(deskPx: number): MarkPicture {
    const sizePx = deskPx * 1.5 * themeScale();
    return this.#keep(
      `unit-heading/${sizePx}`,
      { widthPx: sizePx, heightPx: sizePx },
      (context) => {
        context.fillStyle = themeColor('map-unit');
        context.beginPath();
        context.moveTo(sizePx / 2, 0);
        context.lineTo(sizePx * 0.68, sizePx * 0.2);
        context.lineTo(sizePx * 0.32, sizePx * 0.2);
        context.fill();
      },
    );
  }

  #keep(
    id: string,
    size: { widthPx: number; heightPx: number },
    draw: (context: CanvasRenderingContext2D) => void,
  ): MarkPicture {
    const known = this.#pictures.get(id);
    if (known) return known;
    const ratio = window.devicePixelRatio;
    const canvas = document.createElement('canvas');
    canvas.width = Math.ceil(size.widthPx * ratio);
    canvas.height = Math.ceil(size.heightPx * ratio);
    const context = canvas.getContext('2d');
    if (!context) throw new Error('no 2d canvas for the marks');
    context.scale(ratio, ratio);
    draw(context);
    // Images are shared by id within a collection, so another theme or other symbols need other ids.
    const theme = document.documentElement.dataset['theme'] ?? '';
    const picture = { id: `${theme}/${id}/${this.#symbols.size}`, canvas, ...size };
    this.#pictures.set(id, picture);
    return picture;
  }
}

const fontOf = (sizePx: number) => `500 ${sizePx}px 'Noto Sans SC', sans-serif`;

let ruler: CanvasRenderingContext2D | null = null;

function textWidth(text: string, sizePx: number): number {
  ruler ??= document.createElement('canvas').getContext('2d');
  if (!ruler) return text.length * sizePx;
  ruler.font = fontOf(sizePx);
  return ruler.measureText(text).width;
}

export function shortCount(count: number): string {
  return count < 10_000 ? String(count) : `${Math.round(count / 1000)}k`;
}
