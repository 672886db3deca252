package awssetup.sandbox.page;

/** A request that the page's server refuses, with the HTTP status and a sentence for the page. */
final class PageRefusal extends RuntimeException {
  final int status;

  PageRefusal(int status, String reason) {
    super(reason, null, false, false);
    this.status = status;
  }
}
