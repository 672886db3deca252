INSERT INTO scheduled_tasks (task_name, task_instance, execution_time, picked, version, priority)
VALUES ('watch', 'recurring', '2026-12-02 09:01:00', FALSE, 4, 0);
