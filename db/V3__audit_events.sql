-- What happened to a setup, by whom, numbered from 1. Kinds are not checked here: each version adds
-- some, and a trail must stay readable.

CREATE TABLE audit_events (
  setup_id     TEXT    NOT NULL REFERENCES setups (id),
  n            INTEGER NOT NULL CHECK (n > 0),
  happened_at  BIGINT  NOT NULL,
  done_by      TEXT,
  kind         TEXT    NOT NULL,
  detail       TEXT,
  PRIMARY KEY (setup_id, n)
);
