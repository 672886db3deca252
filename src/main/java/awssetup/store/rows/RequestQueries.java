package awssetup.store.rows;

import awssetup.ports.RequestId;
import java.time.Instant;
import org.jdbi.v3.core.Jdbi;

/** Reads and writes which requests have counted. */
public record RequestQueries(Jdbi jdbi) {

  /** Returns whether it is new. */
  public boolean insert(RequestId id, Instant now) {
    return jdbi.withHandle(
        h ->
            h.createUpdate(
                        """
                        INSERT INTO requests (id, came_at) VALUES (:id, :now)
                        ON CONFLICT (id) DO NOTHING
                        """)
                    .bind("id", id.value())
                    .bind("now", now.toEpochMilli())
                    .execute()
                == 1);
  }

  public boolean isThere(RequestId id) {
    return jdbi.withHandle(
        h ->
            h.createQuery("SELECT id FROM requests WHERE id = :id")
                .bind("id", id.value())
                .mapTo(String.class)
                .findOne()
                .isPresent());
  }

  public void deleteBefore(Instant moment) {
    jdbi.useHandle(
        h ->
            h.createUpdate("DELETE FROM requests WHERE came_at < :moment")
                .bind("moment", moment.toEpochMilli())
                .execute());
  }
}
