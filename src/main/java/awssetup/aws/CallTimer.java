package awssetup.aws;

import awssetup.ports.WorkListener;
import java.time.Duration;
import java.util.Optional;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttribute;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.core.interceptor.SdkExecutionAttribute;

/** Tells the work listener of each call to AWS, including its retries. */
final class CallTimer implements ExecutionInterceptor {
  private static final ExecutionAttribute<Long> BEGUN = new ExecutionAttribute<>("begun");

  private final WorkListener workListener;
  private final WorkListener.Service service;

  CallTimer(WorkListener workListener, WorkListener.Service service) {
    this.workListener = workListener;
    this.service = service;
  }

  @Override
  public void beforeExecution(Context.BeforeExecution context, ExecutionAttributes attributes) {
    attributes.putAttribute(BEGUN, System.nanoTime());
  }

  @Override
  public void afterExecution(Context.AfterExecution context, ExecutionAttributes attributes) {
    tell(WorkListener.Outcome.OK, attributes);
  }

  @Override
  public void onExecutionFailure(Context.FailedExecution context, ExecutionAttributes attributes) {
    tell(outcome(context.exception()), attributes);
  }

  private static WorkListener.Outcome outcome(Throwable failure) {
    if (!(failure instanceof AwsServiceException e)) {
      return WorkListener.Outcome.UNREACHABLE;
    }
    if (e.isThrottlingException()) {
      return WorkListener.Outcome.THROTTLED;
    }
    return e.statusCode() >= 500 ? WorkListener.Outcome.UNREACHABLE : WorkListener.Outcome.REFUSED;
  }

  private void tell(WorkListener.Outcome outcome, ExecutionAttributes attributes) {
    Duration took =
        Optional.ofNullable(attributes.getAttribute(BEGUN))
            .map(begun -> Duration.ofNanos(System.nanoTime() - begun))
            .orElse(Duration.ZERO);
    workListener.called(
        service, attributes.getAttribute(SdkExecutionAttribute.OPERATION_NAME), outcome, took);
  }
}
