package awssetup.sandbox.aws.organizations;

import static awssetup.sandbox.aws.wire.Shape.oneOf;
import static awssetup.sandbox.aws.wire.Shape.structure;
import static awssetup.sandbox.aws.wire.Shape.text;

import awssetup.sandbox.aws.wire.Shape.Many;
import awssetup.sandbox.aws.wire.Shape.Moment;
import awssetup.sandbox.aws.wire.Shape.Structure;
import awssetup.sandbox.aws.wire.Shape.Text;
import awssetup.sandbox.aws.wire.Shape.Whole;
import java.util.Map;

/** What each Organizations operation accepts, by operation. A test compares it with AWS's model. */
public final class Shapes {
  private static final int ANY_LENGTH = Integer.MAX_VALUE;
  private static final String TAG_CHARACTERS = "^([\\p{L}\\p{Z}\\p{N}_.:/=+\\-@]*)$";

  private static final Text HANDSHAKE_ID = text(0, 34, "^h-[0-9a-z]{8,32}$");
  private static final Text TRANSFER_ID = text(0, ANY_LENGTH, "^rt-[0-9a-z]{8,32}$");
  private static final Text TRANSFER_NAME = text(1, 128, "^[ -~]+$");
  private static final Text TRANSFER_TYPE = oneOf("BILLING");
  private static final Text RESOURCE_ID =
      text(
          0,
          130,
          "^(r-[0-9a-z]{4,32})|(\\d{12})|(ou-[0-9a-z]{4,32}-[a-z0-9]{8,32})"
              + "|(^p-[0-9a-zA-Z_]{8,128})|(^rp-[0-9a-zA-Z_]{4,128})|(^rt-[0-9a-zA-Z_]{8,32})$");
  private static final Text NEXT_TOKEN = text(0, 100_000, "[\\s\\S]*");
  private static final Whole MAX_RESULTS = new Whole(1, ListPages.LARGEST);

  private static final Structure PARTY =
      structure()
          .needs("Id", text(1, 64, "[\\s\\S]*"))
          .needs("Type", oneOf("ACCOUNT", "ORGANIZATION", "EMAIL"));
  private static final Many TAGS =
      new Many(
          structure()
              .needs("Key", text(1, 128, TAG_CHARACTERS))
              .needs("Value", text(0, 256, TAG_CHARACTERS)));
  private static final Structure HANDSHAKE_FILTER =
      structure()
          .with(
              "ActionType",
              oneOf(
                  "INVITE",
                  "ENABLE_ALL_FEATURES",
                  "APPROVE_ALL_FEATURES",
                  "ADD_ORGANIZATIONS_SERVICE_LINKED_ROLE",
                  "TRANSFER_RESPONSIBILITY"))
          .with("ParentHandshakeId", HANDSHAKE_ID);

  /** Every operation that is played here. */
  public static final Map<String, Structure> BY_OPERATION =
      Map.ofEntries(
          Map.entry(
              "InviteOrganizationToTransferResponsibility",
              structure()
                  .needs("Type", TRANSFER_TYPE)
                  .needs("Target", PARTY)
                  .with("Notes", text(0, 1024, "[\\s\\S]*"))
                  .needs("StartTimestamp", new Moment())
                  .needs("SourceName", TRANSFER_NAME)
                  .with("Tags", TAGS)),
          Map.entry("DescribeResponsibilityTransfer", structure().needs("Id", TRANSFER_ID)),
          Map.entry(
              "ListInboundResponsibilityTransfers",
              structure()
                  .needs("Type", TRANSFER_TYPE)
                  .with("Id", TRANSFER_ID)
                  .with("NextToken", NEXT_TOKEN)
                  .with("MaxResults", MAX_RESULTS)),
          Map.entry(
              "TerminateResponsibilityTransfer",
              structure().needs("Id", TRANSFER_ID).with("EndTimestamp", new Moment())),
          Map.entry(
              "UpdateResponsibilityTransfer",
              structure().needs("Id", TRANSFER_ID).needs("Name", TRANSFER_NAME)),
          Map.entry("DescribeHandshake", structure().needs("HandshakeId", HANDSHAKE_ID)),
          Map.entry("CancelHandshake", structure().needs("HandshakeId", HANDSHAKE_ID)),
          Map.entry(
              "ListHandshakesForOrganization",
              structure()
                  .with("Filter", HANDSHAKE_FILTER)
                  .with("NextToken", NEXT_TOKEN)
                  .with("MaxResults", MAX_RESULTS)),
          Map.entry("DescribeOrganization", structure()),
          Map.entry(
              "ListTagsForResource",
              structure().needs("ResourceId", RESOURCE_ID).with("NextToken", NEXT_TOKEN)),
          Map.entry(
              "TagResource", structure().needs("ResourceId", RESOURCE_ID).needs("Tags", TAGS)));

  private Shapes() {}
}
