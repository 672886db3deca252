-- Start modals that were opened: the id their setup will have, the channel and who may submit them.

CREATE TABLE drafts (
  id         TEXT   NOT NULL PRIMARY KEY CHECK (length(id) = 16),
  channel    TEXT   NOT NULL,
  opened_by  TEXT   NOT NULL,
  opened_at  BIGINT NOT NULL
);

CREATE INDEX drafts_by_age ON drafts (opened_at);
CREATE INDEX drafts_by_channel ON drafts (channel);
