package awssetup.sandbox.slack.world;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Files that are being uploaded, and those that messages carry. To be used under the workspace's
 * lock.
 */
public final class SharedFiles {
  private final Map<String, SharedFile> uploads = new HashMap<>();
  private final Map<String, List<SharedFile>> byMessage = new HashMap<>();

  /** Adds an upload, or replaces the one with this ID. */
  public void put(SharedFile upload) {
    uploads.put(upload.id(), upload);
  }

  /** A file that has not been shared yet. */
  public Optional<SharedFile> upload(String id) {
    return Optional.ofNullable(uploads.get(id));
  }

  /** Attaches the files to a message; a file can be shared only once. */
  public void share(List<SharedFile> files, String channel, String ts) {
    files.forEach(file -> uploads.remove(file.id()));
    byMessage.put(channel + " " + ts, List.copyOf(files));
  }

  List<SharedFile> of(StandInMessage message) {
    return byMessage.getOrDefault(message.channel() + " " + message.ts(), List.of());
  }
}
