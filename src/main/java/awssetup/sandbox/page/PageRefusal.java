package awssetup.sandbox.page;

/**
 * A request that the page's server does not serve: the HTTP status and a sentence for whoever
 * asked.
 */
final class PageRefusal extends RuntimeException {
  final int status;

  PageRefusal(int status, String reason) {
    super(reason, null, false, false);
    this.status = status;
  }
}
