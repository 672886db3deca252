package awssetup.slack.modals;

import static org.assertj.core.api.Assertions.assertThat;

import awssetup.setup.Language;
import awssetup.slack.words.Ids;
import awssetup.slack.words.Words;
import com.slack.api.model.view.ViewState;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The start modal may send back what was never offered in it. */
class StartSetupModalTest {

  private static Form form(Map<String, String> chosen) {
    Map<String, Map<String, ViewState.Value>> values = new HashMap<>();
    ViewState.Value name = new ViewState.Value();
    name.setValue("Acme Robotics");
    values.put(Ids.CUSTOMER_NAME, Map.of(Ids.CUSTOMER_NAME, name));
    chosen.forEach(
        (field, option) -> {
          ViewState.SelectedOption selected = new ViewState.SelectedOption();
          selected.setValue(option);
          ViewState.Value value = new ViewState.Value();
          value.setSelectedOption(selected);
          values.put(field, Map.of(field, value));
        });
    ViewState state = new ViewState();
    state.setValues(values);
    return new Form(state, new Words(Language.EN, "SoftwareOne"));
  }

  @Test
  void one_of_our_languages_is_taken() {
    Form form = form(Map.of(Ids.OPTION, "transfer_billing", Ids.LANGUAGE, "es"));
    assertThat(StartSetupModal.read(form).language()).contains(Language.ES);
    assertThat(form.isValid()).isTrue();
  }

  @Test
  void an_unknown_language_is_not_taken() {
    Form form = form(Map.of(Ids.OPTION, "transfer_billing", Ids.LANGUAGE, "fr"));
    StartSetupModal.read(form);
    assertThat(form.errors())
        .containsExactly(Map.entry(Ids.LANGUAGE, "Please choose a language from the list."));
  }

  @Test
  void an_older_form_without_the_choice_is_taken_too() {
    Form form = form(Map.of(Ids.OPTION, "transfer_billing"));
    assertThat(StartSetupModal.read(form).language()).isEmpty();
    assertThat(form.isValid()).isTrue();
  }
}
