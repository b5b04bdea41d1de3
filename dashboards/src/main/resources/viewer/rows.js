// The rows behind a number, with the file and line they came from.
import { get } from './api.js';
import { element, fill } from './dom.js';
import { Formats } from './format.js';
import { address, banner, frame, kept } from './frame.js';
import { table } from './table.js';
import { words } from './words.js';

export async function showRows([dashboard, item], parameters, main) {
  const path = `/api/rows/${encodeURIComponent(dashboard)}/${encodeURIComponent(item)}`;
  const answer = await get(path, parameters);
  const say = words(answer.lang);
  const formats = new Formats(answer);
  frame(answer, parameters, dashboard);
  const context = { dashboard, formats, parameters, run: answer.run.id, say };
  const asked = parameters.get('run');
  const file = new URLSearchParams(parameters);
  file.delete('page');
  file.set('format', 'csv');
  fill(
    main,
    banner(answer, formats),
    element('nav', { class: 'trail', 'aria-label': say.back },
      element('a', { href: address(`/dashboard/${dashboard}`, kept(parameters)) }, `← ${answer.dashboard_title}`)),
    element('div', { class: 'asked' },
      element('div', {},
        element('h1', {}, answer.title),
        element('p', { class: 'quiet stand' }, [answer.item_title, ...chosen(parameters, formats)].join(' · '))),
      element('a', { class: 'button', href: address(path, file), download: true }, say.download)),
    asked && Number(asked) !== answer.run.id ? element('p', { class: 'banner' }, say.renewed) : undefined,
    element('section', { class: 'card rows' },
      summary(answer, formats, say),
      table({ title: answer.title, show: answer.show, rows: answer.rows }, context, { limit: answer.page_size }),
      pages(answer, parameters, formats, say)),
  );
}

function chosen(parameters, formats) {
  return [...parameters.entries()].filter(([name]) => name.startsWith('by.')).map(([name, value]) => {
    const column = name.slice(3);
    return `${formats.label(column)}: ${formats.value(column, { [column]: value === '\u2400' ? null : value })}`;
  });
}

function summary(answer, formats, say) {
  const line = element('p', { class: 'summary' },
    element('strong', {}, formats.number(answer.total)), ` ${say.rows(answer.total)}`);
  if (answer.sum && answer.sum_value !== null) {
    line.append(` · ${say.sum} ${formats.label(answer.sum).toLocaleLowerCase()} `,
      element('strong', {}, formats.money(answer.sum_value, answer.sum_currency ?? undefined, { digits: 2 })));
  }
  return line;
}

function pages(answer, parameters, formats, say) {
  const last = Math.max(1, Math.ceil(answer.total / answer.page_size));
  if (last === 1) return undefined;
  const to = (page, text) => {
    if (page < 1 || page > last) return element('span', { class: 'quiet' }, text);
    const next = new URLSearchParams(parameters);
    next.set('page', page);
    return element('a', { href: address(location.pathname, next) }, text);
  };
  const first = (answer.page - 1) * answer.page_size + 1;
  const end = Math.min(answer.page * answer.page_size, answer.total);
  return element('nav', { class: 'pages', 'aria-label': say.rowsBehind },
    to(answer.page - 1, `← ${say.previous}`),
    element('span', {}, say.of(formats.number(first), formats.number(end), formats.number(answer.total))),
    to(answer.page + 1, `${say.next} →`));
}
