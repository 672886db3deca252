package awssetup.aws;

import awssetup.setup.Meter;
import java.time.Duration;
import java.util.Optional;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttribute;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.core.interceptor.SdkExecutionAttribute;

/** Tells the meter of each call to AWS, its repetitions included. */
final class MeteredCalls implements ExecutionInterceptor {
  private static final ExecutionAttribute<Long> BEGUN = new ExecutionAttribute<>("begun");

  private final Meter meter;
  private final Meter.Service service;

  MeteredCalls(Meter meter, Meter.Service service) {
    this.meter = meter;
    this.service = service;
  }

  @Override
  public void beforeExecution(Context.BeforeExecution context, ExecutionAttributes attributes) {
    attributes.putAttribute(BEGUN, System.nanoTime());
  }

  @Override
  public void afterExecution(Context.AfterExecution context, ExecutionAttributes attributes) {
    tell(Meter.Outcome.OK, attributes);
  }

  @Override
  public void onExecutionFailure(Context.FailedExecution context, ExecutionAttributes attributes) {
    tell(outcome(context.exception()), attributes);
  }

  private static Meter.Outcome outcome(Throwable failure) {
    if (!(failure instanceof AwsServiceException e)) {
      return Meter.Outcome.UNREACHABLE;
    }
    if (e.isThrottlingException()) {
      return Meter.Outcome.THROTTLED;
    }
    return e.statusCode() >= 500 ? Meter.Outcome.UNREACHABLE : Meter.Outcome.REFUSED;
  }

  private void tell(Meter.Outcome outcome, ExecutionAttributes attributes) {
    Duration took =
        Optional.ofNullable(attributes.getAttribute(BEGUN))
            .map(begun -> Duration.ofNanos(System.nanoTime() - begun))
            .orElse(Duration.ZERO);
    meter.called(
        service, attributes.getAttribute(SdkExecutionAttribute.OPERATION_NAME), outcome, took);
  }
}
