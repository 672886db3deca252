-- Whether the customer can be reached in a setup's channel, as it was when somebody last looked.

ALTER TABLE setups ADD COLUMN channel_barrier TEXT
  CHECK (channel_barrier IN ('archived', 'left', 'gone', 'customer_gone'));
ALTER TABLE setups ADD COLUMN channel_doubted_at BIGINT;
ALTER TABLE setups ADD COLUMN channel_looked_at BIGINT;

-- One more kind of message. SQLite cannot change a check, so the table is made anew with the same
-- rows.
CREATE TABLE messages_with_direct (
  setup_id      TEXT    NOT NULL REFERENCES setups (id),
  kind          TEXT    NOT NULL CHECK (kind IN ('card', 'reminder', 'notice', 'ops', 'direct')),
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

INSERT INTO messages_with_direct
  (setup_id, kind, n, place, topic, detail, came_up_at, attempted_at, ts, fingerprint, dropped_at)
SELECT setup_id, kind, n, place, topic, detail, came_up_at, attempted_at, ts, fingerprint, dropped_at
FROM messages;

DROP TABLE messages;
ALTER TABLE messages_with_direct RENAME TO messages;

CREATE INDEX owed_messages ON messages (setup_id, place) WHERE ts IS NULL AND dropped_at IS NULL;
