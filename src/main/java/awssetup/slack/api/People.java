package awssetup.slack.api;

import awssetup.ports.SlackBusy;
import awssetup.ports.SlackRefused;
import awssetup.ports.SlackUnavailable;
import awssetup.setup.Priority;
import awssetup.setup.UserId;
import com.slack.api.methods.MethodsClient;
import com.slack.api.methods.SlackApiException;
import com.slack.api.methods.response.users.UsersInfoResponse;
import com.slack.api.model.User;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Who people are, as Slack says when asked, never as a payload claims. Answers are kept for some
 * minutes; an older one still tells a person's time zone, but never makes anyone an engineer.
 */
public final class People {
  /** Whether a person is one of our engineers; unknown while Slack cannot be asked. */
  public enum Answer {
    YES,
    NO,
    UNKNOWN
  }

  private static final Duration FRESH = Duration.ofMinutes(5);
  private static final Duration ZONE_HOLDS = Duration.ofDays(1);

  private final SlackClient slack;
  private final HomeWorkspace workspace;
  private final Optional<String> engineersGroup;
  private final Cache<UserId, Person> people;
  private final Cache<String, Set<String>> groups;

  /**
   * @param slack the quick client, because people wait for the answer
   * @param engineersGroup the user group whose members are engineers; empty: all full members of
   *     our workspace
   */
  public People(
      SlackClient slack,
      HomeWorkspace workspace,
      Optional<String> engineersGroup,
      InstantSource clock) {
    this.slack = slack;
    this.workspace = workspace;
    this.engineersGroup = engineersGroup;
    this.people = new Cache<>(FRESH, 20_000, clock, this::ask);
    this.groups = new Cache<>(FRESH, 10, clock, this::membersOf);
  }

  /**
   * Engineers are full members of the workspace where the app is installed, and of the engineers'
   * user group where one is set: https://docs.slack.dev/apis/slack-connect
   */
  public Answer isEngineer(UserId user) {
    try {
      if (!people.get(user).home()) {
        return Answer.NO;
      }
      return engineersGroup.isEmpty() || groups.get(engineersGroup.get()).contains(user.value())
          ? Answer.YES
          : Answer.NO;
    } catch (SlackRefused e) {
      // Any other no says nothing about this person: a scope is missing, or the group is gone.
      return e.kind() == SlackRefused.Kind.UNKNOWN_USER ? Answer.NO : Answer.UNKNOWN;
    } catch (SlackUnavailable e) {
      return Answer.UNKNOWN;
    }
  }

  /**
   * What Slack says about a person.
   *
   * @throws SlackUnavailable if Slack could not be asked
   * @throws SlackRefused if Slack knows no user by this id
   */
  public Person person(UserId user) {
    return people.get(user);
  }

  /**
   * A person's time zone, from an older answer if there is one: people move less often than
   * reminders are due, and Slack tells us about a hundred people a minute.
   *
   * @throws SlackBusy if there is no answer yet and the rate limit makes the call wait
   */
  public Optional<ZoneId> zone(UserId user, Priority priority) {
    Optional<Person> known = people.kept(user, ZONE_HOLDS);
    return known.isPresent()
        ? known.flatMap(Person::zone)
        : ask(user, priority).flatMap(Person::zone);
  }

  private Optional<Person> ask(UserId user, Priority priority) {
    RateLimitedCall limitedCall = RateLimitedCall.lookUp(user, priority);
    try {
      HomeWorkspace.Identity home = home();
      return Optional.of(
          people.keep(user, person(slack.inTurn(limitedCall, m -> info(m, user)).getUser(), home)));
    } catch (SlackUnavailable | SlackRefused e) {
      return people.stale(user);
    } catch (SlackBusy e) {
      return Optional.of(people.stale(user).orElseThrow(() -> e));
    }
  }

  private Person ask(UserId user) {
    HomeWorkspace.Identity home = home();
    return person(slack.call("users.info", m -> info(m, user)).getUser(), home);
  }

  private static UsersInfoResponse info(MethodsClient methods, UserId user)
      throws IOException, SlackApiException {
    return methods.usersInfo(r -> r.user(user.value()));
  }

  private HomeWorkspace.Identity home() {
    return workspace
        .identity()
        .orElseThrow(
            () -> new SlackUnavailable("our workspace is not known yet", Optional.empty(), null));
  }

  private static Person person(User user, HomeWorkspace.Identity home) {
    return new Person(
        new UserId(user.getId()), name(user), isHome(user, home), user.isBot(), zone(user));
  }

  private static boolean isHome(User user, HomeWorkspace.Identity home) {
    boolean ours =
        home.teamId().equals(user.getTeamId())
            || (home.enterpriseId().isPresent()
                && user.getEnterpriseUser() != null
                && home.enterpriseId().get().equals(user.getEnterpriseUser().getEnterpriseId()));
    return ours
        && !user.isRestricted()
        && !user.isUltraRestricted()
        && !user.isStranger()
        && !user.isBot()
        && !user.isDeleted();
  }

  private static String name(User user) {
    String shown = user.getProfile() == null ? null : user.getProfile().getDisplayName();
    if (shown == null || shown.isBlank()) {
      shown = user.getProfile() == null ? null : user.getProfile().getRealName();
    }
    if (shown == null || shown.isBlank()) {
      shown = user.getRealName();
    }
    return shown == null || shown.isBlank() ? user.getId() : shown;
  }

  /**
   * The zone by its name, because that knows summer time; the offset alone where Slack gives no
   * name, or one that this Java does not know yet.
   */
  static Optional<ZoneId> zone(User user) {
    try {
      if (user.getTz() != null && !user.getTz().isBlank()) {
        return Optional.of(ZoneId.of(user.getTz().strip()));
      }
    } catch (DateTimeException e) {
      // The offset, then.
    }
    try {
      return Optional.ofNullable(user.getTzOffset()).map(ZoneOffset::ofTotalSeconds);
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private Set<String> membersOf(String group) {
    return slack
        .call("usergroups.users.list", m -> m.usergroupsUsersList(r -> r.usergroup(group)))
        .getUsers()
        .stream()
        .collect(Collectors.toUnmodifiableSet());
  }
}
