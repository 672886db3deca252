-- One row per round of inviting. The current round of a setup is the one that has not been dropped;
-- earlier ones stay as they were last seen.

CREATE TABLE invitations (
  setup_id             TEXT    NOT NULL REFERENCES setups (id),
  round                INTEGER NOT NULL CHECK (round > 0),
  reviewed_account_id  TEXT    NOT NULL CHECK (length(reviewed_account_id) = 12),
  start_month          TEXT    NOT NULL CHECK (length(start_month) = 7),
  month_moved          INTEGER NOT NULL CHECK (month_moved IN (0, 1)),
  source_name          TEXT    NOT NULL,
  notes                TEXT,
  reviewed_by          TEXT    NOT NULL,
  reviewed_at          BIGINT  NOT NULL,
  attempted_at         BIGINT,

  handshake_id         TEXT,
  transfer_id          TEXT,
  sent_at              BIGINT,
  expires_at           BIGINT,
  starts_at            BIGINT,
  found                INTEGER CHECK (found IN (0, 1)),
  status               TEXT    CHECK (status IN (
    'REQUESTED', 'ACCEPTED', 'DECLINED', 'CANCELED', 'EXPIRED', 'WITHDRAWN', 'UNKNOWN')),
  status_at            BIGINT,

  refusal_exception    TEXT,
  refusal_reason       TEXT,
  refusal_message      TEXT,
  refusal_request_id   TEXT,
  refused_at           BIGINT,
  trouble_since        BIGINT,
  trouble_attempts     INTEGER CHECK (trouble_attempts > 0),
  trouble_told         INTEGER CHECK (trouble_told IN (0, 1)),
  retry_at             BIGINT,
  cancel_asked_at      BIGINT,
  dropped_at           BIGINT,

  PRIMARY KEY (setup_id, round),
  CONSTRAINT sent_is_whole CHECK (
    (transfer_id IS NULL) = (sent_at IS NULL)
    AND (transfer_id IS NULL) = (starts_at IS NULL)
    AND (transfer_id IS NULL) = (found IS NULL)
    AND (transfer_id IS NULL) = (status IS NULL)
    AND (transfer_id IS NULL) = (status_at IS NULL)
    AND (transfer_id IS NOT NULL OR (handshake_id IS NULL AND expires_at IS NULL))),
  CONSTRAINT refusal_is_whole CHECK (
    (refusal_exception IS NULL) = (refusal_message IS NULL)
    AND (refusal_exception IS NULL) = (refused_at IS NULL)
    AND (refusal_exception IS NOT NULL
      OR (refusal_reason IS NULL AND refusal_request_id IS NULL))),
  CONSTRAINT trouble_is_whole CHECK (
    (trouble_since IS NULL) = (trouble_attempts IS NULL)
    AND (trouble_since IS NULL) = (trouble_told IS NULL))
);

CREATE UNIQUE INDEX current_invitation ON invitations (setup_id) WHERE dropped_at IS NULL;

-- What has to be cancelled at AWS even after its setup has ended.
CREATE INDEX unwanted_invitations ON invitations (setup_id)
  WHERE dropped_at IS NULL AND cancel_asked_at IS NOT NULL;
