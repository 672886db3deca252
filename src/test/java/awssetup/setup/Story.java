package awssetup.setup;

import static awssetup.setup.Stories.ANOTHER;
import static awssetup.setup.Stories.DECEMBER;
import static awssetup.setup.Stories.TRANSFER;
import static awssetup.testkit.People.Ids.CARLA;
import static awssetup.testkit.People.Ids.ERIN;

import awssetup.testkit.People;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.Set;

/** One setup and a time: each method applies a rule at that time and returns the story after it. */
final class Story {
  private final AccountId account;
  private Instant now = Stories.MONDAY;
  private Change last;

  Story(Option option, String customer, AccountId account) {
    this.account = account;
    last =
        new StartSetup(
                new SetupId("7Q2KACMEACMEACME"),
                option,
                customer,
                Optional.of(CARLA),
                Optional.of("ORD-1"),
                People.Ids.ACME,
                ERIN,
                Language.EN)
            .at(now);
  }

  Setup setup() {
    return last.after();
  }

  Instant now() {
    return now;
  }

  Change last() {
    return last;
  }

  SetupStatus status() {
    return SetupStatus.of(setup(), now);
  }

  Step.State state(StepKey key) {
    return status().step(key).state();
  }

  Plan plan(Plan.Unreachable... unreachable) {
    return Planner.next(setup(), Stories.RULES, ZoneOffset.UTC, Set.of(unreachable), now);
  }

  /** What the rule would change now, without applying it. */
  Change trying(Rule rule) {
    return rule.apply(setup(), now);
  }

  Story does(Rule rule) {
    last = trying(rule);
    return this;
  }

  Story later(Duration time) {
    now = now.plus(time);
    return this;
  }

  Story at(Instant then) {
    now = then;
    return this;
  }

  Story at(String then) {
    return at(Instant.parse(then));
  }

  // What people do

  SubmitDetails submitting(String email, AccountId named) {
    Option option = setup().option();
    return new SubmitDetails(
        CARLA,
        option,
        Stories.details(option, email, CARLA, now),
        option == Option.TRANSFER_BILLING ? Optional.of(named) : Optional.empty());
  }

  Story detailed() {
    return does(submitting("carla@example.com", account));
  }

  /** The customer names another account. */
  Story corrected() {
    return setup().option() == Option.NEW_ACCOUNT
        ? does(new ReportAccount(CARLA, Optional.of(ANOTHER), setup().prepared()))
        : does(submitting("carla@example.com", ANOTHER));
  }

  Story prepared() {
    return does(new ReportAccount(CARLA, Optional.of(account), Stories.ALL));
  }

  ReviewInvitation reviewing(YearMonth month) {
    return new ReviewInvitation(
        ERIN,
        setup().account().orElseThrow().id(),
        month,
        "Acme 7Q2K",
        Optional.empty(),
        Reviewers.ANY_ENGINEER);
  }

  Story reviewed() {
    return does(reviewing(DECEMBER));
  }

  /** Does all that the option needs before the review. */
  Story ready() {
    detailed();
    return setup().option() == Option.NEW_ACCOUNT ? prepared() : this;
  }

  Story checked() {
    return does(new CheckNow(CARLA));
  }

  Story cancelled() {
    return does(new CancelSetup(ERIN, "changed their mind"));
  }

  // What the follow-up does and sees

  int round() {
    return setup().rounds();
  }

  Story attempting() {
    return does(new Observation.Attempting(round()));
  }

  Story sent() {
    return does(new Observation.Invited(round(), Stories.sent(TransferStatus.REQUESTED, now)));
  }

  /** Reviews, attempts and sends the invitation. */
  Story invited() {
    return ready().reviewed().attempting().sent();
  }

  Story seen(TransferStatus status) {
    return does(new Observation.TransferSeen(TRANSFER, status, status.name()));
  }

  Story refused(String code) {
    return does(
        new Observation.InviteRefused(
            round(), Stories.refusal("HandshakeConstraintViolationException", code, now)));
  }

  Story troubled() {
    return does(new Observation.AwsTroubled(round(), false));
  }

  Story nothingToCancel() {
    return does(new Observation.NothingToCancel(round()));
  }

  Story roleAnswers() {
    return does(new Observation.RoleAnswered(account, false));
  }

  Story roleIsUnsafe() {
    return does(new Observation.RoleAnswered(account, true));
  }

  Story roleSilent() {
    return does(new Observation.RoleSilent(account));
  }
}
