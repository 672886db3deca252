package awssetup.sandbox.slack.world;

import awssetup.sandbox.slack.world.Member.Kind;

/**
 * The workspace that the sandbox and the tests share: SoftwareOne at home, two customers connected
 * to it, one guest.
 */
public final class DemoWorkspace {
  private DemoWorkspace() {}

  /** A new copy, in which nothing has been said yet. */
  public static StandInWorkspace build() {
    Team home = new Team("T0HOME", "SoftwareOne", "softwareone");
    Team acme = new Team("T0CUSTOMER", "Acme Robotics", "acme-robotics");
    Team other = new Team("T0OTHER", "Globex", "globex");
    StandInWorkspace workspace =
        new StandInWorkspace(
            home,
            new Member(
                "U0BOT",
                home.id(),
                "aws_setup_bot",
                "AWS Setup Bot",
                "UTC",
                Kind.BOT,
                "#4a154b",
                false,
                false));
    workspace.put(acme);
    workspace.put(other);
    addPeople(workspace, acme, other);
    addChannels(workspace, acme, other);
    return workspace;
  }

  private static void addPeople(StandInWorkspace workspace, Team acme, Team other) {
    Team home = workspace.home();
    String berlin = "Europe/Berlin";
    workspace.put(Member.of("U0ENGINEER", home, "Erin Engineer", berlin, Kind.ENGINEER, "#1264a3"));
    workspace.put(
        Member.of("U0SECOND", home, "Sam Second", "America/New_York", Kind.ENGINEER, "#2b7a5b"));
    workspace.put(
        Member.of("U0CUSTOMER", acme, "Carla Customer", berlin, Kind.CUSTOMER, "#b8571f"));
    workspace.put(
        Member.of("U0COLLEAGUE", acme, "Colin Colleague", berlin, Kind.CUSTOMER, "#8f4a8b"));
    workspace.put(Member.of("U0GUEST", home, "Gina Guest", berlin, Kind.GUEST, "#7a6a00"));
    workspace.put(Member.of("U0OUTSIDER", other, "Otto Outsider", "UTC", Kind.OUTSIDER, "#a02c3f"));
  }

  private static void addChannels(StandInWorkspace workspace, Team acme, Team other) {
    workspace.put(
        StandInChannel.shared(
            "C0ACME",
            "acme-aws",
            acme,
            "U0ENGINEER",
            "U0SECOND",
            "U0CUSTOMER",
            "U0COLLEAGUE",
            "U0BOT"));
    workspace.put(
        StandInChannel.shared(
            "C0GLOBEX", "globex-aws", other, "U0ENGINEER", "U0OUTSIDER", "U0GUEST", "U0BOT"));
    workspace.put(StandInChannel.closed("C0OPS", "aws-ops", "U0ENGINEER", "U0SECOND", "U0BOT"));
    workspace.put(StandInChannel.open("C0RANDOM", "random", "U0ENGINEER", "U0SECOND", "U0GUEST"));
  }
}
