// Puts the page together: two people's Slack, AWS, the clock and the tour. The server says only that something
// changed; the page then looks at everything again, and each part redraws what differs.

import { listen } from "./api.js";
import { AwsPanel } from "./aws.js";
import { ClockPanel } from "./clock.js";
import { explainAwsLink } from "./overlay.js";
import { Tour } from "./tour.js";
import { SlackWindow } from "./window.js";

const CONSOLE = /^(?:[a-z0-9-]+\.)*(?:console|signin|portal)\.aws\.amazon\.com$/;
const SLOW_LOOK = 10_000;
const LOST_AFTER = 1_500;

const aws = new AwsPanel({ changed });
const clock = new ClockPanel({ changed });
const tour = new Tour();
const windows = [
  new SlackWindow({ side: "left", user: "U0ENGINEER", channel: "C0ACME", openAwsLink, changed }),
  new SlackWindow({ side: "right", user: "U0CUSTOMER", channel: "C0ACME", openAwsLink, changed }),
];

document.getElementById("windows").append(...windows.map((window) => window.node));
document.getElementById("tour").append(tour.node);
document.getElementById("clock").append(clock.face);
document.getElementById("panels").append(aws.node, clock.node);

function openAwsLink(url, anchor) {
  let host;
  try {
    host = new URL(url).hostname;
  } catch {
    return false;
  }
  if (!CONSOLE.test(host)) return false;
  explainAwsLink(anchor ?? document.body, url, aws.partFor(url));
  return true;
}

const PEEK_PAUSE = 2_000;
let looking = false;
let again = false;

/** Looks at everything once more; calls that come while it does make one more look, not many. */
async function changed() {
  if (looking) {
    again = true;
    return;
  }
  looking = true;
  do {
    again = false;
    await Promise.allSettled([...windows.map((window) => window.look()), aws.look(), clock.look()]);
    tour.update(
      windows.map((window) => window.snapshot),
      aws.snapshot,
    );
    document.body.dataset.drawn = String(Number(document.body.dataset.drawn ?? 0) + 1);
  } while (again);
  looking = false;
  peekSoon();
}

let peeking = false;
let peekAgain = false;

/** The channels off screen can wait: their dots are at most a pause late. */
function peekSoon() {
  if (peeking) {
    peekAgain = true;
    return;
  }
  peeking = true;
  peekAgain = false;
  Promise.allSettled(windows.map((window) => window.peek())).then(() =>
    setTimeout(() => {
      peeking = false;
      if (peekAgain) peekSoon();
    }, PEEK_PAUSE),
  );
}

const lost = document.getElementById("lost");
let alarm = null;

listen(changed, (up) => {
  document.body.dataset.line = up ? "up" : "down";
  document.getElementById("line").textContent = up ? "Live" : "Trying again…";
  if (up) {
    clearTimeout(alarm);
    alarm = null;
    lost.hidden = true;
  } else {
    // Every attempt to reconnect fails anew; the first one counts.
    alarm ??= setTimeout(() => (lost.hidden = false), LOST_AFTER);
  }
});
setInterval(changed, SLOW_LOOK);
changed();
