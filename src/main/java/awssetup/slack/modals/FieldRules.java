package awssetup.slack.modals;

import awssetup.ports.Setups;
import awssetup.setup.AccountId;
import awssetup.setup.NotPossible;
import awssetup.setup.Option;
import awssetup.setup.SetupId;
import awssetup.setup.TypedAccountId;
import awssetup.slack.words.ErrorWords;
import awssetup.slack.words.Ids;
import awssetup.slack.words.RequestIds;
import awssetup.slack.words.Words;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Checks account IDs and root addresses against what the field alone does not tell: the partner's
 * own account and other setups.
 */
public final class FieldRules {
  private final Setups setups;
  private final Supplier<Optional<AccountId>> partnerAccount;

  public FieldRules(Setups setups, Supplier<Optional<AccountId>> partnerAccount) {
    this.setups = setups;
    this.partnerAccount = partnerAccount;
  }

  /** The account ID that was typed; an error on its field says why it cannot be used. */
  Optional<AccountId> account(Form form, SetupId setup, boolean required) {
    Words words = form.words();
    Optional<String> typed = form.text(Ids.ACCOUNT_ID);
    if (typed.isEmpty()) {
      if (required) {
        form.error(Ids.ACCOUNT_ID, words.plain("field.account.missing"));
      }
      return Optional.empty();
    }
    Optional<AccountId> account = AccountId.parse(typed.get());
    if (account.isEmpty()) {
      TypedAccountId.Problem problem = TypedAccountId.problem(typed.get());
      form.error(Ids.ACCOUNT_ID, words.plain(Words.key("field.account", problem)));
    } else if (partnerAccount.get().equals(account)) {
      form.error(Ids.ACCOUNT_ID, words.plain("field.account.partners"));
    } else if (setups.isBeingSetUp(account.get(), setup)) {
      form.error(Ids.ACCOUNT_ID, ErrorWords.words(words, NotPossible.Why.ACCOUNT_TAKEN));
    }
    return account;
  }

  /**
   * The root address that was typed. An error on its field says that AWS would not take it or
   * another setup has it, or doubts it. To insist on a doubted address, the form is submitted again
   * as it was: a form that was changed in another field says nothing about the address.
   *
   * @param option tells an address to choose from that of an account which exists
   */
  Optional<String> rootEmail(Form form, SetupId setup, String viewId, Option option, Instant now) {
    Words words = form.words();
    Optional<String> typed = form.email(Ids.ROOT_EMAIL);
    if (typed.isEmpty()) {
      if (option == Option.NEW_ACCOUNT) {
        form.error(Ids.ROOT_EMAIL, words.plain("field.root_email.missing"));
      }
      return typed;
    }
    String email = typed.get();
    Optional<String> whyNot = Emails.whyNotRoot(words, email);
    if (whyNot.isPresent()) {
      form.error(Ids.ROOT_EMAIL, whyNot.get());
    } else if (setups.isRootEmailInUse(email, setup)) {
      form.error(Ids.ROOT_EMAIL, ErrorWords.words(words, NotPossible.Why.ROOT_EMAIL_TAKEN));
    } else {
      Optional<CorporateAlias.Doubt> doubt = CorporateAlias.doubt(email);
      if (doubt.isPresent()
          && !isInsistedOn(email, setup)
          && setups.count(RequestIds.warning(viewId, form.content()), now)) {
        form.error(Ids.ROOT_EMAIL, doubtful(words, option, doubt.get()));
      }
    }
    return typed;
  }

  /** The address of an account that exists is not ours to choose, only to get right. */
  private static String doubtful(Words words, Option option, CorporateAlias.Doubt doubt) {
    return option == Option.NEW_ACCOUNT
        ? words.plain(Words.key("field.root_email.doubt", doubt))
        : words.plain(Words.key("field.root_email.is_it", doubt));
  }

  /** Whether the setup's details have this address in spite of the warning. */
  private boolean isInsistedOn(String email, SetupId setup) {
    return setups
        .find(setup)
        .flatMap(s -> s.details())
        .filter(d -> d.aliasDoubted() && d.rootEmail().equals(Optional.of(email)))
        .isPresent();
  }
}
