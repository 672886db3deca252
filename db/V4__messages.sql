-- Messages that setups owe and have posted. A message is known by its setup, kind and number for
-- ever; "place" is its place among all messages of the setup, in the order they came up.

CREATE TABLE messages (
  setup_id      TEXT    NOT NULL REFERENCES setups (id),
  kind          TEXT    NOT NULL CHECK (kind IN ('card', 'reminder', 'notice', 'ops')),
  n             INTEGER NOT NULL CHECK (n > 0),
  place         INTEGER NOT NULL CHECK (place > 0),
  topic         TEXT    NOT NULL,
  detail        TEXT,
  came_up_at    BIGINT  NOT NULL,
  attempted_at  BIGINT,
  ts            TEXT,
  fingerprint   TEXT,
  dropped_at    BIGINT,
  PRIMARY KEY (setup_id, kind, n),
  UNIQUE (setup_id, place)
);

CREATE INDEX owed_messages ON messages (setup_id, place) WHERE ts IS NULL AND dropped_at IS NULL;
