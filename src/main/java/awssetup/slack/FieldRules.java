package awssetup.slack;

import awssetup.setup.AccountId;
import awssetup.setup.SetupId;
import awssetup.setup.Setups;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Checks of account IDs and root addresses that need to know more than the field: our own account,
 * other setups.
 */
final class FieldRules {
  private static final int WARNINGS_KEPT = 1_000;

  private final Setups setups;
  private final Supplier<Optional<AccountId>> partnerAccount;
  private final String partner;

  /**
   * Which address somebody was warned of in which modal. Forgotten on a restart and unknown to
   * other instances, where one is warned once more.
   */
  private final Set<String> warned =
      Collections.synchronizedSet(
          Collections.newSetFromMap(
              new LinkedHashMap<>() {
                @Override
                protected boolean removeEldestEntry(Map.Entry<String, Boolean> eldest) {
                  return size() > WARNINGS_KEPT;
                }
              }));

  FieldRules(Setups setups, Supplier<Optional<AccountId>> partnerAccount, String partner) {
    this.setups = setups;
    this.partnerAccount = partnerAccount;
    this.partner = partner;
  }

  /** The account ID as typed; with an error on its field where it cannot be used. */
  Optional<AccountId> account(Form form, SetupId setup, boolean required) {
    Optional<String> typed = form.text(Ids.ACCOUNT_ID);
    if (typed.isEmpty()) {
      if (required) {
        form.error(Ids.ACCOUNT_ID, "Please enter the 12-digit ID of the management account.");
      }
      return Optional.empty();
    }
    Optional<AccountId> account = AccountId.parse(typed.get());
    if (account.isEmpty()) {
      form.error(
          Ids.ACCOUNT_ID,
          "An AWS account ID has exactly 12 digits, such as 1234-5678-9012. You find it in the AWS console"
              + " at the top right.");
    } else if (partnerAccount.get().equals(account)) {
      form.error(
          Ids.ACCOUNT_ID,
          "This is "
              + partner
              + "'s own account. Please enter the ID of the customer's management account.");
    } else if (setups.isBeingSetUp(account.get(), setup)) {
      form.error(Ids.ACCOUNT_ID, WhyNot.ACCOUNT_TAKEN);
    }
    return account;
  }

  /**
   * The root address as typed; with an error on its field where AWS would not take it or another
   * setup has it, and once with a warning where it looks like no corporate alias.
   */
  Optional<String> rootEmail(Form form, SetupId setup, String viewId, boolean required) {
    Optional<String> typed = form.text(Ids.ROOT_EMAIL);
    if (typed.isEmpty()) {
      if (required) {
        form.error(Ids.ROOT_EMAIL, "Please enter the e-mail address for the account's root user.");
      }
      return typed;
    }
    String email = typed.get();
    Optional<String> whyNot = Emails.whyNotRoot(email);
    if (whyNot.isPresent()) {
      form.error(Ids.ROOT_EMAIL, whyNot.get());
    } else if (setups.isRootEmailInUse(email, setup)) {
      form.error(Ids.ROOT_EMAIL, WhyNot.ROOT_EMAIL_TAKEN);
    } else {
      Optional<String> doubt = CorporateAlias.doubt(email);
      if (doubt.isPresent() && !isInsistedOn(email, setup) && warned.add(viewId + " " + email)) {
        form.error(Ids.ROOT_EMAIL, doubt.get());
      }
    }
    return typed;
  }

  /** Somebody insisted on this very address before. */
  private boolean isInsistedOn(String email, SetupId setup) {
    return setups
        .find(setup)
        .flatMap(s -> s.details())
        .filter(d -> d.aliasDoubted() && d.rootEmail().equals(Optional.of(email)))
        .isPresent();
  }
}
