package awssetup.slack;

import awssetup.setup.Option;
import awssetup.setup.SetupId;
import awssetup.setup.UserId;
import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.block.composition.OptionObject;
import com.slack.api.model.block.element.PlainTextInputElement;
import com.slack.api.model.block.element.StaticSelectElement;
import com.slack.api.model.view.View;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The engineer's modal that starts a setup. */
final class StartSetupModal {
  private static final int OPTIONS_MOST = 100;
  private static final int NAME_MOST = 100;
  private static final int ORDER_MOST = 60;

  private StartSetupModal() {}

  /**
   * @param people whom to offer as customer contact: members of the channel who are no engineers
   */
  static View view(SetupId id, Option preselected, List<Person> people) {
    List<LayoutBlock> blocks = new ArrayList<>();
    blocks.add(
        Kit.input(
            Ids.OPTION,
            "What does the customer need?",
            null,
            false,
            Kit.radio(
                Ids.OPTION,
                List.of(
                    Kit.option(
                        Option.TRANSFER_BILLING.key(),
                        "Transfer billing",
                        "They have a management account; its billing moves to us"),
                    Kit.option(
                        Option.NEW_ACCOUNT.key(),
                        "New AWS account",
                        "They sign up with AWS first, then billing moves to us")),
                preselected.key())));
    blocks.add(
        Kit.input(
            Ids.CUSTOMER_NAME,
            "Customer",
            "Shown on the card in this channel.",
            false,
            PlainTextInputElement.builder()
                .actionId(Ids.CUSTOMER_NAME)
                .maxLength(NAME_MOST)
                .placeholder(Kit.plain("Company name"))
                .build()));
    if (!people.isEmpty()) {
      blocks.add(
          Kit.input(
              Ids.CUSTOMER_CONTACT,
              "Customer contact",
              "Mentioned when it is the customer's turn.",
              true,
              contacts(people)));
    }
    blocks.add(
        Kit.input(
            Ids.ORDER_ID,
            "Order reference",
            null,
            true,
            PlainTextInputElement.builder().actionId(Ids.ORDER_ID).maxLength(ORDER_MOST).build()));
    return Kit.modal(Ids.START_SETUP, id.value(), "Set up AWS", "Start setup", blocks);
  }

  private static StaticSelectElement contacts(List<Person> people) {
    List<OptionObject> options =
        people.stream()
            .limit(OPTIONS_MOST)
            .map(person -> Kit.option(person.id().value(), person.name()))
            .toList();
    return Kit.select(Ids.CUSTOMER_CONTACT, "Choose a person", options);
  }

  /** What was entered; only to be used while the form is valid. */
  record Entered(
      Option option, String customerName, Optional<UserId> contact, Optional<String> orderId) {}

  static Entered read(Form form) {
    Optional<Option> option =
        form.choice(Ids.OPTION)
            .filter(
                o -> o.equals(Option.NEW_ACCOUNT.key()) || o.equals(Option.TRANSFER_BILLING.key()))
            .map(Option::of);
    if (option.isEmpty()) {
      form.error(Ids.OPTION, "Please choose what the customer needs.");
    }
    String name =
        form.required(Ids.CUSTOMER_NAME, NAME_MOST, "Please enter the customer's company name.");
    Optional<String> orderId = form.optional(Ids.ORDER_ID, ORDER_MOST);
    return new Entered(option.orElse(Option.TRANSFER_BILLING), name, contact(form), orderId);
  }

  private static Optional<UserId> contact(Form form) {
    try {
      return form.choice(Ids.CUSTOMER_CONTACT).map(UserId::new);
    } catch (IllegalArgumentException e) {
      form.error(Ids.CUSTOMER_CONTACT, "Please choose somebody from the list.");
      return Optional.empty();
    }
  }
}
