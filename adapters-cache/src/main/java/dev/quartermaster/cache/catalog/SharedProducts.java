package dev.quartermaster.cache.catalog;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.quartermaster.cache.shared.RedisLink;
import dev.quartermaster.cache.shared.RedisUnavailable;
import dev.quartermaster.domain.catalog.Product;
import dev.quartermaster.domain.catalog.ProductId;
import io.vertx.core.Future;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.Response;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Function;

/**
 * The products in Redis, the same for all nodes. Under a product's key there is either the product
 * or a tombstone, which says that the product changed and which version may be stored again. So a
 * reader that read the database before a change cannot store what it read after it.
 */
final class SharedProducts {
  /** The channel that tells the ids of products that change. */
  static final String CHANNEL = "quartermaster:products:" + ProductJson.FORMAT + ":changed";

  /** The version that no later one follows: a deleted product does not come back. */
  static final long DELETED = (1L << 53) - 1;

  private static final String KEY_PREFIX = "quartermaster:products:" + ProductJson.FORMAT + ":";
  private static final Duration LIFETIME = Duration.ofSeconds(60);
  private static final Duration JITTER = Duration.ofSeconds(6);
  // Longer than any read of the database that a change overtakes.
  private static final Duration TOMBSTONE_LIFETIME = Duration.ofSeconds(90);
  private static final long MAX_MISSED = 100_000;

  private static final String OFFER =
      """
      local stored = redis.call('GET', KEYS[1])
      if stored and tonumber(string.match(stored, '^%a(%d+):')) > tonumber(ARGV[1]) then
        return 0
      end
      redis.call('SET', KEYS[1], 'P' .. ARGV[1] .. ':' .. ARGV[2], 'PX', ARGV[3])
      return 1
      """;
  private static final String SUPERSEDE =
      """
      local stored = redis.call('GET', KEYS[1])
      local version = stored and tonumber(string.match(stored, '^%a(%d+):')) or 0
      local isProduct = stored and string.sub(stored, 1, 1) == 'P'
      if version < tonumber(ARGV[1]) or (version == tonumber(ARGV[1]) and not isProduct) then
        redis.call('SET', KEYS[1], 'T' .. ARGV[1] .. ':', 'PX', ARGV[2])
      end
      return redis.call('PUBLISH', ARGV[3], ARGV[4])
      """;

  private final RedisLink link;
  // No longer than what Redis may still hold of a product lives there.
  private final Cache<ProductId, Long> missed =
      Caffeine.newBuilder().expireAfterWrite(LIFETIME.plus(JITTER)).maximumSize(MAX_MISSED).build();

  SharedProducts(RedisLink link) {
    this.link = link;
  }

  /** The product, if Redis holds it. */
  Optional<Product> find(ProductId id) throws RedisUnavailable {
    Response stored = link.ask(Request.cmd(Command.GET).arg(keyOf(id)));
    if (stored == null) {
      return Optional.empty();
    }
    String text = stored.toString();
    return text.charAt(0) == 'P'
        ? Optional.of(ProductJson.read(text.substring(text.indexOf(':') + 1)))
        : Optional.empty();
  }

  /**
   * Stores a product as read from the database.
   *
   * @return false when it has changed since
   */
  boolean offer(Product product) throws RedisUnavailable {
    long lifetime =
        LIFETIME.toMillis()
            + ThreadLocalRandom.current().nextLong(-JITTER.toMillis(), JITTER.toMillis());
    Response stored =
        link.ask(
            Request.cmd(Command.EVAL)
                .arg(OFFER)
                .arg(1)
                .arg(keyOf(product.id()))
                .arg(product.version())
                .arg(ProductJson.write(product))
                .arg(lifetime));
    return stored != null && stored.toString().equals("1");
  }

  /**
   * Drops what is older than a version of a product, here and on every node. If Redis does not
   * answer, it is told as soon as it does.
   */
  void supersede(ProductId id, long version) {
    try {
      link.tell(tombstone(id, version));
    } catch (RedisUnavailable e) {
      missed.asMap().merge(id, version, Math::max);
    }
  }

  /** Tells Redis what it missed. */
  void catchUp(Function<Request, Future<Response>> sender) {
    missed
        .asMap()
        .forEach(
            (id, version) -> {
              if (missed.asMap().remove(id, version)) {
                sender
                    .apply(tombstone(id, version))
                    .onFailure(_ -> missed.asMap().merge(id, version, Math::max));
              }
            });
  }

  private static Request tombstone(ProductId id, long version) {
    return Request.cmd(Command.EVAL)
        .arg(SUPERSEDE)
        .arg(1)
        .arg(keyOf(id))
        .arg(version)
        .arg(TOMBSTONE_LIFETIME.toMillis())
        .arg(CHANNEL)
        .arg(id.toString());
  }

  private static String keyOf(ProductId id) {
    return KEY_PREFIX + id;
  }
}
