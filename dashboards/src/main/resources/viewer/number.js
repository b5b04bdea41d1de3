// A figure, what it was last year, and whether the difference is good news.
import { element } from './dom.js';
import { drillTo } from './drill.js';
import { story } from './story.js';

export function numberCard(item, context) {
  const { formats, say } = context;
  const [first, ...others] = item.rows;
  const body = element('div', { class: 'number' });
  const sentence = story(item, first, formats);
  if (sentence) body.append(sentence);
  body.append(figure(item, first, context));
  if (others.length > 0) {
    body.append(element('ul', { class: 'others' },
      ...others.map((row) => element('li', {}, figure(item, row, context)))));
  }
  if (first[item.value] === null) body.append(element('p', { class: 'quiet' }, say.noRows));
  return body;
}

function figure(item, row, context) {
  const { formats, say } = context;
  const text = formats.value(item.value, row);
  const href = drillTo(item, row, context);
  const value = href
    ? element('a', { class: 'value', href, title: say.rowsBehind }, text)
    : element('span', { class: 'value' }, text);
  const line = element('p', { class: 'figure' }, value, ' ',
    element('span', { class: 'what' }, formats.label(item.value)));
  if (item.last_year) line.append(' ', comparison(item, row, context));
  return line;
}

function comparison(item, row, { formats, say }) {
  const before = row[item.last_year];
  const now = row[item.value];
  if (before === null || before === undefined || now === null) {
    return element('span', { class: 'delta quiet' }, say.noComparison);
  }
  const difference = now - before;
  const good = difference === 0 ? 'same' : (difference > 0) === (item.good === 'up') ? 'good' : 'bad';
  const sign = { signDisplay: 'never' }; // the arrow says it
  const counted = formats.kind(item.value) === 'count';
  const change = counted || before === 0
    ? formats.value(item.value, { ...row, [item.value]: difference }, { intl: sign })
    : formats.percent((difference / Math.abs(before)) * 100, sign);
  const arrow = difference > 0 ? '▲' : difference < 0 ? '▼' : '●';
  const meaning = difference > 0 ? say.more : difference < 0 ? say.less : say.same;
  return element('span', { class: 'compared' },
    element('span', { class: `delta ${good}` },
      element('span', { 'aria-hidden': 'true' }, `${arrow} `), change,
      element('span', { class: 'visually-hidden' }, ` ${meaning}`)),
    ' ',
    element('span', { class: 'quiet' }, `${say.lastYear} ${formats.value(item.last_year, row)}`));
}
