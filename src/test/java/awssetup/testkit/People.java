package awssetup.testkit;

import awssetup.setup.ChannelId;
import awssetup.setup.UserId;

/**
 * The cast: the people, channels and accounts that the stand-ins know from the start, as Slack and
 * AWS write their ids. Erin and Sam are our engineers; Carla and her colleague Colin work for Acme,
 * our customer; Gina is a guest of ours, and Otto is of another company, Globex.
 */
public final class People {
  public static final String ERIN = "U0ENGINEER";
  public static final String SAM = "U0SECOND";
  public static final String CARLA = "U0CUSTOMER";
  public static final String COLIN = "U0COLLEAGUE";
  public static final String GINA = "U0GUEST";
  public static final String OTTO = "U0OUTSIDER";

  /** The app's own user. */
  public static final String BOT = "U0BOT";

  public static final String ACME = "C0ACME";
  public static final String GLOBEX = "C0GLOBEX";

  /** Our operations channel. */
  public static final String OPS = "C0OPS";

  /** A channel that the bot is not in. */
  public static final String RANDOM = "C0RANDOM";

  /** Acme's account. */
  public static final String ACCOUNT = "222233334444";

  public static final String GLOBEX_ACCOUNT = "333344445555";

  private People() {}

  /** The same people and channels in the types of the domain. */
  public static final class Ids {
    public static final UserId ERIN = new UserId(People.ERIN);
    public static final UserId SAM = new UserId(People.SAM);
    public static final UserId CARLA = new UserId(People.CARLA);
    public static final UserId COLIN = new UserId(People.COLIN);
    public static final ChannelId ACME = new ChannelId(People.ACME);
    public static final ChannelId GLOBEX = new ChannelId(People.GLOBEX);

    private Ids() {}
  }
}
