// Talks to the page's server. A deed always answers {ok, error?, errors?}, also when the network fails.

/** Nobody answers: not what was asked for is wrong, but the line. */
export class Offline extends Error {}

export async function look(path, query = {}) {
  const given = Object.entries(query).filter(([, value]) => value);
  const response = await fetch(`/sandbox/api/${path}?${new URLSearchParams(given)}`).catch((error) => {
    throw new Offline(error.message);
  });
  const answer = await response.json();
  if (!response.ok) throw new Error(answer.error ?? `HTTP ${response.status}`);
  return answer;
}

export async function act(path, body = {}) {
  try {
    const response = await fetch(`/sandbox/api/${path}`, {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify(body),
    });
    return await response.json();
  } catch {
    return { ok: false, error: "The sandbox did not answer. Is it still running?" };
  }
}

/** Calls back on every change, and tells whether the line is up. The browser reconnects by itself. */
export function listen(onChange, onLine) {
  const events = new EventSource("/sandbox/events");
  events.addEventListener("change", onChange);
  events.addEventListener("open", () => onLine(true));
  events.addEventListener("error", () => onLine(false));
}
