/** Asks the browser to keep the app, so that it opens where there is no line; the page works without it too. */
export function registerFieldWorker(): void {
  if (import.meta.env.DEV || !('serviceWorker' in navigator)) return;
  navigator.serviceWorker
    .register('/field-worker.js', { scope: '/field' })
    .catch((error: unknown) => {
      console.warn('the app is not kept for use without a line', error);
    });
  // What is unsent must not be swept away when the phone runs short.
  void navigator.storage?.persist?.();
}
