package awssetup.aws;

import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.organizations.model.Handshake;
import software.amazon.awssdk.services.organizations.model.HandshakeResource;

/** Reads a handshake, whose resources are a tree; AWS promises no depth. */
final class HandshakeReader {
  private static final String TRANSFER = "RESPONSIBILITY_TRANSFER";

  private HandshakeReader() {}

  static Optional<String> transferId(Handshake handshake) {
    return transferId(handshake.resources());
  }

  private static Optional<String> transferId(List<HandshakeResource> resources) {
    return resources.stream()
        .flatMap(resource -> own(resource).or(() -> transferId(resource.resources())).stream())
        .findFirst();
  }

  private static Optional<String> own(HandshakeResource resource) {
    return TRANSFER.equals(resource.typeAsString())
        ? Optional.ofNullable(resource.value()).filter(id -> !id.isBlank())
        : Optional.empty();
  }
}
