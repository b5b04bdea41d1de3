// From a row of an item to the rows behind it.
import { address, kept } from './frame.js';

const NULL = '\u2400'; // an empty text is a value of its own

export function drillTo(item, row, context) {
  if (!item.by) return undefined;
  const parameters = kept(context.parameters);
  parameters.set('run', context.run);
  for (const column of item.by) {
    if (!(column in row)) continue;
    parameters.set(`by.${column}`, row[column] === null ? NULL : row[column]);
  }
  return address(`/rows/${context.dashboard}/${item.name}`, parameters);
}

/** The page of a signal. */
export function signalAt(dashboard, id, parameters) {
  return address(`/signal/${dashboard}/${encodeURIComponent(id)}`, kept(parameters));
}
