// Lines, bars and steps by ECharts, each with the same figures as a table below.
import { element } from './dom.js';
import { drillTo } from './drill.js';
import { bridgeOptions } from './bridge.js';
import { lineOptions } from './lines.js';
import { story } from './story.js';
import { table } from './table.js';

let library;

/** Served from our own address; asked for once, and only where there is a chart. */
function echarts() {
  library ??= new Promise((resolve, reject) => {
    const script = element('script', { src: '/static/echarts.js' });
    script.addEventListener('load', () => resolve(globalThis.echarts));
    script.addEventListener('error', reject);
    document.head.append(script);
  });
  return library;
}

export function chartCard(item, context) {
  const { formats, say } = context;
  const place = element('div', {
    class: `chart ${item.shows}`,
    role: 'img',
    'aria-label': `${item.title}. ${say.asTable}: ↓`,
  });
  const shown = item.shows === 'bridge' ? [item.across, item.value] : [item.across, ...item.lines];
  const asTable = element('details', { class: 'as-table' },
    element('summary', {}, say.asTable),
    table({ ...item, show: shown }, context, { limit: 36 }));
  draw(place, item, context);
  const caption = story(item, item.rows[0], formats);
  caption?.classList.add('caption');
  return element('div', {}, caption, place, asTable, element('p', { class: 'visually-hidden' }, formats.label(item.across)));
}

async function draw(place, item, context) {
  const library = await echarts();
  const chart = library.init(place, null, { renderer: 'canvas' });
  const options = () => (item.shows === 'bridge'
    ? bridgeOptions(item, context, colours(), place.clientWidth)
    : lineOptions(item, context, colours(), place.clientWidth));
  chart.setOption(options());
  chart.on('click', (event) => {
    const row = event.data?.row;
    const href = row && drillTo(item, row, context);
    if (href) location.href = href;
  });
  const redraw = () => {
    if (!place.isConnected) return;
    chart.resize();
    chart.setOption(options(), true);
  };
  new ResizeObserver(redraw).observe(place);
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', redraw);
}

/** The colours of the style sheet, so that charts follow light and dark. */
function colours() {
  const style = getComputedStyle(document.documentElement);
  const colour = (name) => style.getPropertyValue(`--${name}`).trim();
  return {
    ink: colour('ink'), quiet: colour('quiet'), rule: colour('rule'), card: colour('card'),
    accent: colour('accent'), before: colour('before'), good: colour('good'), bad: colour('bad'),
    font: style.fontFamily,
  };
}
