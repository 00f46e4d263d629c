import { formatNumber } from './format-value.ts';
import { type LogScale, logScale } from './log-scale.ts';
import type { Curve, Plot, Unit } from './result.ts';

const [width, height] = [720, 400];
const frame = { left: 84, right: width - 120, top: 48, bottom: height - 56 };
/** Between the frame and the first and last point. */
const inset = 28;
const colors = ['#0b62a8', '#b3470e', '#2f7d32'];

/** A plot against the size of the corpus in documents, both axes logarithmic. */
export function plotSvg({ title, unit, curves }: Plot): string {
  const points = curves.flatMap((curve) => curve.points);
  const across = logScale({ values: points.map(([size]) => size), from: frame.left + inset, to: frame.right - inset });
  const up = logScale({ values: points.map(([, value]) => value), from: frame.bottom, to: frame.top });
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" font-family="sans-serif" font-size="13">`,
    `<title>${escaped(title)}</title>`,
    `<rect width="${width}" height="${height}" fill="#ffffff"/>`,
    `<text x="${frame.left}" y="26" font-size="16" font-weight="bold" fill="#1b1b1b">${escaped(title)}</text>`,
    ...acrossAxis(across),
    ...upAxis(up, unit),
    ...curves.flatMap((curve, index) =>
      drawCurve(curve, { across, up, unit, color: colors[index % colors.length] ?? '' }),
    ),
    '</svg>',
    '',
  ].join('\n');
}

function acrossAxis({ ticks, place }: LogScale): readonly string[] {
  const middle = (frame.left + frame.right) / 2;
  return [
    ...ticks.flatMap((tick) => [
      line({ x1: place(tick), y1: frame.top, x2: place(tick), y2: frame.bottom }),
      label(place(tick), frame.bottom + 20, 'middle', tick.toLocaleString('en')),
    ]),
    label(middle, height - 14, 'middle', 'documents'),
  ];
}

function upAxis({ ticks, place }: LogScale, unit: Unit): readonly string[] {
  return ticks.flatMap((tick) => [
    line({ x1: frame.left, y1: place(tick), x2: frame.right, y2: place(tick) }),
    label(frame.left - 8, place(tick) + 4, 'end', `${tick.toLocaleString('en')} ${unit}`),
  ]);
}

interface Drawing {
  readonly across: LogScale;
  readonly up: LogScale;
  readonly unit: Unit;
  readonly color: string;
}

/** Line, points with their values, and the name behind the last point. */
function drawCurve({ name, points }: Curve, { across, up, unit, color }: Drawing): readonly string[] {
  const places = points.map(([size, value]) => ({ x: across.place(size), y: up.place(value), value }));
  const last = places.at(-1);
  const path = places.map(({ x, y }) => `${round(x)},${round(y)}`).join(' ');
  return [
    `<polyline points="${path}" fill="none" stroke="${color}" stroke-width="2"/>`,
    ...places.flatMap(({ x, y, value }) => [
      `<circle cx="${round(x)}" cy="${round(y)}" r="3.5" fill="${color}"/>`,
      label(x, y - 9, 'middle', formatNumber(value, unit), color),
    ]),
    ...(last === undefined ? [] : [label(last.x + inset + 4, last.y + 4, 'start', name, color)]),
  ];
}

const line = (at: Record<'x1' | 'y1' | 'x2' | 'y2', number>): string => {
  const attributes = Object.entries(at).map(([name, value]) => `${name}="${round(value)}"`);
  return `<line ${attributes.join(' ')} stroke="#d9d9d9"/>`;
};

const label = (x: number, y: number, anchor: string, text: string, color = '#444444'): string =>
  `<text x="${round(x)}" y="${round(y)}" text-anchor="${anchor}" fill="${color}" ${halo}>${escaped(text)}</text>`;

/** Keeps texts readable where they lie on lines. */
const halo = 'stroke="#ffffff" stroke-width="3" paint-order="stroke"';

const round = (value: number): string => String(Math.round(value * 10) / 10);

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
