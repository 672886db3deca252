package awssetup.http;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import org.eclipse.jetty.http.HttpException;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.io.content.ByteBufferContentSource;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.BufferUtil;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.thread.Invocable.InvocationType;

/**
 * Hands a request on when all of its body has arrived, so that a sender who is slow, signed or not,
 * takes up no thread. Jetty's own EagerContentHandler never gives up on a body that has stopped
 * coming.
 */
final class BufferedBody extends Handler.Wrapper {
  private static final long LIMIT = 1024 * 1024;
  private static final long CUT_OFF_AT = 16 * LIMIT;

  BufferedBody(Handler next) {
    super(next);
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) {
    Body body = new Body();
    Content.copy(
        request,
        body,
        Callback.from(
            InvocationType.BLOCKING,
            () -> {
              if (body.isTooLong()) {
                Response.writeError(request, response, callback, HttpStatus.PAYLOAD_TOO_LARGE_413);
              } else {
                handOn(new WithBody(request, body.bytes()), response, callback);
              }
            },
            failure -> Response.writeError(request, response, callback, status(failure))));
    return true;
  }

  private void handOn(Request request, Response response, Callback callback) {
    // From here on a silent connection means work in progress, also while the server stops and cuts
    // idle connections.
    request.addIdleTimeoutListener(idle -> false);
    try {
      if (!super.handle(request, response, callback)) {
        Response.writeError(request, response, callback, HttpStatus.NOT_FOUND_404);
      }
    } catch (Exception e) {
      Response.writeError(request, response, callback, e);
    }
  }

  private static int status(Throwable failure) {
    return failure instanceof HttpException known
        ? known.getCode()
        : HttpStatus.REQUEST_TIMEOUT_408;
  }

  /**
   * Keeps a body up to the limit. A longer one is read to its end and thrown away, because a sender
   * who is cut off in the middle never sees why; a much longer one is cut off.
   */
  private static final class Body implements Content.Sink {
    private final ByteArrayOutputStream kept = new ByteArrayOutputStream();
    private long length;

    @Override
    public void write(boolean last, ByteBuffer part, Callback callback) {
      length += part.remaining();
      if (length > CUT_OFF_AT) {
        callback.failed(new HttpException.RuntimeException(HttpStatus.PAYLOAD_TOO_LARGE_413));
        return;
      }
      if (isTooLong()) {
        kept.reset();
      } else {
        kept.writeBytes(BufferUtil.toArray(part));
      }
      BufferUtil.clear(part);
      callback.succeeded();
    }

    boolean isTooLong() {
      return length > LIMIT;
    }

    byte[] bytes() {
      return kept.toByteArray();
    }
  }

  private static final class WithBody extends Request.Wrapper {
    private final Content.Source body;

    private WithBody(Request request, byte[] body) {
      super(request);
      this.body = new ByteBufferContentSource(ByteBuffer.wrap(body));
    }

    @Override
    public Content.Chunk read() {
      return body.read();
    }

    @Override
    public void demand(Runnable onContent) {
      body.demand(onContent);
    }

    @Override
    public void fail(Throwable failure) {
      body.fail(failure);
    }
  }
}
