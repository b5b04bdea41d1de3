// Which page is this? /dashboard/<name>, /rows/<dashboard>/<item> or /signal/<dashboard>/<number>.
import { Problem } from './api.js';
import { showDashboard } from './dashboard.js';
import { element, fill } from './dom.js';
import { showRows } from './rows.js';
import { showSignal } from './signal.js';
import { words } from './words.js';

const PAGES = { rows: showRows, signal: showSignal };

const main = document.getElementById('main');

async function show() {
  const [kind, ...path] = location.pathname.slice(1).split('/').map(decodeURIComponent);
  const say = words(document.documentElement.lang);
  main.setAttribute('aria-busy', 'true');
  const slow = setTimeout(() => loading(say), 250);
  try {
    const page = PAGES[kind] ?? showDashboard;
    await page(path, new URLSearchParams(location.search), main);
  } catch (problem) {
    if (!(problem instanceof Problem)) throw problem;
    failed(problem, path.at(-1) ?? kind, say);
  } finally {
    clearTimeout(slow);
    main.removeAttribute('aria-busy');
  }
}

function loading(say) {
  if (main.querySelector('.card, table')) return;
  fill(main, element('p', { class: 'loading', role: 'status' }, `${say.loading} …`));
}

function failed(problem, name, say) {
  if (problem.status === 404) {
    // trying again makes nothing appear that is not there
    notice(say.absent(name), say.absentNext, element('a', { href: '/' }, say.toDashboards));
    return;
  }
  const reason = problem.status === 401 ? say.signedOut : problem.message || say.noAnswer;
  notice(say.wrong, reason, element('button', { type: 'button', onclick: show }, say.again));
}

function notice(title, reason, next) {
  fill(
    main,
    element('section', { class: 'card notice', role: 'alert' },
      element('h1', {}, title),
      element('p', {}, reason),
      next),
  );
}

addEventListener('popstate', show);
addEventListener('offtake:go', (event) => {
  history.pushState(null, '', event.detail);
  show();
});
show();
