-- Requests that have counted, so that one which comes again does not count again, whoever of several
-- instances it comes to. Known by a hash: nothing that anybody typed is kept here.

CREATE TABLE requests (
  id       TEXT   NOT NULL PRIMARY KEY CHECK (length(id) = 32),
  came_at  BIGINT NOT NULL
);

CREATE INDEX requests_by_age ON requests (came_at);
