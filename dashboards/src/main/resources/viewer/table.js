// Rows and columns. File and line stand together: that is where a row came from. On a phone rows with a sentence stand one
// below the other, each figure with its name.
import { element } from './dom.js';
import { drillTo, signalAt } from './drill.js';

const FIRST = 10;
const NARROW = '(max-width: 30rem)';
const SHORT = 10_000;

export function table(item, context, { caption, limit = FIRST } = {}) {
  const { formats, say } = context;
  const onPhone = limit === FIRST && matchMedia(NARROW).matches;
  const columns = item.show.filter((name) => name !== 'line_number' || !item.show.includes('file_name'))
    .filter((name) => !onPhone || !givesWay(name, item, formats));
  const written = Object.fromEntries(columns.map((name) => [name, amounts(name, item.rows, formats, { onCard: limit === FIRST, onPhone })]));
  const stacks = onPhone && item.rows.some((row) => columns.some((name) => look(formats.value(name, row)) === 'sentence'));
  const labels = columns.map((name) => label(name, item, formats, say));
  const head = element('tr', {}, ...columns.map((name, column) =>
    element('th', { scope: 'col', class: formats.isNumber(name) ? 'figures' : undefined }, labels[column])));
  const rows = item.rows.map((row, place) => {
    const href = drillTo(item, row, context);
    const cells = columns.map((name, column) => cell(name, column, row, item, href, written[name], context));
    if (stacks) cells.forEach((made, column) => { made.dataset.label = labels[column]; });
    const line = element('tr', { class: href ? 'leads' : undefined, hidden: place >= limit }, ...cells);
    if (href) line.addEventListener('click', (event) => follow(event, href));
    return line;
  });
  const made = element('table', { class: stacks ? 'stacked' : undefined },
    element('caption', { class: 'visually-hidden' }, caption ?? item.title),
    element('thead', {}, head), element('tbody', {}, ...rows));
  const region = element('div', { class: 'scrolls', role: 'region', tabindex: 0, 'aria-label': caption ?? item.title }, made);
  if (rows.length <= limit) return region;
  const more = element('button', { type: 'button', class: 'more' }, say.all(formats.number(rows.length)));
  more.addEventListener('click', () => {
    rows.forEach((row) => { row.hidden = false; });
    more.remove();
  });
  return element('div', {}, region, more);
}

/** On a phone last year's figures give way to the change from them. */
function givesWay(name, item, formats) {
  return name.endsWith('_last_year') && item.show.some((other) => formats.kind(other) === 'change');
}

/** All amounts of a column are written alike: on a card with cents when none is larger, on a phone a large one short. */
function amounts(name, rows, formats, { onCard, onPhone }) {
  if (formats.kind(name) !== 'money') return {};
  if (onPhone && rows.some((row) => Math.abs(row[name]) >= SHORT)) return { compact: 0 };
  const given = rows.filter((row) => row[name] !== null);
  const cents = onCard ? given.every((row) => formats.isSmall(row[name])) : given.some((row) => formats.hasCents(row[name]));
  return { digits: cents && given.some((row) => formats.hasCents(row[name])) ? 2 : 0 };
}

function label(name, item, formats, say) {
  return name === 'file_name' && item.show.includes('line_number') ? say.fileAndLine : formats.label(name);
}

function cell(name, column, row, item, href, options, { dashboard, formats, parameters, say }) {
  const text = formats.value(name, row, options);
  if (name === 'file_name' && item.show.includes('line_number')) {
    const line = row.line_number === null ? '' : `, ${say.line} ${formats.number(row.line_number, { useGrouping: false })}`;
    return element('td', { class: 'origin' }, row.file_name === null ? '–' : `${row.file_name}${line}`);
  }
  if (column === 0 && href) {
    return element('th', { scope: 'row' }, element('a', { href }, text));
  }
  if (formats.kind(name) === 'signal' && row[name] !== null) {
    return element('td', { class: 'code' }, element('a', { href: signalAt(dashboard, row[name], parameters) }, text));
  }
  const negative = formats.isNumber(name) && row[name] < 0;
  const classes = [formats.isNumber(name) && 'figures', negative && 'negative', look(text)].filter(Boolean).join(' ');
  return element('td', { class: classes || undefined }, text);
}

/** A sentence needs room on a narrow screen, and a short code is not broken at its hyphen. */
function look(text) {
  if (text.length > 80) return 'sentence';
  return text.length <= 12 && !text.includes(' ') && 'code';
}

function follow(event, href) {
  if (event.target.closest('a') || getSelection().toString()) return;
  location.href = href;
}
