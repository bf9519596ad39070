/** The mark over a video element. It notices when somebody takes it away, hides it or makes it unreadable. */
import { markLines, markPlace, type Looker } from './watermark-words.ts';
import styles from './mark-overlay.module.css';

const everyMs = 1_000;
const leastOpacity = 0.3;
const leastFontPx = 6;

export class MarkOverlay {
  readonly #element = document.createElement('div');
  readonly #looker: Looker;
  readonly #viewId: string;
  readonly #onRemoved: () => void;
  readonly #watching = new MutationObserver(() => this.#check());
  readonly #timer: ReturnType<typeof setInterval>;
  #closed = false;

  constructor(
    stage: HTMLElement,
    marked: { looker: Looker; viewId: string },
    onRemoved: () => void,
  ) {
    this.#looker = marked.looker;
    this.#viewId = marked.viewId;
    this.#onRemoved = onRemoved;
    this.#element.className = styles['mark'] ?? '';
    this.#element.dataset['watermark'] = '';
    this.#element.ariaHidden = 'true';
    stage.append(this.#element);
    this.#write();
    this.#watching.observe(stage, { childList: true });
    this.#watching.observe(this.#element, { attributes: true, childList: true, subtree: true });
    this.#timer = setInterval(() => {
      this.#check();
      if (!this.#closed) this.#write();
    }, everyMs);
  }

  close(): void {
    this.#closed = true;
    clearInterval(this.#timer);
    this.#watching.disconnect();
    this.#element.remove();
  }

  #write(): void {
    const now = Date.now();
    const text = markLines(this.#looker, this.#viewId, now).join('\n');
    if (this.#element.textContent !== text) this.#element.textContent = text;
    const { left, top } = markPlace(now);
    Object.assign(this.#element.style, {
      left: `${left * 100}%`,
      top: `${top * 100}%`,
      translate: `-${left * 100}% -${top * 100}%`,
    });
  }

  #check(): void {
    if (this.#closed || this.#isReadable()) return;
    this.close();
    this.#onRemoved();
  }

  #isReadable(): boolean {
    if (!this.#element.isConnected || !this.#element.textContent?.includes(this.#looker.name)) {
      return false;
    }
    const style = getComputedStyle(this.#element);
    return (
      style.display !== 'none' &&
      style.visibility !== 'hidden' &&
      Number(style.opacity) >= leastOpacity &&
      Number.parseFloat(style.fontSize) >= leastFontPx
    );
  }
}
