package awssetup.http;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import jakarta.servlet.http.HttpServlet;
import java.io.IOException;
import java.util.EnumSet;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.GracefulHandler;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Answers HTTP on exact paths: servlets for what other rooms take, and pages such as {@code GET
 * /health} for machines. Servlets are added by hand and there are no sessions, so that Jetty scans
 * for nothing and starts fast.
 */
public final class HttpServer implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(HttpServer.class);

  /** Short, because handlers have finished before the server is stopped. */
  private static final long STOP_MILLIS = 1_000;

  private static final long IDLE_MILLIS = 30_000;

  /**
   * How long a connection may stay silent while the server stops; far above 0, to let answers
   * leave.
   */
  private static final long STOPPING_IDLE_MILLIS = 200;

  /** Handlers wait for the database and for Slack far more than they compute. */
  private static final int MOST_THREADS = 32;

  private static final int FEWEST_THREADS = 4;
  private static final int ACCEPT_QUEUE = 128;

  private final Server server;
  private final ServerConnector connector;

  private HttpServer(Server server, ServerConnector connector) {
    this.server = server;
    this.connector = connector;
  }

  /** Loads the largest part of Jetty's classes, which needs no settings. */
  public static void load() {
    on(0);
  }

  /** A server for the given TCP port on all interfaces; 0 takes any free port. */
  public static Builder on(int port) {
    return new Builder(port);
  }

  /** The port that is listened to. */
  public int port() {
    return connector.getLocalPort();
  }

  /** Takes no new requests, gives running ones a second to finish, then stops. */
  @Override
  public void close() {
    try {
      server.stop();
    } catch (TimeoutException e) {
      log.warn("Stopped the HTTP server while requests were still under way");
    } catch (Exception e) {
      throw new IllegalStateException("the HTTP server did not stop", e);
    }
  }

  /** What a server answers. */
  public static final class Builder {
    private final int port;
    private String host;
    private final ServletContextHandler context =
        new ServletContextHandler(ServletContextHandler.NO_SESSIONS);

    private Builder(int port) {
      this.port = port;
    }

    /** Listens on this host or address only. */
    public Builder host(String onlyHost) {
      host = onlyHost;
      return this;
    }

    /** Has a servlet answer one exact path, behind a filter that every request has to pass. */
    public Builder servlet(String path, HttpServlet servlet, Filter filter) {
      context.addFilter(filter, path, EnumSet.of(DispatcherType.REQUEST));
      context.addServlet(servlet, path);
      return this;
    }

    /** Answers GET of one exact path with a page that is made for each request. */
    public Builder page(String path, Supplier<Page> page) {
      context.addServlet(new PageServlet(page), path);
      return this;
    }

    /**
     * Starts to listen.
     *
     * @throws IOException that names the port if it cannot be listened to
     */
    public HttpServer start() throws IOException {
      QueuedThreadPool threads = new QueuedThreadPool(MOST_THREADS, FEWEST_THREADS);
      threads.setName("http");
      Server server = new Server(threads);
      ServerConnector connector =
          new ServerConnector(server, 1, 1, new HttpConnectionFactory(http()));
      connector.setHost(host);
      connector.setPort(port);
      connector.setAcceptQueueSize(ACCEPT_QUEUE);
      connector.setIdleTimeout(IDLE_MILLIS);
      connector.setShutdownIdleTimeout(STOPPING_IDLE_MILLIS);
      server.addConnector(connector);
      context
          .getServletHandler()
          .setEnsureDefaultServlet(false); // it would answer 405 to a POST elsewhere
      context.setErrorHandler(new PlainErrors());
      server.setErrorHandler(new PlainErrors());
      server.setHandler(new BufferedBody(new GracefulHandler(context)));
      server.setStopTimeout(STOP_MILLIS);
      return start(new HttpServer(server, connector));
    }

    private HttpServer start(HttpServer started) throws IOException {
      try {
        started.server.start();
        return started;
      } catch (Exception e) {
        started.close();
        throw new IOException("could not listen on port " + port + " (PORT): " + e.getMessage(), e);
      }
    }

    private static HttpConfiguration http() {
      HttpConfiguration http = new HttpConfiguration();
      http.setSendServerVersion(false);
      http.setSendXPoweredBy(false);
      return http;
    }
  }
}
