// One signal: what was told, what became of it, what people said of it, and a form to say more.
import { Problem, get, post } from './api.js';
import { element, fill } from './dom.js';
import { drillTo } from './drill.js';
import { Formats } from './format.js';
import { address, banner, frame, kept } from './frame.js';
import { table } from './table.js';
import { words } from './words.js';

const FACTS = ['raised_date', 'since_date', 'rep_name', 'stake_amount', 'probability_pct', 'subject'];
const NAME = 'offtake.name';

export async function showSignal([dashboard, id], parameters, main) {
  const path = `/api/signal/${encodeURIComponent(dashboard)}/${encodeURIComponent(id)}`;
  const language = new URLSearchParams();
  if (parameters.get('lang')) language.set('lang', parameters.get('lang'));
  const answer = await get(path, language);
  const say = words(answer.lang);
  const formats = new Formats(answer);
  frame(answer, parameters, dashboard);
  const [signal] = answer.signal;
  const context = { dashboard, formats, parameters, run: answer.run.id, say };
  const again = () => showSignal([dashboard, id], parameters, main);
  fill(
    main,
    banner(answer, formats),
    element('nav', { class: 'trail', 'aria-label': say.back },
      element('a', { href: address(`/dashboard/${dashboard}`, kept(parameters)) }, `← ${answer.title}`)),
    element('div', { class: 'asked' },
      element('div', {},
        element('h1', {}, `${signal.party_name} · ${formats.value('signal_kind', signal)}`),
        element('p', { class: 'quiet stand' }, [signal.signal_id, formats.value('signal_status', { signal_status: signal.status }),
          say.standOf(formats.date(answer.run.business_date), answer.run.id)].join(' · ')),
        ...answer.mutes.map((mute) => element('p', { class: 'quiet' },
          say.muted(formats.date(mute.muted_until_date), mute.muted_by, mute.mute_reason, mute.is_whole_customer))))),
    element('div', { class: 'cards' },
      told(signal, answer.orders_at, context),
      form(`${path}/followups`, answer, signal, again, say),
      list(say.followups, answer.followups.map((row) => marked(row, say)),
        ['said_date', 'said_by', 'followup_status', 'cause_code', 'action_code', 'outcome_code', 'expected_amount'], say.noFollowups, context),
      list(say.becameOfIt, answer.events, ['event_date', 'event', 'event_reason'], '', context)),
  );
}

function told(signal, ordersAt, context) {
  const { formats, say } = context;
  const orders = ordersAt && drillTo({ name: ordersAt, by: ['company_code', 'party_id'] }, signal, context);
  const facts = FACTS.filter((name) => signal[name] !== null).map((name) => element('div', {},
    element('dt', {}, formats.label(name)), element('dd', {}, formats.value(name, signal))));
  return element('section', { class: 'card span-7', 'data-item': 'told' },
    element('header', {}, element('h2', {}, say.asTold)),
    element('p', { class: 'told' }, signal.signal_text),
    element('dl', { class: 'facts' }, ...facts),
    orders ? element('p', { class: 'evidence' }, element('a', { href: orders }, say.orders)) : undefined);
}

/** What was typed since the last run says so, where a table has room for it. */
function marked(row, say) {
  return row.is_taken_in ? row : { ...row, said_by: `${row.said_by ?? ''} (${say.notTakenIn})` };
}

function list(title, rows, show, nothing, context) {
  return element('section', { class: 'card span-12' },
    element('header', {}, element('h2', {}, title)),
    rows.length === 0 ? element('p', { class: 'quiet absent' }, nothing) : table({ title, show, rows }, context));
}

function form(path, answer, signal, again, say) {
  const choice = (kind, name, label, required) => {
    const id = `followup-${name}`;
    const options = answer.codes.filter((code) => code.code_kind === kind)
      .map((code) => element('option', { value: code.code }, code.text));
    return element('div', { class: 'field' }, element('label', { for: id }, label),
      element('select', { id, name, required }, element('option', { value: '' }, required ? say.choose : '–'), ...options));
  };
  const written = (name, label, attributes) => element('div', { class: 'field' },
    element('label', { for: `followup-${name}` }, label), element('input', { id: `followup-${name}`, name, ...attributes }));
  const status = element('p', { class: 'quiet', role: 'status' }, say.followupNext);
  const made = element('form', { class: 'followup' },
    written('by', say.yourName, { required: true, pattern: '.*\\S.*', title: say.yourName, maxlength: 80, autocomplete: 'name', value: localStorage.getItem(NAME) ?? '' }),
    choice('STATUS', 'status', say.status, true),
    choice('CAUSE', 'cause', say.cause, false),
    choice('ACTION', 'action', say.action, false),
    choice('OUTCOME', 'outcome', say.outcome, false),
    written('expected', say.expected(signal.currency_code), { inputmode: 'decimal', pattern: '[0-9]{1,10}([.,][0-9]{1,2})?', title: say.amountForm }),
    element('button', { type: 'submit' }, say.keep),
    status);
  made.addEventListener('submit', async (event) => {
    event.preventDefault();
    const button = made.querySelector('button');
    button.disabled = true;
    const said = Object.fromEntries([...new FormData(made)].filter(([, value]) => value !== ''));
    if (said.expected) said.expected = said.expected.replace(',', '.');
    localStorage.setItem(NAME, said.by);
    try {
      await post(path, said);
      await again();
    } catch (problem) {
      if (!(problem instanceof Problem)) throw problem;
      status.textContent = problem.status === 401 ? say.signedOut : problem.message ? say.notKept(problem.message) : say.noAnswer;
      status.className = 'negative';
      button.disabled = false;
    }
  });
  return element('section', { class: 'card span-5', 'data-item': 'followup' },
    element('header', {}, element('h2', {}, say.followUp)), made);
}
