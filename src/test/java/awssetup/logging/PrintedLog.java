package awssetup.logging;

import static java.nio.charset.StandardCharsets.UTF_8;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.util.LogbackMDCAdapter;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.util.Optional;
import org.slf4j.Logger;

/** A separate log, set up like the app's, and what it prints on standard error. */
final class PrintedLog implements AutoCloseable {
  private final PrintStream before = System.err;
  private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
  private final LoggerContext context = new LoggerContext();

  /**
   * @param format as LOG_FORMAT has it
   */
  PrintedLog(Optional<String> format) {
    System.setErr(new PrintStream(printed, true, UTF_8));
    context.setMDCAdapter(new LogbackMDCAdapter());
    new LogSetup(format).configure(context);
  }

  Logger logger(String name) {
    return context.getLogger(name);
  }

  String text() {
    return printed.toString(UTF_8);
  }

  @Override
  public void close() {
    context.stop();
    System.setErr(before);
  }
}
