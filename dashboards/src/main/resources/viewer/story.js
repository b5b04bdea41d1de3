// A sentence from the dashboard's file, with the figures of a row in the places between braces.
import { element } from './dom.js';

const MILLION = 1e6;

export function story(item, row, formats) {
  const template = item.stories[row?.story];
  if (!template) return undefined;
  const sentence = element('p', { class: 'story' });
  template.split(/(\{[a-z_]+\})/).forEach((part, place) => {
    const name = part.match(/^\{([a-z_]+)\}$/)?.[1];
    if (!name) {
      sentence.append(part);
      return;
    }
    const text = formats.value(name, row, { compact: MILLION });
    const atStart = place === 1 && template.startsWith('{');
    sentence.append(element('strong', {}, atStart ? capital(text) : text));
  });
  return sentence;
}

const capital = (text) => text.charAt(0).toLocaleUpperCase() + text.slice(1);
