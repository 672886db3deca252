package awssetup.slack.modals;

import awssetup.slack.words.Invisible;
import awssetup.slack.words.Words;
import com.slack.api.model.view.ViewState;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What came back from a modal: typed values, trimmed, and the errors found in each field. */
public final class Form {
  /** Spaces of all kinds, combining marks alone, and letters that are drawn empty. */
  private static final Pattern BLANK =
      Pattern.compile("[\\s\\p{Z}\\p{Cf}\\p{M}\\x{115F}\\x{1160}\\x{2800}\\x{3164}\\x{FFA0}]*");

  private final Map<String, Map<String, ViewState.Value>> values;
  private final Map<String, String> errors = new LinkedHashMap<>();
  private final Words words;

  public Form(ViewState state, Words words) {
    this.words = words;
    this.values = state == null || state.getValues() == null ? Map.of() : state.getValues();
  }

  /** The words of the modal's language. */
  public Words words() {
    return words;
  }

  /** The errors by the {@code block_id} of their fields; empty if all is well. */
  public Map<String, String> errors() {
    return errors;
  }

  public boolean isValid() {
    return errors.isEmpty();
  }

  /** Says what is wrong with a field; the first error of a field stays. */
  public void error(String field, String what) {
    errors.putIfAbsent(field, what);
  }

  Optional<String> text(String field) {
    return value(field)
        .map(ViewState.Value::getValue)
        .map(typed -> Invisible.removed(typed).strip())
        .filter(text -> !BLANK.matcher(text).matches());
  }

  /** An e-mail address, read in the same way in every field that takes one. */
  Optional<String> email(String field) {
    return text(field).map(Emails::read);
  }

  /** A text that must be there, at most so many characters. */
  String required(String field, int most, String whatToEnter) {
    String text = text(field).orElse("");
    if (text.isEmpty()) {
      error(field, whatToEnter);
    } else if (text.length() > most) {
      error(field, words.plain("field.too_long", "most", most));
    }
    return text;
  }

  /** A text that may be left out, at most so many characters. */
  Optional<String> optional(String field, int most) {
    Optional<String> text = text(field);
    if (text.filter(t -> t.length() > most).isPresent()) {
      error(field, words.plain("field.too_long", "most", most));
    }
    return text;
  }

  /** The chosen option of a select or of radio buttons. */
  Optional<String> choice(String field) {
    return value(field)
        .map(ViewState.Value::getSelectedOption)
        .map(ViewState.SelectedOption::getValue);
  }

  Set<String> ticked(String field) {
    return value(field).map(ViewState.Value::getSelectedOptions).stream()
        .flatMap(List::stream)
        .map(ViewState.SelectedOption::getValue)
        .collect(Collectors.toUnmodifiableSet());
  }

  /** All that was filled in, so that the same form can be told from one that was changed. */
  String content() {
    return new TreeMap<>(values)
        .entrySet().stream()
            .flatMap(
                block ->
                    Optional.ofNullable(block.getValue().get(block.getKey())).stream()
                        .map(value -> block.getKey() + "=" + content(value)))
            .collect(Collectors.joining("\n"));
  }

  private static String content(ViewState.Value value) {
    Stream<String> chosen =
        Stream.concat(
                Stream.ofNullable(value.getSelectedOption()),
                Stream.ofNullable(value.getSelectedOptions()).flatMap(List::stream))
            .map(ViewState.SelectedOption::getValue)
            .sorted();
    return Stream.concat(Stream.ofNullable(value.getValue()), chosen)
        .map(text -> text.replace("\\", "\\\\").replace("\n", "\\n"))
        .collect(Collectors.joining("\n "));
  }

  private Optional<ViewState.Value> value(String field) {
    return Optional.ofNullable(values.get(field)).map(actions -> actions.get(field));
  }
}
