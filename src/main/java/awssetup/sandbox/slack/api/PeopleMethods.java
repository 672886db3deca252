package awssetup.sandbox.slack.api;

import awssetup.sandbox.slack.wire.Arguments;
import awssetup.sandbox.slack.world.ApiError;
import awssetup.sandbox.slack.world.JsonTree;
import awssetup.sandbox.slack.world.Member;
import awssetup.sandbox.slack.world.StandInContext;
import awssetup.sandbox.slack.world.StandInWorkspace;
import com.google.gson.JsonObject;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Date;
import java.util.Locale;
import java.util.Map;
import java.util.TimeZone;

/**
 * The {@code users} and {@code usergroups} methods: people as far as Slack tells an app about them.
 * External people come without time zone.
 */
final class PeopleMethods {
  private final StandInWorkspace workspace;
  private final InstantSource clock;

  PeopleMethods(StandInContext context) {
    this.workspace = context.workspace();
    this.clock = context.clock();
  }

  void addTo(Map<String, Method> methods) {
    methods.put("users.info", new Method("users:read", this::info));
    methods.put("usergroups.users.list", new Method("usergroups:read", this::userGroup));
  }

  private JsonObject info(Arguments arguments) {
    Member person =
        workspace
            .findPerson(arguments.required("user"))
            .orElseThrow(() -> ApiError.of("user_not_found"));
    return JsonTree.object("user", user(person));
  }

  private JsonObject user(Member person) {
    JsonObject user =
        JsonTree.object(
            "id", person.id(),
            "team_id", person.teamId(),
            "name", person.name(),
            "real_name", person.realName(),
            "deleted", person.deleted(),
            "color", person.color().replace("#", ""),
            "is_bot", person.isBot(),
            "is_app_user", false,
            "is_restricted", person.isGuest(),
            "is_ultra_restricted", person.singleChannelGuest(),
            "profile",
                JsonTree.object(
                    "real_name", person.realName(),
                    "real_name_normalized", person.realName(),
                    "display_name", person.realName(),
                    "display_name_normalized", person.realName(),
                    "team", person.teamId()));
    if (workspace.isHome(person)) {
      addHomeDetails(person, user);
    } else {
      user.addProperty("is_stranger", workspace.isStranger(person));
    }
    return user;
  }

  private void addHomeDetails(Member person, JsonObject user) {
    Instant now = clock.instant();
    TimeZone zone = TimeZone.getTimeZone(person.timeZone());
    boolean summer = zone.inDaylightTime(Date.from(now));
    user.addProperty("tz", person.timeZone());
    user.addProperty("tz_label", zone.getDisplayName(summer, TimeZone.LONG, Locale.ENGLISH));
    user.addProperty("tz_offset", zone.getOffset(now.toEpochMilli()) / 1_000);
    user.addProperty("is_admin", false);
    user.addProperty("is_owner", false);
    user.addProperty("is_primary_owner", false);
    user.addProperty("updated", 1_700_000_000);
  }

  private JsonObject userGroup(Arguments arguments) {
    return JsonTree.object(
        "users",
        JsonTree.array(
            workspace
                .findUserGroup(arguments.required("usergroup"))
                .orElseThrow(() -> ApiError.of("no_such_subteam"))));
  }
}
