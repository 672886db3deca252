// Moments in words, in the time zone of whoever looks at the page. "Now" is the sandbox's, never the computer's.

const format = (options) => new Intl.DateTimeFormat("en-US", options);
const clockTime = new Intl.DateTimeFormat(undefined, { hour: "numeric", minute: "2-digit" });
const clockTimeSeconds = new Intl.DateTimeFormat(undefined, {
  hour: "numeric",
  minute: "2-digit",
  second: "2-digit",
});
const weekday = format({ weekday: "long" });
const month = format({ month: "long" });
const shortMonth = format({ month: "short" });
const two = (number) => String(number).padStart(2, "0");

const date = (epoch) => new Date(epoch * 1000);

function ordinal(day) {
  const teen = day % 100 > 10 && day % 100 < 14;
  return day + (teen ? "th" : (["th", "st", "nd", "rd"][day % 10] ?? "th"));
}

/** Whole calendar days from now to then; negative for the past. */
function daysApart(then, now) {
  const midnight = (epoch) => date(epoch).setHours(0, 0, 0, 0);
  return Math.round((midnight(then) - midnight(now)) / 86_400_000);
}

function pretty(plain, epoch, now) {
  return { "-1": "yesterday", 0: "today", 1: "tomorrow" }[daysApart(epoch, now)] ?? plain;
}

export function ago(epoch, now) {
  const seconds = epoch - now;
  const size = Math.abs(seconds);
  const units = [
    ["day", 86_400],
    ["hour", 3_600],
    ["minute", 60],
  ];
  const [name, length] = units.find(([, unit]) => size >= unit) ?? ["minute", 60];
  if (size < 60) return seconds > 0 ? "in a moment" : "just now";
  const amount = Math.floor(size / length);
  const words = `${amount} ${name}${amount === 1 ? "" : "s"}`;
  return seconds > 0 ? `in ${words}` : `${words} ago`;
}

const TOKENS = {
  date_num: (d) => `${d.getFullYear()}-${two(d.getMonth() + 1)}-${two(d.getDate())}`,
  date: (d) => `${month.format(d)} ${ordinal(d.getDate())}, ${d.getFullYear()}`,
  date_short: (d) => `${shortMonth.format(d)} ${d.getDate()}, ${d.getFullYear()}`,
  date_long: (d) => `${weekday.format(d)}, ${TOKENS.date(d)}`,
  date_pretty: (d, epoch, now) => pretty(TOKENS.date(d), epoch, now),
  date_short_pretty: (d, epoch, now) => pretty(TOKENS.date_short(d), epoch, now),
  date_long_pretty: (d, epoch, now) => pretty(TOKENS.date_long(d), epoch, now),
  time: (d) => clockTime.format(d),
  time_secs: (d) => clockTimeSeconds.format(d),
  ago: (d, epoch, now) => ago(epoch, now),
};

/** Fills the tokens of a Slack date; null where a token is unknown, so that the fallback is shown. */
export function slackDate(epoch, template, now) {
  let known = true;
  const text = template.replace(/\{(\w+)\}/g, (whole, token) => {
    if (!TOKENS[token]) known = false;
    return TOKENS[token]?.(date(epoch), epoch, now) ?? whole;
  });
  return known && Number.isFinite(epoch) ? text : null;
}

export const timeOfDay = (epoch) => clockTime.format(date(epoch));

export function dayName(epoch, now) {
  const name = pretty(
    `${weekday.format(date(epoch))}, ${month.format(date(epoch))} ${ordinal(date(epoch).getDate())}`,
    epoch,
    now,
  );
  return name[0].toUpperCase() + name.slice(1);
}

export const dayKey = (epoch) => TOKENS.date_num(date(epoch));

export function longDate(epoch) {
  const d = date(epoch);
  return `${weekday.format(d)}, ${d.getDate()} ${month.format(d)} ${d.getFullYear()}`;
}

export function moment(epoch, now) {
  return `${slackDate(epoch, "{date_short_pretty}", now)}, ${timeOfDay(epoch)}`;
}

/** Seconds since 1970 of a number or an ISO text; NaN for anything else. */
export function epochOf(value) {
  return typeof value === "string" && !/^[\d.]+$/.test(value) ? Date.parse(value) / 1000 : Number(value ?? NaN);
}
