package awssetup.aws;

import awssetup.ports.Check;
import java.util.Optional;
import java.util.function.Supplier;
import software.amazon.awssdk.core.exception.SdkException;

/** A question to AWS whose answer, or its lack, says something about how we are set up. */
record AwsQuestion<T>(Check check, Optional<T> answer) {

  /**
   * @param action what is asked, as a policy names it
   */
  static <T> AwsQuestion<T> of(String action, Supplier<T> question) {
    return of(action, action, "allowed", question);
  }

  static <T> AwsQuestion<T> of(String subject, String action, String good, Supplier<T> question) {
    try {
      return new AwsQuestion<>(Check.good(subject, good), Optional.of(question.get()));
    } catch (SdkException e) {
      return new AwsQuestion<>(Check.broken(subject, AwsDiagnosis.of(e, action)), Optional.empty());
    }
  }
}
