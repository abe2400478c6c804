package dev.quartermaster.rest.shared;

import io.vertx.ext.web.RoutingContext;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;

/** A body that is read while it arrives; faults of it are problems. */
final class StreamedBody extends InputStream {
  private final InputStream body;
  private final RoutingContext context;
  private final MessageDigest digest = Sha256.begun();
  private long length;
  private boolean isRemembered;

  StreamedBody(InputStream body, RoutingContext context) {
    this.body = body;
    this.context = context;
  }

  @Override
  public int read() {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] buffer, int offset, int most) {
    int read = arrived(buffer, offset, most);
    if (read < 0) {
      rememberOnce();
      return read;
    }
    length += read;
    if (length > StreamedBodies.MAX_LENGTH) {
      EveryAnswer.closeAfter(context);
      throw RequestBody.tooLarge(StreamedBodies.MAX_LENGTH);
    }
    digest.update(buffer, offset, read);
    return read;
  }

  /** Readers may ask for more after the end, and a digest that was told begins anew. */
  private void rememberOnce() {
    if (!isRemembered) {
      RequestBody.remember(digest, context);
      isRemembered = true;
    }
  }

  private int arrived(byte[] buffer, int offset, int most) {
    try {
      return body.read(buffer, offset, most);
    } catch (IOException cutShort) {
      throw RequestBody.cutShort(context);
    }
  }
}
