INSERT INTO scheduled_tasks (task_name, task_instance, execution_time, picked, version)
VALUES ('follow-up', 'G10BEX0000000000', '2026-12-02 09:00:00', FALSE, 3);
