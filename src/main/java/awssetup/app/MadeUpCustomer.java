package awssetup.app;

import awssetup.setup.AccountId;
import awssetup.setup.Change;
import awssetup.setup.ChannelId;
import awssetup.setup.Contact;
import awssetup.setup.Details;
import awssetup.setup.Language;
import awssetup.setup.Option;
import awssetup.setup.PreparationItem;
import awssetup.setup.SetupId;
import awssetup.setup.StartSetup;
import awssetup.setup.SupportPlan;
import awssetup.setup.UserId;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * A customer of {@link ManySetups}, and what such a customer wants and types.
 *
 * @param n from 0 on; everything that differs from customer to customer depends on it
 */
record MadeUpCustomer(int n, String name, ChannelId channel, UserId contact, UserId engineer) {

  Option option() {
    return n % 3 == 0 ? Option.NEW_ACCOUNT : Option.TRANSFER_BILLING;
  }

  Change start(SetupId id, Instant at) {
    return new StartSetup(
            id,
            option(),
            name,
            Optional.of(contact),
            Optional.of("PO-" + (10_000 + n)),
            channel,
            engineer,
            Language.EN)
        .at(at);
  }

  AccountId account() {
    return new AccountId(Long.toString(700_000_000_000L + n));
  }

  /** The account, if the customer knows it from the start. */
  Optional<AccountId> existingAccount() {
    return option() == Option.TRANSFER_BILLING ? Optional.of(account()) : Optional.empty();
  }

  String rootEmail() {
    return "aws-root@" + domain();
  }

  private String domain() {
    return name.toLowerCase(Locale.ROOT).replace(' ', '-') + ".example";
  }

  Details details(Instant at) {
    return new Details(
        Optional.of(rootEmail()),
        option() == Option.NEW_ACCOUNT ? Optional.of(name) : Optional.empty(),
        new Contact("Toni " + name, "it@" + domain(), Optional.empty()),
        SupportPlan.PARTNER_LED,
        false,
        contact,
        at);
  }

  /** What is done of the preparation list. */
  Set<PreparationItem> prepared(boolean all) {
    return all || n % 2 == 0
        ? EnumSet.allOf(PreparationItem.class)
        : EnumSet.of(PreparationItem.ROOT_MFA, PreparationItem.ORGANIZATION);
  }
}
