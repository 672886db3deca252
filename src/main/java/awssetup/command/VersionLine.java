package awssetup.command;

import awssetup.settings.Version;
import picocli.CommandLine.IVersionProvider;

/** What {@code --version} prints. */
public final class VersionLine implements IVersionProvider {
  @Override
  public String[] getVersion() {
    return new String[] {"aws-setup-bot " + Version.current()};
  }
}
