package dev.quartermaster.rest.catalog;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The lines of a file in UTF-8 while it arrives, blank ones left out. Of a line that is too long no
 * more than its beginning is held.
 */
final class FileLines implements Iterator<FileLine> {
  /** The longest line, in bytes: no product needs as much. */
  static final int MAX_LENGTH = 1 << 18;

  private static final int BUFFER = 1 << 16;
  private static final String BYTE_ORDER_MARK = "\uFEFF";

  private final InputStream file;
  private final boolean quotes;
  private final byte[] buffer = new byte[BUFFER];
  private final ByteArrayOutputStream line = new ByteArrayOutputStream();
  private int position;
  private int end;
  private long number;
  private @Nullable FileLine next;

  /**
   * @param file the file
   * @param quotes whether a line break between quotes is part of the line
   */
  FileLines(InputStream file, boolean quotes) {
    this.file = file;
    this.quotes = quotes;
  }

  @Override
  public boolean hasNext() {
    while (next == null && (position < end || fill())) {
      FileLine read = read();
      if (read.fault().isPresent() || !read.text().isBlank()) {
        next = read;
      }
    }
    return next != null;
  }

  @Override
  public FileLine next() {
    if (!hasNext() || next == null) {
      throw new NoSuchElementException();
    }
    FileLine line = next;
    next = null;
    return line;
  }

  private FileLine read() {
    long first = number + 1;
    long length = 0;
    boolean quoted = false;
    line.reset();
    while (position < end || fill()) {
      byte each = buffer[position++];
      if (each == '\n') {
        number++;
        if (!quoted || length >= MAX_LENGTH) {
          return line(first, length);
        }
      }
      quoted ^= quotes && each == '"';
      if (++length <= MAX_LENGTH) {
        line.write(each);
      }
    }
    number++;
    return line(first, length);
  }

  private FileLine line(long first, long length) {
    if (length > MAX_LENGTH) {
      return faulty(first, "must have at most " + MAX_LENGTH + " bytes");
    }
    try {
      String text =
          StandardCharsets.UTF_8
              .newDecoder()
              .decode(ByteBuffer.wrap(line.toByteArray()))
              .toString();
      return new FileLine(first, trimmed(first, text), Optional.empty());
    } catch (CharacterCodingException notUtf8) {
      return faulty(first, "must be in UTF-8");
    }
  }

  private static String trimmed(long first, String text) {
    String withoutMark = first == 1 && text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
    return withoutMark.endsWith("\r")
        ? withoutMark.substring(0, withoutMark.length() - 1)
        : withoutMark;
  }

  private static FileLine faulty(long first, String fault) {
    return new FileLine(first, "", Optional.of(fault));
  }

  private boolean fill() {
    try {
      position = 0;
      end = Math.max(0, file.read(buffer, 0, buffer.length));
      return end > 0;
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
