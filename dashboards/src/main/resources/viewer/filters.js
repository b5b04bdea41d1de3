// Company and period. A choice changes the address, so that every view can be kept and sent.
import { element } from './dom.js';
import { address } from './frame.js';

export function filters(answer, parameters, formats, say) {
  const chosen = answer.filters;
  const company = companies(answer, formats, say);
  const period = periods(answer, say);
  const from = element('input', { type: 'date', id: 'from', value: chosen.from, required: true });
  const to = element('input', { type: 'date', id: 'to', value: chosen.to, required: true });
  const own = element('div', { class: 'own', hidden: period.value !== 'own' },
    field('from', say.from, from), field('to', say.to, to));
  const apply = () => {
    const next = new URLSearchParams(parameters);
    set(next, 'company', company.value);
    if (period.value === 'usual') {
      next.delete('from');
      next.delete('to');
    } else {
      const [first, last] = period.value === 'own' ? [from.value, to.value] : period.value.split(' ');
      set(next, 'from', first);
      set(next, 'to', last);
    }
    dispatchEvent(new CustomEvent('offtake:go', { detail: address(location.pathname, next) }));
  };
  company.addEventListener('change', apply);
  period.addEventListener('change', () => {
    own.hidden = period.value !== 'own';
    if (own.hidden) apply();
    else from.focus();
  });
  const ownDates = () => from.value && to.value && from.value <= to.value && apply();
  from.addEventListener('change', ownDates);
  to.addEventListener('change', ownDates);
  const name = chosen.company ? formats.value('company_code', { company_code: chosen.company }) : say.allCompanies;
  const wide = matchMedia('(min-width: 48rem)').matches;
  return element('details', { class: 'filters', open: wide || period.value === 'own' },
    element('summary', {}, element('span', { class: 'visually-hidden' }, `${say.filters}: `),
      `${name} · ${span(chosen, formats)}`),
    element('form', { onsubmit: (event) => event.preventDefault() },
      field('company', say.company, company), field('period', say.period, period), own));
}

function span(chosen, formats) {
  const short = (value) => formats.day(value, { month: 'short', year: 'numeric' });
  return `${short(chosen.from)} – ${short(chosen.to)}`;
}

function field(id, label, control) {
  return element('div', { class: 'field' }, element('label', { for: id }, label), control);
}

function set(parameters, name, value) {
  if (value) parameters.set(name, value);
  else parameters.delete(name);
}

function companies(answer, formats, say) {
  const select = element('select', { id: 'company' }, element('option', { value: '' }, say.allCompanies));
  for (const code of answer.filters.companies) {
    const label = formats.companies[code]?.name ?? code;
    select.append(element('option', { value: code, selected: code === answer.filters.company }, label));
  }
  return select;
}

function periods(answer, say) {
  const { from, to } = answer.filters;
  const asOf = answer.run.business_date;
  const year = Number(asOf.slice(0, 4));
  const usual = !new URLSearchParams(location.search).get('from');
  const choices = [
    ['usual', say.periodLast12],
    [`${monthsBack(to, 23)} ${to}`, say.periodLast24],
    [`${year}-01-01 ${asOf}`, say.periodThisYear],
    [`${year - 1}-01-01 ${year - 1}-12-31`, say.periodLastYear],
    ['own', say.own],
  ];
  const known = usual ? 'usual' : choices.map(([value]) => value).find((value) => value === `${from} ${to}`) ?? 'own';
  return element('select', { id: 'period' },
    ...choices.map(([value, label]) => element('option', { value, selected: value === known }, label)));
}

function monthsBack(day, months) {
  const first = new Date(`${day.slice(0, 7)}-01T00:00:00Z`);
  first.setUTCMonth(first.getUTCMonth() - months);
  return first.toISOString().slice(0, 10);
}
