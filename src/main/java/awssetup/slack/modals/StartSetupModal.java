package awssetup.slack.modals;

import awssetup.setup.Language;
import awssetup.setup.Option;
import awssetup.setup.SetupId;
import awssetup.setup.UserId;
import awssetup.slack.words.Blocks;
import awssetup.slack.words.Ids;
import awssetup.slack.words.Translations;
import awssetup.slack.words.Words;
import com.slack.api.model.block.InputBlock;
import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.block.composition.OptionObject;
import com.slack.api.model.block.element.PlainTextInputElement;
import com.slack.api.model.block.element.StaticSelectElement;
import com.slack.api.model.view.View;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The engineer's modal that starts a setup. */
public final class StartSetupModal {
  private static final int OPTIONS_MOST = 100;
  private static final int NAME_MOST = 100;
  private static final int ORDER_MOST = 60;

  private StartSetupModal() {}

  /** A person who can be chosen as the customer's contact, with the name that Slack shows. */
  public record ContactChoice(UserId id, String name) {
    @Override
    public String toString() {
      return id.toString();
    }
  }

  /**
   * Draws the modal.
   *
   * @param people members of the channel who are not engineers, one of them the customer's contact
   */
  public static View view(
      Translations translations, SetupId id, Option preselected, List<ContactChoice> people) {
    Words words = translations.own();
    List<LayoutBlock> blocks = new ArrayList<>();
    blocks.add(options(words, preselected));
    blocks.add(customerName(words));
    if (!people.isEmpty()) {
      blocks.add(contact(words, people));
    }
    blocks.add(
        Blocks.input(
            Ids.ORDER_ID,
            words.plain("modal.start.order"),
            null,
            true,
            PlainTextInputElement.builder().actionId(Ids.ORDER_ID).maxLength(ORDER_MOST).build()));
    blocks.add(
        Blocks.input(
            Ids.LANGUAGE,
            words.plain("modal.start.language"),
            words.plain("modal.start.language.why"),
            false,
            languages(words, translations.ownLanguage())));
    return Blocks.modal(
        words,
        Ids.START_SETUP,
        id.value(),
        words.plain("modal.start.title"),
        words.plain("modal.start.submit"),
        blocks);
  }

  private static InputBlock options(Words words, Option preselected) {
    return Blocks.input(
        Ids.OPTION,
        words.plain("modal.start.option_label"),
        null,
        false,
        Blocks.radio(
            Ids.OPTION,
            List.of(option(words, Option.TRANSFER_BILLING), option(words, Option.NEW_ACCOUNT)),
            preselected.key()));
  }

  private static InputBlock customerName(Words words) {
    return Blocks.input(
        Ids.CUSTOMER_NAME,
        words.plain("modal.start.customer"),
        words.plain("modal.start.customer.why"),
        false,
        PlainTextInputElement.builder()
            .actionId(Ids.CUSTOMER_NAME)
            .maxLength(NAME_MOST)
            .placeholder(Blocks.plain(words.plain("modal.start.customer.example")))
            .build());
  }

  private static InputBlock contact(Words words, List<ContactChoice> people) {
    return Blocks.input(
        Ids.CUSTOMER_CONTACT,
        words.plain("modal.start.contact"),
        words.plain("modal.start.contact.why"),
        true,
        contacts(words, people));
  }

  private static OptionObject option(Words words, Option option) {
    return Blocks.option(
        option.key(),
        words.plain(Words.key("option", option)),
        words.plain(Words.key("modal.start.option_why", option)));
  }

  private static StaticSelectElement contacts(Words words, List<ContactChoice> people) {
    List<OptionObject> options =
        people.stream()
            .limit(OPTIONS_MOST)
            .map(person -> Blocks.option(person.id().value(), person.name()))
            .toList();
    return Blocks.select(Ids.CUSTOMER_CONTACT, words.plain("modal.start.contact.choose"), options);
  }

  private static StaticSelectElement languages(Words words, Language first) {
    Map<Language, OptionObject> options = new EnumMap<>(Language.class);
    for (Language language : Language.values()) {
      options.put(
          language, Blocks.option(language.key(), words.plain(Words.key("language", language))));
    }
    StaticSelectElement select =
        Blocks.select(
            Ids.LANGUAGE,
            words.plain("modal.start.language.choose"),
            List.copyOf(options.values()));
    select.setInitialOption(options.get(first));
    return select;
  }

  /**
   * What was entered; only to be used if the form is valid.
   *
   * @param language empty from a form that was opened before there was a choice
   */
  public record Entered(
      Option option,
      String customerName,
      Optional<UserId> contact,
      Optional<String> orderId,
      Optional<Language> language) {}

  public static Entered read(Form form) {
    Words words = form.words();
    Optional<Option> option =
        form.choice(Ids.OPTION)
            .filter(
                o -> o.equals(Option.NEW_ACCOUNT.key()) || o.equals(Option.TRANSFER_BILLING.key()))
            .map(Option::of);
    if (option.isEmpty()) {
      form.error(Ids.OPTION, words.plain("modal.start.option_missing"));
    }
    String name =
        form.required(Ids.CUSTOMER_NAME, NAME_MOST, words.plain("modal.start.customer.missing"));
    Optional<String> orderId = form.optional(Ids.ORDER_ID, ORDER_MOST);
    return new Entered(
        option.orElse(Option.TRANSFER_BILLING), name, contact(form), orderId, language(form));
  }

  private static Optional<UserId> contact(Form form) {
    try {
      return form.choice(Ids.CUSTOMER_CONTACT).map(UserId::new);
    } catch (IllegalArgumentException e) {
      form.error(Ids.CUSTOMER_CONTACT, form.words().plain("modal.start.contact.unknown"));
      return Optional.empty();
    }
  }

  private static Optional<Language> language(Form form) {
    try {
      return form.choice(Ids.LANGUAGE).map(Language::of);
    } catch (IllegalArgumentException e) {
      form.error(Ids.LANGUAGE, form.words().plain("modal.start.language.unknown"));
      return Optional.empty();
    }
  }
}
