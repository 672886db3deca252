-- All setups by age, for exports; the older index says nothing of the order within a moment.
DROP INDEX setups_by_start;
CREATE INDEX setups_by_age ON setups (started_at, id);

-- Since when this database is a copy that was left behind: one row once its data has been moved to
-- another database, none before. Two bots at work on the same setups would invite twice.
CREATE TABLE moved_away (
  moved_at  BIGINT NOT NULL
);
