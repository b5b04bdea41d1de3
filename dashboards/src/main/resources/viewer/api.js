// One request per page. A failure carries words that can be shown.
export class Problem extends Error {
  constructor(status, message) {
    super(message);
    this.status = status;
  }
}

export async function get(path, parameters) {
  const query = parameters.toString();
  let response;
  try {
    response = await fetch(query ? `${path}?${query}` : path, { headers: { Accept: 'application/json' } });
  } catch {
    throw new Problem(0, '');
  }
  const answer = await response.json().catch(() => ({}));
  if (!response.ok) throw new Problem(response.status, answer.problem ?? '');
  return answer;
}
