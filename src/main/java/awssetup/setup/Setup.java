package awssetup.setup;

import java.time.Instant;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * What we know of one customer's setup: facts only, in the words of people and of AWS. What they
 * mean now is computed ({@link SetupStatus}), and what to do next is decided ({@link Planner});
 * neither is stored.
 *
 * <p>Names and reasons were typed by people and are untrusted wherever they are shown.
 */
public final class Setup {
  private final Facts facts;

  private Setup(Facts facts) {
    this.facts = facts;
  }

  /** The facts, open for writing until they become a setup. Its accessors say what they mean. */
  public static final class Facts implements Cloneable {
    public SetupId id;
    public long version;
    public Option option;
    public Instant optionAt;
    public String customerName;
    public Optional<UserId> customerContact = Optional.empty();
    public Optional<String> orderId = Optional.empty();
    public ChannelId channel;
    public UserId startedBy;
    public Instant startedAt;
    public Language language;
    public Optional<Details> details = Optional.empty();
    public Optional<Contact> earlierContact = Optional.empty();
    public Optional<TargetAccount> account = Optional.empty();
    public Set<PreparationItem> prepared = EnumSet.noneOf(PreparationItem.class);
    public Optional<Instant> preparedAt = Optional.empty();
    public int rounds;
    public int overdueRound;
    public Optional<Invitation> invitation = Optional.empty();
    public Role role = Role.UNSEEN;
    public Optional<Instant> roleWantedAt = Optional.empty();
    public ReminderHistory reminderHistory = ReminderHistory.NEVER;
    public ChannelAccess channelAccess = ChannelAccess.OPEN;
    public Optional<Ending> ending = Optional.empty();
    public Optional<Instant> forgottenAt = Optional.empty();

    /**
     * @throws IllegalStateException if these facts cannot all be true
     */
    public Setup toSetup() {
      require(
          Stream.of(id, option, channel, startedBy, startedAt, optionAt, customerName, language)
              .noneMatch(Objects::isNull),
          "a fact that every setup has is missing");
      require(invitation.isEmpty() || details.isPresent(), "an invitation without details");
      require(
          option == Option.NEW_ACCOUNT || account.isPresent() == details.isPresent(),
          "a transfer knows details and account together");
      require(forgottenAt.isEmpty() || ending.isPresent(), "forgotten while open");
      return new Setup(copy());
    }

    private void require(boolean holds, String what) {
      if (!holds) {
        throw new IllegalStateException("setup " + id + " cannot be true: " + what);
      }
    }

    private Facts copy() {
      try {
        Facts copy = (Facts) clone();
        copy.prepared =
            prepared.isEmpty() ? EnumSet.noneOf(PreparationItem.class) : EnumSet.copyOf(prepared);
        return copy;
      } catch (CloneNotSupportedException e) {
        throw new AssertionError(e);
      }
    }
  }

  /** The facts, as a copy that may be changed. */
  public Facts facts() {
    return facts.copy();
  }

  Setup with(Consumer<Facts> edit) {
    Facts copy = facts.copy();
    edit.accept(copy);
    return copy.toSetup();
  }

  public SetupId id() {
    return facts.id;
  }

  /** Grows by one with every saved change. */
  public long version() {
    return facts.version;
  }

  public Option option() {
    return facts.option;
  }

  /** Since when this option holds: the start, or the last switch. */
  public Instant optionAt() {
    return facts.optionAt;
  }

  public String customerName() {
    return facts.customerName;
  }

  public Optional<UserId> customerContact() {
    return facts.customerContact;
  }

  public Optional<String> orderId() {
    return facts.orderId;
  }

  public ChannelId channel() {
    return facts.channel;
  }

  /** The engineer who owns this setup. */
  public UserId startedBy() {
    return facts.startedBy;
  }

  public Instant startedAt() {
    return facts.startedAt;
  }

  /** The language that its channel reads. */
  public Language language() {
    return facts.language;
  }

  public Optional<Details> details() {
    return facts.details;
  }

  /** The contact that was entered last; the option may have been switched since. */
  public Optional<Contact> knownContact() {
    return facts.details.map(Details::contact).or(() -> facts.earlierContact);
  }

  public Optional<TargetAccount> account() {
    return facts.account;
  }

  /** The ticked items of the preparation list, in its order. */
  public Set<PreparationItem> prepared() {
    return facts.copy().prepared;
  }

  /** The items that are not ticked yet, in the order to do them. */
  public Set<PreparationItem> unprepared() {
    return EnumSet.complementOf(EnumSet.copyOf(facts.copy().prepared));
  }

  public Optional<Instant> preparedAt() {
    return facts.preparedAt;
  }

  /** How many invitations have been reviewed so far. */
  public int rounds() {
    return facts.rounds;
  }

  /** Whether people have been told that the current round's deadline has passed. */
  boolean isOverdueSaid() {
    return facts.overdueRound == facts.rounds;
  }

  /** The current round; empty before the first review and after a correction made it void. */
  public Optional<Invitation> invitation() {
    return facts.invitation;
  }

  public Role role() {
    return facts.role;
  }

  public ReminderHistory reminderHistory() {
    return facts.reminderHistory;
  }

  /** Whether messages in the channel reach the customer. */
  public ChannelAccess channelAccess() {
    return facts.channelAccess;
  }

  public Optional<Ending> ending() {
    return facts.ending;
  }

  /** When the people of this setup were forgotten; only an ended one ever is. */
  public Optional<Instant> forgottenAt() {
    return facts.forgottenAt;
  }

  public boolean isOpen() {
    return facts.ending.isEmpty();
  }

  public boolean isCompleted() {
    return facts.ending.filter(e -> e.outcome() == Ending.Outcome.COMPLETED).isPresent();
  }

  /**
   * Who is mentioned when this actor has to act: the customer contact, else the person who
   * submitted the details, and for the engineer, or as long as there are neither, the starter of
   * the setup.
   */
  public UserId personFor(Actor actor) {
    return actor == Actor.ENGINEER
        ? facts.startedBy
        : facts.customerContact.or(() -> facts.details.map(Details::by)).orElse(facts.startedBy);
  }

  /**
   * The account that an engineer has reviewed in the current round, as long as it is still the one
   * that was reported: the only account that is ever probed or invited.
   */
  public Optional<AccountId> accountInReview() {
    return facts
        .invitation
        .filter(i -> i.cancelAskedAt().isEmpty())
        .map(Invitation::account)
        .filter(id -> facts.account.map(TargetAccount::id).filter(id::equals).isPresent());
  }

  /** Since when the customer is asked for the role: since the review, or since it was lost. */
  public Instant roleWantedSince() {
    return facts.role.lostAt().or(() -> facts.roleWantedAt).orElse(facts.startedAt);
  }

  @Override
  public String toString() {
    return "Setup[" + facts.id + " v" + facts.version + "]";
  }
}
