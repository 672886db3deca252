package awssetup.store.rows;

import awssetup.setup.Role;
import java.sql.SQLException;

/** The columns of what the probes of the bootstrap role have found. */
final class RoleColumns {
  private RoleColumns() {}

  static Role read(RowReader row) throws SQLException {
    return new Role(
        row.maybeInstant("role_deployed_at"),
        row.maybeInstant("role_missed_at"),
        row.maybeInstant("role_lost_at"),
        row.maybeInstant("role_unsafe_at"),
        row.maybeInstant("role_probed_at"),
        row.maybeInstant("role_check_asked_at"));
  }

  static void write(Role role, RowWriter values) {
    values
        .put("role_deployed_at", role.deployedAt())
        .put("role_missed_at", role.missedAt())
        .put("role_lost_at", role.lostAt())
        .put("role_unsafe_at", role.unsafeAt())
        .put("role_probed_at", role.probedAt())
        .put("role_check_asked_at", role.checkAskedAt());
  }
}
