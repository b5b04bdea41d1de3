// One request per page, and one per form. A failure carries words that can be shown.
export class Problem extends Error {
  constructor(status, message) {
    super(message);
    this.status = status;
  }
}

export function get(path, parameters) {
  const query = parameters.toString();
  return answered(query ? `${path}?${query}` : path, { headers: { Accept: 'application/json' } });
}

export function post(path, content) {
  const headers = { Accept: 'application/json', 'Content-Type': 'application/json' };
  return answered(path, { method: 'POST', headers, body: JSON.stringify(content) });
}

async function answered(address, how) {
  let response;
  try {
    response = await fetch(address, how);
  } catch {
    throw new Problem(0, '');
  }
  const answer = await response.json().catch(() => ({}));
  if (!response.ok) throw new Problem(response.status, answer.problem ?? '');
  return answer;
}
