/** What the demo city's other systems say: made up, and marked so. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ThemeDocument } from '#domain/outside/theme-document.ts';
import type { WeatherDocument } from '#domain/outside/weather.ts';
import type { Route } from '../http/http-server.ts';

type Town = { code: string; name: string; position: [number, number]; people: number };

const hourMs = 3_600_000;

export function outsideRoutes(now: () => Date = () => new Date()): Route[] {
  const towns = readTowns();
  const documents = {
    weather: () => weatherAt(now()),
    'civil-affairs': () => civilAffairs(towns, now()),
    'food-and-drug': () => foodAndDrug(towns, now()),
  };
  return Object.entries(documents).map(([name, document]) => ({
    prefix: `/outside/${name}`,
    answer: async () => ({ kind: 'json', status: 200, value: document() }),
  }));
}

/** A winter's day in the hills of Hunan, by the hour. */
function weatherAt(now: Date): WeatherDocument {
  const observedAt = new Date(Math.floor(now.getTime() / (hourMs / 6)) * (hourMs / 6));
  const hour = (observedAt.getUTCHours() + 8 + observedAt.getUTCMinutes() / 60) % 24;
  const warmth = Math.cos(((hour - 14) / 24) * 2 * Math.PI);
  return {
    source: '涟源市气象局',
    illustrative: true,
    observedAt: observedAt.toISOString(),
    sky: hour < 7 ? 'fog' : hour < 17 ? 'cloudy' : 'overcast',
    temperatureC: Math.round((9 + 4 * warmth) * 10) / 10,
    windMetersPerSecond: 2.6,
    windFromDeg: 20,
    rainMmPerHour: null,
    warnings:
      hour < 9 ? [{ title: '大雾黄色预警', level: 'yellow', until: atHour(observedAt, 9) }] : [],
  };
}

/** The next time the city's clocks show this hour. */
function atHour(from: Date, hour: number): string {
  const cityMidnight = Math.floor((from.getTime() + 8 * hourMs) / (24 * hourMs)) * 24 * hourMs;
  return new Date(cityMidnight - 8 * hourMs + hour * hourMs).toISOString();
}

function civilAffairs(towns: readonly Town[], now: Date): ThemeDocument {
  return {
    theme: 'civil-affairs',
    name: '民政',
    source: '涟源市民政局',
    illustrative: true,
    asOf: midnightBefore(now),
    goodForHours: 48,
    indicators: [
      {
        ...{ code: 'elder-homes', name: '养老机构', unit: '家', sensitive: false },
        places: towns.map((town) => placeIn(town, '敬老院', 0)),
      },
      {
        ...{ code: 'orphans', name: '孤儿和困境儿童', unit: '人', sensitive: true },
        areas: towns.map(({ code, people }, i) => ({
          areaCode: code,
          value: Math.round(people / 9_000) + (i % 3) - 1,
        })),
      },
      {
        ...{ code: 'allowances', name: '低保对象', unit: '人', sensitive: true },
        areas: towns.map(({ code, people }) => ({
          areaCode: code,
          value: Math.round(people * 0.021),
        })),
      },
    ],
  };
}

function foodAndDrug(towns: readonly Town[], now: Date): ThemeDocument {
  return {
    theme: 'food-and-drug',
    name: '食品药品',
    source: '涟源市市场监督管理局',
    illustrative: true,
    asOf: midnightBefore(now),
    goodForHours: 48,
    indicators: [
      {
        ...{ code: 'pharmacies', name: '药店', unit: '家', sensitive: false },
        places: towns.flatMap((town) => [1, 2].map((n) => placeIn(town, `第${n}药店`, n))),
      },
      {
        ...{ code: 'canteens', name: '学校食堂', unit: '家', sensitive: false },
        places: towns.map((town) => placeIn(town, '中心小学食堂', 3)),
      },
      {
        ...{ code: 'inspections', name: '本年抽检批次', unit: '批', sensitive: false },
        areas: towns.map(({ code, people }) => ({
          areaCode: code,
          value: Math.round(people / 400),
        })),
      },
    ],
  };
}

/** Some hundred metres from the middle of the town, in another direction for each kind. */
function placeIn({ code, name, position }: Town, what: string, kind: number) {
  const turn = kind * 1.7 + Number(code.slice(-3));
  return {
    id: `${code}-${kind}`,
    name: `${name}${what}`,
    areaCode: code,
    longitude: Number((position[0] + 0.006 * Math.cos(turn)).toFixed(6)),
    latitude: Number((position[1] + 0.005 * Math.sin(turn)).toFixed(6)),
  };
}

function midnightBefore(now: Date): string {
  const cityMidnight = Math.floor((now.getTime() + 8 * hourMs) / (24 * hourMs)) * 24 * hourMs;
  return new Date(cityMidnight - 8 * hourMs).toISOString();
}

function readTowns(): Town[] {
  const file = join(import.meta.dirname, '..', '..', '..', 'seed', 'lianyuan-townships.csv');
  const [, ...lines] = readFileSync(file, 'utf8').trim().split('\n');
  return lines.map((line) => {
    const [code = '', name = '', longitude, latitude, , , , people] = line.split(',');
    return { code, name, position: [Number(longitude), Number(latitude)], people: Number(people) };
  });
}
