/** `npm run soak [-- looks|wall] [--quick]`: what runs for days must take no more at its end than at its beginning. */
const soaks = {
  looks: () => import('./looks-soak.ts'),
  wall: () => import('./wall-soak.ts'),
} as const;

const wanted = process.argv.slice(2).find((word) => !word.startsWith('--')) ?? 'looks';
if (!(wanted in soaks)) {
  console.error(`no such soak: ${wanted}; there are ${Object.keys(soaks).join(', ')}`);
  process.exit(1);
}
await soaks[wanted as keyof typeof soaks]();
