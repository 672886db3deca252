package awssetup.operations;

/** Names the app's own metrics, so that they stand together in a list of many apps' metrics. */
final class MetricName {
  private MetricName() {}

  static String of(String name) {
    return "aws_setup_bot." + name;
  }
}
