-- What the engineers' list of open setups is sorted, counted and read in pages by: one row per open
-- setup, computed from its facts and saved with them; none once it has ended. "since" and "deadline"
-- are moments, so that what time alone changes is decided when the list is read. A row that is
-- missing is made at the next start.

CREATE TABLE worklist (
  setup_id    TEXT    NOT NULL PRIMARY KEY REFERENCES setups (id),
  owner       TEXT    NOT NULL,
  step        TEXT    NOT NULL CHECK (step IN ('details', 'account', 'invitation', 'bootstrap_role')),
  actor       TEXT    NOT NULL CHECK (actor IN ('engineer', 'customer', 'nobody')),
  since       BIGINT  NOT NULL,
  deadline    BIGINT,
  unanswered  INTEGER NOT NULL CHECK (unanswered IN (0, 1))
);

-- Each holds all that sorting and counting needs.
CREATE INDEX open_work ON worklist (actor, since, deadline, unanswered, owner, setup_id);
CREATE INDEX open_work_by_step ON worklist (step, actor, since);
CREATE INDEX open_work_by_owner ON worklist (owner, actor, since, deadline, unanswered, setup_id);

-- Who has opened the app's Home tab, and what they see there.
CREATE TABLE home_tabs (
  reader       TEXT    NOT NULL PRIMARY KEY,
  version      BIGINT  NOT NULL CHECK (version > 0),   -- grows whenever the reader asks for another view
  urgency      TEXT    CHECK (urgency IN ('engineer', 'expiring', 'unanswered', 'customer', 'aws')),
  owner        TEXT,
  page         INTEGER NOT NULL CHECK (page >= 0),
  used_at      BIGINT  NOT NULL,
  published_at BIGINT,
  fingerprint  TEXT,
  hash         TEXT
);

CREATE INDEX home_tabs_by_use ON home_tabs (used_at);

-- The morning digests that are begun or posted: one a day, ever.
CREATE TABLE digests (
  day           TEXT   NOT NULL PRIMARY KEY CHECK (length(day) = 10),
  tells_from    BIGINT NOT NULL,
  tells_until   BIGINT NOT NULL,
  ts            TEXT,
  dropped_at    BIGINT
);

-- What the digest asks for.
CREATE INDEX setups_by_start ON setups (started_at);
CREATE INDEX completed_setups ON setups (ended_at) WHERE outcome = 'completed';
