package dev.quartermaster.domain.audit;

import dev.quartermaster.domain.shared.Change;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * SHA-256 over fields in an unambiguous form: every text follows its length, every list its size
 * and every optional text its presence, so that nothing can be moved from one field to another.
 */
final class ChainDigest {
  private final MessageDigest digest;

  ChainDigest() {
    try {
      this.digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java has SHA-256", impossible);
    }
  }

  ChainDigest number(long number) {
    digest.update(ByteBuffer.allocate(Long.BYTES).putLong(number).flip());
    return this;
  }

  ChainDigest text(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    number(bytes.length);
    digest.update(bytes);
    return this;
  }

  ChainDigest optional(Optional<String> text) {
    number(text.isPresent() ? 1 : 0);
    text.ifPresent(this::text);
    return this;
  }

  ChainDigest changes(List<Change> changes) {
    number(changes.size());
    for (Change change : changes) {
      text(change.field()).optional(change.before()).optional(change.after());
    }
    return this;
  }

  ChainHash hash() {
    return new ChainHash(HexFormat.of().formatHex(digest.digest()));
  }
}
