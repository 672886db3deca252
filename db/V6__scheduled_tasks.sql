-- The table of db-scheduler 16, in the shape its documentation asks for.
-- https://github.com/kagkarlsson/db-scheduler

CREATE TABLE scheduled_tasks (
  task_name             TEXT         NOT NULL,
  task_instance         TEXT         NOT NULL,
  task_data             ${bytes},
  execution_time        ${timestamp} NOT NULL,
  picked                BOOLEAN      NOT NULL,
  picked_by             TEXT,
  last_success          ${timestamp},
  last_failure          ${timestamp},
  consecutive_failures  INTEGER,
  last_heartbeat        ${timestamp},
  version               BIGINT       NOT NULL,
  priority              SMALLINT,
  PRIMARY KEY (task_name, task_instance)
);

CREATE INDEX scheduled_tasks_by_time ON scheduled_tasks (execution_time);
CREATE INDEX scheduled_tasks_by_heartbeat ON scheduled_tasks (last_heartbeat);
CREATE INDEX scheduled_tasks_by_priority ON scheduled_tasks (priority DESC, execution_time ASC);
