package awssetup.killed;

import awssetup.sandbox.aws.AwsStandIn;
import awssetup.sandbox.aws.StandInInvitation;
import awssetup.sandbox.slack.SlackStandIn;
import awssetup.sandbox.slack.world.StandInMessage;
import awssetup.testkit.MessageText;
import awssetup.testkit.People;
import java.util.ArrayList;
import java.util.List;

/**
 * All that people can see in Slack and AWS and all that is stored, as one text. Random ids are
 * numbered, and times of day are left out, also in the address of a message, because a restart
 * takes some seconds.
 */
final class Picture {
  private Picture() {}

  static String of(SlackStandIn slack, AwsStandIn aws, Records records) {
    List<String> lines = new ArrayList<>();
    for (String channel : List.of(People.ACME, People.OPS)) {
      slack.workspace().messages(channel).forEach(m -> lines.add(channel + " " + read(m)));
    }
    for (String who : List.of(People.ERIN, People.CARLA)) {
      slack
          .workspace()
          .views(who)
          .forEach(view -> lines.add(who + " sees " + view.get("callback_id").getAsString()));
    }
    aws.invitations().forEach(invitation -> lines.add(read(invitation)));
    records.messages().forEach(message -> lines.add("message " + message));
    records.audit().forEach(event -> lines.add("audit " + event));
    return plain(String.join("\n", lines), slack, aws, records);
  }

  private static String read(StandInMessage message) {
    boolean inThread = message.threadTs() != null && !message.threadTs().equals(message.ts());
    return MessageText.key(message)
        + (inThread ? " in the thread: " : ": ")
        + MessageText.of(message);
  }

  private static String read(StandInInvitation i) {
    return "AWS: "
        + String.join(" ", i.accountId(), i.status(), i.name(), i.startsAt().toString())
        + " "
        + i.tags().values();
  }

  private static String plain(String text, SlackStandIn slack, AwsStandIn aws, Records records) {
    String plain = text;
    int n = 0;
    for (String id : records.setupIds()) {
      n++;
      plain = plain.replace(id, "setup-" + n);
    }
    n = 0;
    for (StandInInvitation invitation : aws.invitations()) {
      n++;
      plain = plain.replace(invitation.handshakeId(), "h-" + n);
      plain = plain.replace(invitation.transferId(), "rt-" + n);
    }
    return plain
        .replaceAll("T[0-9:.]+Z\\b", "T#")
        .replaceAll("/archives/(\\w+)/p\\d+", "/archives/$1/p#")
        .replaceAll("<!date\\^\\d+\\^", "<!date^#^")
        .replaceAll("\\b\\d{1,2}:\\d{2}\\b", "#:#")
        .replaceAll("externalId=[0-9a-f]+|param_ExternalId=[0-9a-f]+", "external-id");
  }
}
