import { Component, type ErrorInfo, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { TriangleAlert } from 'lucide-react';
import { Button } from './Button.tsx';
import { tellBreakage } from './breakages.ts';
import styles from './Guarded.module.css';

type GuardedProps = {
  children: ReactNode;
  /** What is shown: another in the place of what broke is not held to be broken too. */
  of?: unknown;
};
type GuardedState = { of: unknown; broken: boolean; tries: number };

/** On a wall nobody presses a button: it tries again by itself, more and more seldom. */
const pausesMs = [5_000, 15_000, 60_000];

/** A part of the page that breaks says so in its own place; without this the whole page would go blank with it. */
export class Guarded extends Component<GuardedProps, GuardedState> {
  override state: GuardedState = { of: this.props.of, broken: false, tries: 0 };
  #again: ReturnType<typeof setTimeout> | undefined;

  static getDerivedStateFromError(): Partial<GuardedState> {
    return { broken: true };
  }

  static getDerivedStateFromProps({ of }: GuardedProps, state: GuardedState): GuardedState | null {
    return of === state.of ? null : { of, broken: false, tries: 0 };
  }

  override componentDidCatch(cause: unknown, { componentStack }: ErrorInfo): void {
    console.error('a part of the page broke', cause, componentStack);
    tellBreakage();
    clearTimeout(this.#again);
    const pauseMs = pausesMs[Math.min(this.state.tries, pausesMs.length - 1)];
    this.#again = setTimeout(this.#tryAgain, pauseMs);
  }

  override componentWillUnmount(): void {
    clearTimeout(this.#again);
  }

  override render(): ReactNode {
    return this.state.broken ? <Broken retry={this.#tryAgain} /> : this.props.children;
  }

  readonly #tryAgain = (): void => {
    clearTimeout(this.#again);
    this.setState(({ tries }) => ({ broken: false, tries: tries + 1 }));
  };
}

function Broken({ retry }: { retry: () => void }) {
  const { t } = useTranslation('ui');
  return (
    <div className={styles.broken} role="alert" data-broken>
      <TriangleAlert size="1.4em" aria-hidden />
      <p>{t('broken')}</p>
      <Button onClick={retry}>{t('failed.retry')}</Button>
    </div>
  );
}
