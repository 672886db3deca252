package awssetup.setup;

/**
 * The status of a responsibility transfer, in AWS's spelling; {@link #UNKNOWN} stands for a status
 * that AWS has added since. See the {@code ResponsibilityTransfer} type of the AWS Organizations
 * API.
 */
public enum TransferStatus {
  REQUESTED,
  ACCEPTED,
  DECLINED,
  CANCELED,
  EXPIRED,
  WITHDRAWN,
  UNKNOWN;

  public static TransferStatus of(String atAws) {
    for (TransferStatus status : values()) {
      if (status.name().equals(atAws)) {
        return status;
      }
    }
    return UNKNOWN;
  }

  /** Final: the customer needs a new invitation. */
  public boolean isOver() {
    return this == DECLINED || this == CANCELED || this == EXPIRED || this == WITHDRAWN;
  }

  /** Whether the status seen can follow this one; if not, it is old or known already. */
  boolean leadsTo(TransferStatus seen) {
    return switch (this) {
      case REQUESTED, UNKNOWN -> seen != this;
      case ACCEPTED -> seen != this && seen != REQUESTED;
      case DECLINED, CANCELED, EXPIRED, WITHDRAWN -> false;
    };
  }
}
