// Writes values for people, in the language of the page.
export class Formats {
  constructor(answer) {
    this.language = answer.lang;
    this.locale = answer.lang === 'nl' ? 'nl-NL' : 'en-GB';
    this.columns = answer.columns;
    this.companies = answer.companies ?? {};
  }

  label(name) {
    return this.columns[name]?.label ?? name;
  }

  kind(name) {
    return this.columns[name]?.format ?? 'text';
  }

  isNumber(name) {
    return ['money', 'price', 'quantity', 'percent', 'change', 'count'].includes(this.kind(name));
  }

  /** The currency of a column in a row: a code, a column that holds one, or the company's own. */
  currency(name, row) {
    const said = this.columns[name]?.currency;
    if (!said) return undefined;
    if (said === 'company') return this.companyCurrency(row.company_code);
    return said in row ? (row[said] || undefined) : (/^[A-Z]{3}$/.test(said) ? said : undefined);
  }

  companyCurrency(code) {
    if (code) return this.companies[code]?.currency;
    const all = new Set(Object.values(this.companies).map((company) => company.currency));
    return all.size === 1 ? [...all][0] : undefined;
  }

  value(name, row, options = {}) {
    const value = row[name];
    const words = this.columns[name]?.values;
    if (value !== null && words && value in words) return words[value];
    if (value === null || value === undefined || value === '') return '–';
    switch (this.kind(name)) {
      case 'money': return this.money(value, this.currency(name, row), options);
      case 'price': return this.money(value, this.currency(name, row), { ...options, digits: 2 });
      case 'quantity': return this.number(value, { maximumFractionDigits: 2, ...options.intl });
      case 'count': return this.number(value, { maximumFractionDigits: 0, ...options.intl });
      case 'change': return this.percent(value, { signDisplay: 'exceptZero' });
      case 'percent': return this.percent(value, options.intl);
      case 'date': return this.day(value, { day: 'numeric', month: 'short', year: 'numeric' });
      case 'month': return this.month(value);
      case 'company': return this.companies[value]?.name ?? value;
      case 'country': return this.country(value);
      default: return String(value);
    }
  }

  number(value, intl) {
    return new Intl.NumberFormat(this.locale, intl).format(value);
  }

  /** Whether an amount is so small that its cents say something. */
  isSmall(value) {
    return Math.abs(value) < 1000;
  }

  hasCents(value) {
    return this.isSmall(value) && !Number.isInteger(value);
  }

  /** From the amount `compact` on it is written short, such as € 6,93 mln. */
  money(value, currency, { digits, compact, intl } = {}) {
    const fraction = digits ?? (this.hasCents(value) ? 2 : 0);
    const size = compact !== undefined && Math.abs(value) >= compact
      ? { notation: 'compact', maximumSignificantDigits: 3 }
      : { minimumFractionDigits: fraction, maximumFractionDigits: fraction };
    const unit = currency ? { style: 'currency', currency, currencyDisplay: 'narrowSymbol' } : {};
    const text = this.number(Math.abs(value), { ...unit, ...size }).replace(/K$/, 'k');
    return `${this.sign(value, intl?.signDisplay)}${text}`;
  }

  /** Before the currency, in both languages. */
  sign(value, display) {
    if (display === 'never') return '';
    if (value < 0) return '−';
    return value > 0 && display === 'exceptZero' ? '+' : '';
  }

  /** 12.5 is written as 12,5 %. */
  percent(value, intl) {
    return this.number(value / 100, { style: 'percent', maximumFractionDigits: 1, ...intl });
  }

  date(value) {
    return this.day(value, { day: 'numeric', month: 'long', year: 'numeric' });
  }

  month(value) {
    return this.day(value, { month: 'long', year: 'numeric' });
  }

  shortMonth(value) {
    const first = value.slice(5, 7) === '01';
    return this.day(value, first ? { month: 'short', year: '2-digit' } : { month: 'short' });
  }

  /** A local business day has no zone: it is read and written in UTC. */
  day(value, how) {
    const day = new Date(`${value.slice(0, 10)}T00:00:00Z`);
    return new Intl.DateTimeFormat(this.locale, { ...how, timeZone: 'UTC' }).format(day);
  }

  /** An instant, as the clock of whoever looks says it. */
  moment(value) {
    const how = { day: 'numeric', month: 'long', hour: '2-digit', minute: '2-digit' };
    return new Intl.DateTimeFormat(this.locale, how).format(new Date(value));
  }

  country(value) {
    if (!/^[A-Z]{2}$/.test(value)) return value;
    return new Intl.DisplayNames([this.locale], { type: 'region', fallback: 'code' }).of(value);
  }
}
