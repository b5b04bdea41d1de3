// What stands around every page: name, dashboards, language, and the strip that says figures are old.
import { element, fill } from './dom.js';
import { words } from './words.js';

const KEPT = ['company', 'from', 'to', 'lang'];

/** The parameters that a link to another page takes along. */
export function kept(parameters) {
  const taken = new URLSearchParams();
  for (const name of KEPT) if (parameters.get(name)) taken.set(name, parameters.get(name));
  return taken;
}

export function address(path, parameters) {
  const query = parameters.toString();
  return query ? `${path}?${query}` : path;
}

export function frame(answer, parameters, current) {
  const say = words(answer.lang);
  document.documentElement.lang = answer.lang;
  document.title = `${answer.title} · Offtake`;
  fill(
    document.getElementById('top'),
    element('a', { class: 'skip', href: '#main' }, say.skip),
    element('a', { class: 'brand', href: '/' },
      element('img', { src: '/static/mark.svg', alt: '', width: 24, height: 24 }), 'Offtake'),
    dashboards(answer, parameters, current, say),
    languages(answer.lang),
  );
}

function dashboards(answer, parameters, current, say) {
  if (!answer.dashboards) return element('span');
  const company = new URLSearchParams();
  for (const name of ['company', 'lang']) if (parameters.get(name)) company.set(name, parameters.get(name));
  return element('nav', { 'aria-label': say.dashboards },
    ...answer.dashboards.map((each) => element('a', {
      href: address(`/dashboard/${each.name}`, company),
      'aria-current': each.name === current ? 'page' : undefined,
    }, each.title)));
}

function languages(current) {
  const link = (tag, name) => {
    const parameters = new URLSearchParams(location.search);
    parameters.set('lang', tag);
    return element('a', {
      href: address(location.pathname, parameters),
      lang: tag,
      title: name,
      'aria-label': name,
      'aria-current': tag === current ? 'true' : undefined,
    }, tag.toUpperCase());
  };
  return element('div', { class: 'languages' }, link('nl', 'Nederlands'), link('en', 'English'));
}

export function banner(answer, formats) {
  if (!answer.banner) return undefined;
  const say = words(answer.lang);
  const date = answer.run ? formats.date(answer.run.business_date) : '–';
  return element('div', { class: 'banner', role: 'alert' },
    element('strong', {}, say.bannerTitle),
    ` ${say.banner(date, formats.moment(answer.banner.since), answer.banner.run, answer.banner.message)}`);
}
