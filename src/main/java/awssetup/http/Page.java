package awssetup.http;

/** An answer to a machine that watches the app. */
public record Page(int status, String contentType, String text) {
  private static final int OK = 200;
  private static final int UNAVAILABLE = 503;
  private static final String PLAIN = "text/plain;charset=utf-8";

  public static Page of(String contentType, String text) {
    return new Page(OK, contentType, text);
  }

  public static Page ok(String text) {
    return of(PLAIN, text);
  }

  public static Page unavailable(String text) {
    return new Page(UNAVAILABLE, PLAIN, text);
  }
}
