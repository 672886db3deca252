-- The schedule is worked off by time alone, so this index only cost a write for every follow-up.

DROP INDEX scheduled_tasks_by_priority;
