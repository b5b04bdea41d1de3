// A dashboard: the question, the filters and the cards.
import { get } from './api.js';
import { chartCard } from './chart.js';
import { element, fill } from './dom.js';
import { filters } from './filters.js';
import { Formats } from './format.js';
import { banner, frame } from './frame.js';
import { numberCard } from './number.js';
import { table } from './table.js';
import { words } from './words.js';

export async function showDashboard([name], parameters, main) {
  const answer = await get(`/api/dashboard/${encodeURIComponent(name)}`, parameters);
  const say = words(answer.lang);
  const formats = new Formats(answer);
  frame(answer, parameters, name);
  if (!answer.run) {
    fill(main, banner(answer, formats), nothingYet(say));
    return;
  }
  const context = { dashboard: name, formats, parameters, run: answer.run.id, say };
  const focused = document.activeElement?.id;
  fill(
    main,
    banner(answer, formats),
    element('div', { class: 'asked' },
      element('div', {},
        element('h1', {}, answer.question),
        element('p', { class: 'quiet stand' }, say.standOf(formats.date(answer.run.business_date), answer.run.id))),
      filters(answer, parameters, formats, say)),
    element('div', { class: 'cards' }, ...answer.items.map((item, place) => card(item, place, context))),
  );
  if (focused && focused !== 'main') document.getElementById(focused)?.focus();
}

function nothingYet(say) {
  return element('section', { class: 'card notice' },
    element('h1', {}, say.nothing), element('p', {}, say.nothingNext));
}

function card(item, place, context) {
  const id = `card-${item.name}`;
  return element('section', {
    class: `card span-${item.width} ${item.shows}${place === 0 ? ' first' : ''}`,
    'data-item': item.name,
    'aria-labelledby': id,
  },
  element('header', {},
    element('h2', { id }, item.title),
    element('details', { class: 'about' },
      element('summary', { 'aria-label': `${context.say.about} ${item.title}`, title: context.say.about },
        element('span', { 'aria-hidden': 'true' }, 'i')),
      element('p', {}, item.about))),
  body(item, context));
}

function body(item, context) {
  const { say } = context;
  if (item.status === 'missing') return element('p', { class: 'quiet absent' }, say.missing(item.table));
  if (item.status === 'failed') {
    return element('div', { class: 'absent', role: 'alert' },
      element('p', {}, say.failed), element('p', { class: 'quiet' }, item.message));
  }
  if (item.rows.length === 0) return element('p', { class: 'quiet absent' }, say.noRows);
  switch (item.shows) {
    case 'number': return numberCard(item, context);
    case 'table': return table(item, context);
    default: return chartCard(item, context);
  }
}
