/**
 * What pulling and packaging cameras costs, by itself: no viewers, no gis-server. Prints one line of JSON.
 *
 *   node video-gateway/src/testing/pull-cost.ts <seconds> <rtsp address> [<rtsp address> …]
 */
import { CmafPackager } from '#packaging/cmaf-packager.ts';
import { createAddressGuard } from '#sources/address-guard.ts';
import { RtspSource } from '#sources/rtsp/rtsp-source.ts';

const [seconds, ...urls] = process.argv.slice(2);
const warmUpMs = 5_000;
const measuredMs = Number(seconds) * 1000;
if (!(measuredMs > 0) || urls.length === 0) {
  console.error('usage: node pull-cost.ts <seconds> <rtsp address> …');
  process.exit(2);
}

const guard = createAddressGuard(new Set());
const counted = { units: 0, bytes: 0, fragments: 0, ended: 0 };
const sources = urls.map((url) => {
  const packager = new CmafPackager();
  return new RtspSource(
    { url, allowed: null, guard },
    {
      onUnit: (unit) => {
        counted.units += 1;
        counted.bytes += unit.data.length;
        counted.fragments += packager.package(unit).length;
      },
      onEnd: ({ reason }) => {
        counted.ended += 1;
        console.error(`a pull ended: ${reason}`);
      },
    },
  );
});

setTimeout(() => {
  const before = { ...counted };
  const cpuBefore = process.cpuUsage();
  const startedAt = performance.now();
  setTimeout(() => {
    const wallMs = performance.now() - startedAt;
    const { user, system } = process.cpuUsage(cpuBefore);
    const corePercent = (user + system) / 10 / wallMs;
    console.log(
      JSON.stringify({
        cameras: urls.length,
        ended: counted.ended,
        seconds: wallMs / 1000,
        fragmentsPerSecond: ((counted.fragments - before.fragments) * 1000) / wallMs,
        kbitPerSecondPerCamera: ((counted.bytes - before.bytes) * 8) / wallMs / urls.length,
        corePercent,
        systemShare: system / (user + system),
        corePercentPerCamera: corePercent / urls.length,
        rssMegabytes: process.memoryUsage.rss() / 2 ** 20,
      }),
    );
    for (const source of sources) source.close();
    setTimeout(() => process.exit(0), 200);
  }, measuredMs);
}, warmUpMs);
