/** Asks the browser to keep the page, so that a screen starts while its server is away; it works without it too. */
export function registerScreenWorker(): void {
  if (import.meta.env.DEV || !('serviceWorker' in navigator)) return;
  navigator.serviceWorker
    .register('/screen-worker.js', { scope: '/screen' })
    .catch((error: unknown) => {
      console.warn('the page is not kept for a start without the server', error);
    });
}
