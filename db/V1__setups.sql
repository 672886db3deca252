-- One row per setup: what is known of it. Its state is computed, never stored.
--
-- In every table, instants are milliseconds since 1970-01-01T00:00Z and yes or no is 1 or 0: SQLite
-- and PostgreSQL agree on these. Words of a fixed vocabulary are checked here as well as when read.

CREATE TABLE setups (
  id                     TEXT    NOT NULL PRIMARY KEY CHECK (length(id) = 16),
  version                BIGINT  NOT NULL CHECK (version > 0),
  option                 TEXT    NOT NULL CHECK (option IN ('new_account', 'transfer_billing')),
  option_at              BIGINT  NOT NULL,
  customer_name          TEXT    NOT NULL,
  customer_contact       TEXT,
  order_id               TEXT,
  channel                TEXT    NOT NULL,
  started_by             TEXT    NOT NULL,
  started_at             BIGINT  NOT NULL,

  details_at             BIGINT,
  details_by             TEXT,
  root_email             TEXT,
  root_email_key         TEXT,   -- in lower case, by the same rules on every database
  account_name           TEXT,
  contact_name           TEXT,
  contact_email          TEXT,
  contact_phone          TEXT,
  support_plan           TEXT    CHECK (support_plan IN ('partner_led', 'resold')),
  alias_doubted          INTEGER CHECK (alias_doubted IN (0, 1)),
  earlier_contact_name   TEXT,
  earlier_contact_email  TEXT,
  earlier_contact_phone  TEXT,

  account_id             TEXT    CHECK (length(account_id) = 12),
  account_by             TEXT,
  account_at             BIGINT,
  prepared_root_mfa      INTEGER NOT NULL CHECK (prepared_root_mfa IN (0, 1)),
  prepared_organization  INTEGER NOT NULL CHECK (prepared_organization IN (0, 1)),
  prepared_scps          INTEGER NOT NULL CHECK (prepared_scps IN (0, 1)),
  prepared_cloudtrail    INTEGER NOT NULL CHECK (prepared_cloudtrail IN (0, 1)),
  prepared_stacksets     INTEGER NOT NULL CHECK (prepared_stacksets IN (0, 1)),
  prepared_iam_billing   INTEGER NOT NULL CHECK (prepared_iam_billing IN (0, 1)),
  prepared_at            BIGINT,

  rounds                 INTEGER NOT NULL CHECK (rounds >= 0),
  overdue_round          INTEGER NOT NULL CHECK (overdue_round BETWEEN 0 AND rounds),

  role_wanted_at         BIGINT,
  role_deployed_at       BIGINT,
  role_missed_at         BIGINT,
  role_lost_at           BIGINT,
  role_unsafe_at         BIGINT,
  role_probed_at         BIGINT,
  role_check_asked_at    BIGINT,

  turn_step              TEXT    CHECK (turn_step IN ('details', 'account', 'invitation', 'bootstrap_role')),
  turn_actor             TEXT    CHECK (turn_actor IN ('customer', 'engineer')),
  turn_since             BIGINT,
  reminders_in_turn      INTEGER NOT NULL CHECK (reminders_in_turn >= 0),
  reminders_unanswered   INTEGER NOT NULL CHECK (reminders_unanswered BETWEEN 0 AND reminders_in_turn),
  last_reminder_at       BIGINT,
  days_left_said         INTEGER CHECK (days_left_said >= 0),
  snoozed_until          BIGINT,
  escalated_at           BIGINT,

  outcome                TEXT    CHECK (outcome IN ('completed', 'cancelled')),
  ended_at               BIGINT,
  ended_by               TEXT,
  ended_reason           TEXT,
  forgotten_at           BIGINT,   -- since when its people are erased

  CONSTRAINT details_are_whole CHECK (
    (details_at IS NULL) = (details_by IS NULL)
    AND (details_at IS NULL) = (contact_name IS NULL)
    AND (details_at IS NULL) = (contact_email IS NULL)
    AND (details_at IS NULL) = (support_plan IS NULL)
    AND (details_at IS NULL) = (alias_doubted IS NULL)
    AND (root_email IS NULL) = (root_email_key IS NULL)
    AND (details_at IS NOT NULL
      OR (root_email IS NULL AND account_name IS NULL AND contact_phone IS NULL))),
  CONSTRAINT earlier_contact_is_whole CHECK (
    (earlier_contact_name IS NULL) = (earlier_contact_email IS NULL)
    AND (earlier_contact_name IS NOT NULL OR earlier_contact_phone IS NULL)),
  CONSTRAINT account_is_whole CHECK (
    (account_id IS NULL) = (account_by IS NULL) AND (account_id IS NULL) = (account_at IS NULL)),
  CONSTRAINT transfer_knows_its_account CHECK (
    option <> 'transfer_billing' OR (account_id IS NULL) = (details_at IS NULL)),
  CONSTRAINT turn_is_whole CHECK (
    (turn_step IS NULL) = (turn_actor IS NULL) AND (turn_step IS NULL) = (turn_since IS NULL)),
  CONSTRAINT ending_is_whole CHECK (
    (outcome IS NULL) = (ended_at IS NULL)
    AND (outcome IS NOT NULL OR (ended_by IS NULL AND ended_reason IS NULL))),
  CONSTRAINT only_people_of_ended_ones_are_forgotten CHECK (
    forgotten_at IS NULL OR ended_at IS NOT NULL)
);

-- One open setup per account and per root e-mail address; an ended one stands in nobody's way.
CREATE UNIQUE INDEX open_setup_account_id ON setups (account_id) WHERE ended_at IS NULL;
CREATE UNIQUE INDEX open_setup_root_email_key ON setups (root_email_key) WHERE ended_at IS NULL;

-- The open ones by age for people, and by id for the sweep.
CREATE INDEX open_setups_by_age ON setups (started_at, id) WHERE ended_at IS NULL;
CREATE INDEX open_setups_by_id ON setups (id) WHERE ended_at IS NULL;

-- The ended ones whose people are still known, by the time that they may be kept.
CREATE INDEX remembered_setups ON setups (ended_at) WHERE forgotten_at IS NULL;

-- The open ones and the newest one of a channel.
CREATE INDEX setups_by_channel ON setups (channel, started_at, id);
