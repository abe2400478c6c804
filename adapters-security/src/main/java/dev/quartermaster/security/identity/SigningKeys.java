package dev.quartermaster.security.identity;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jose4j.jwk.EllipticCurveJsonWebKey;

/**
 * The keys of the server: whatever is written is written under the current one, and whatever was
 * written under any of them can be read.
 *
 * @param current signs
 * @param previous those that are accepted besides
 */
record SigningKeys(SigningKey current, List<SigningKey> previous) {
  SigningKeys {
    previous = List.copyOf(previous);
  }

  /** Each key once, under its thumbprint (RFC 7638); the current one first. */
  Map<String, SigningKey> byId() {
    Map<String, SigningKey> keys = new LinkedHashMap<>();
    all().forEach(key -> keys.putIfAbsent(idOf(key), key));
    return keys;
  }

  /** What is made of each key; of the current one first. */
  <T> List<T> each(Function<SigningKey, T> made) {
    return byId().values().stream().map(made).toList();
  }

  /** The id of the key that signs. */
  String currentId() {
    return idOf(current);
  }

  private Stream<SigningKey> all() {
    return Stream.concat(Stream.of(current), previous.stream());
  }

  private static String idOf(SigningKey key) {
    return new EllipticCurveJsonWebKey(key.publicKey())
        .calculateBase64urlEncodedThumbprint("SHA-256");
  }
}
