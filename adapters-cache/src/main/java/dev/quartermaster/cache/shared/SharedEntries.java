package dev.quartermaster.cache.shared;

import io.vertx.core.Future;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.Response;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * What a cache has in Redis, the same for all nodes. Under a key there is a value, or that there is
 * none, or a tombstone: that the value changed, and which version may be stored again. So a reader
 * that read the database before a change cannot store what it read after it.
 *
 * <p>Entries count in the generation of which they are. To remove all of them is to begin another
 * generation: that is one command however many there are, no reader can store into it what it began
 * to read before, and what is left of the old one expires.
 *
 * <p>A node that had to read past Redis, or could not tell it of a change, may know better than
 * what is there; it has all of it removed before it looks there again, so that it never goes back.
 */
final class SharedEntries<K, V> {
  /** The version that no later one follows: what is gone does not come back. */
  static final long GONE = (1L << 53) - 1;

  /** The message that all entries were removed. */
  static final String ALL = "*";

  private static final double JITTER = 0.1;
  // Longer than any read of the database that a change overtakes.
  private static final Duration TOMBSTONE_LIFETIME = Duration.ofSeconds(90);
  private static final int MAX_KEYS_AT_ONCE = 1_000;

  /** Answers the generation and, if there is an entry of it, its kind, value and rest of life. */
  private static final RedisScript FIND =
      RedisScript.of(
          """
          local generation = redis.call('GET', KEYS[1]) or '0'
          local entry = redis.call('GET', KEYS[2]) or ''
          local kind, value = string.match(entry, '^([VA])' .. generation .. ':%d+:(.*)$')
          if not kind then
            return {generation}
          end
          return {generation, kind, value, redis.call('PTTL', KEYS[2])}
          """);

  private static final RedisScript OFFER =
      RedisScript.of(
          """
          local generation = redis.call('GET', KEYS[1]) or '0'
          if generation ~= ARGV[1] then
            return 0
          end
          local kind, version, lifetime = ARGV[2], ARGV[3], tonumber(ARGV[5])
          local entry = redis.call('GET', KEYS[2]) or ''
          local known, of, latest = string.match(entry, '^(%a)(%x+):(%d+):')
          if known == 'T' or of == generation then
            if kind == 'A' and latest == ARGV[6] then
              version = latest
              lifetime = math.max(lifetime, redis.call('PTTL', KEYS[2]))
            elseif tonumber(latest) > tonumber(version) then
              return 0
            end
          end
          entry = kind .. generation .. ':' .. version .. ':' .. ARGV[4]
          redis.call('SET', KEYS[2], entry, 'PX', lifetime)
          return 1
          """);

  private static final RedisScript SUPERSEDE =
      RedisScript.of(
          """
          for i = 1, #KEYS do
            local version = ARGV[3 + i]
            local entry = redis.call('GET', KEYS[i]) or ''
            local kind, latest = string.match(entry, '^(%a)%x+:(%d+):')
            local ahead = tonumber(latest or -1) - tonumber(version)
            if ahead < 0 or (ahead == 0 and kind ~= 'V') then
              redis.call('SET', KEYS[i], 'T0:' .. version .. ':', 'PX', ARGV[1])
            end
          end
          return redis.call('PUBLISH', ARGV[2], ARGV[3])
          """);

  private final Cacheable what;
  private final CachedForm<K, V> form;
  private final RedisLink link;
  private final String prefix;
  private final String generationKey;
  // How often the node had reason to know better, and up to which of them all has been removed.
  private final AtomicLong doubts = new AtomicLong();
  private volatile long doubtsCleared;

  SharedEntries(Cacheable what, CachedForm<K, V> form, RedisLink link) {
    this.what = what;
    this.form = form;
    this.link = link;
    this.prefix = "quartermaster:cache:" + what.code() + ":" + form.format() + ":";
    this.generationKey = prefix + "generation";
  }

  /** What there is for a key, and what to offer it a value with. */
  Look<V> find(K key) throws RedisUnavailable {
    return look(
        ask(
            commands -> {
              trustAgain(commands);
              return FIND.send(commands, List.of(generationKey, placeOf(key)), List.of());
            }));
  }

  /**
   * Stores what the database has for a key.
   *
   * @param look the look at the key that was before the database's
   * @return how long it may be kept; empty when it has changed since, or may have
   */
  Optional<Duration> offer(K key, Look<V> look, Optional<V> value) throws RedisUnavailable {
    Duration lifetime = jittered(value.isPresent() ? what.fresh() : what.absent());
    List<String> arguments =
        List.of(
            look.generation(),
            value.isPresent() ? "V" : "A",
            Long.toString(value.map(form::version).orElse(0L)),
            value.map(form::writeValue).orElse(""),
            Long.toString(lifetime.toMillis()),
            Long.toString(GONE));
    Response stored =
        ask(commands -> OFFER.send(commands, List.of(generationKey, placeOf(key)), arguments));
    return stored.toString().equals("1") ? Optional.of(lifetime) : Optional.empty();
  }

  /** Drops for each key what is older than a version, here and on every node. */
  void supersede(Map<K, Long> versions) {
    List<Map.Entry<K, Long>> all = List.copyOf(versions.entrySet());
    try {
      for (int from = 0; from < all.size(); from += MAX_KEYS_AT_ONCE) {
        supersede(all.subList(from, Math.min(all.size(), from + MAX_KEYS_AT_ONCE)));
      }
    } catch (RedisUnavailable e) {
      distrust();
    }
  }

  private void supersede(List<Map.Entry<K, Long>> versions) throws RedisUnavailable {
    List<String> keys = versions.stream().map(entry -> form.writeKey(entry.getKey())).toList();
    List<String> places = keys.stream().map(prefix::concat).toList();
    List<String> arguments = new ArrayList<>();
    arguments.add(Long.toString(TOMBSTONE_LIFETIME.toMillis()));
    arguments.add(CacheLink.CHANNEL);
    arguments.add(CacheLink.addressed(what, String.join(" ", keys)));
    versions.forEach(entry -> arguments.add(Long.toString(entry.getValue())));
    link.tell(commands -> SUPERSEDE.send(commands, places, arguments));
  }

  /** Takes note that this node knows better than Redis, or may. */
  void distrust() {
    doubts.incrementAndGet();
  }

  /** Removes everything if this node knows better; what is sent next sees nothing of it. */
  void trustAgain(RedisCommands commands) {
    long known = doubts.get();
    if (known == doubtsCleared) {
      return;
    }
    String generation = Long.toHexString(ThreadLocalRandom.current().nextLong());
    Stream.of(
            Request.cmd(Command.SET).arg(generationKey).arg(generation),
            CacheLink.publication(what, ALL))
        .map(commands::send)
        .forEach(sent -> sent.onFailure(_ -> distrust()));
    // Only now: who finds nothing to remove comes after who removed it.
    doubtsCleared = known;
  }

  private Response ask(Function<RedisCommands, Future<Response>> call) throws RedisUnavailable {
    try {
      return link.ask(call);
    } catch (RedisUnavailable e) {
      distrust();
      throw e;
    }
  }

  private String placeOf(K key) {
    return prefix + form.writeKey(key);
  }

  private Look<V> look(Response answer) {
    String generation = answer.get(0).toString();
    if (answer.size() == 1) {
      return new Look<>(generation, Optional.empty());
    }
    boolean isValue = answer.get(1).toString().equals("V");
    Optional<V> value =
        isValue ? Optional.of(form.readValue(answer.get(2).toString())) : Optional.empty();
    Duration left = Duration.ofMillis(Objects.requireNonNull(answer.get(3).toLong()));
    return new Look<>(generation, Optional.of(new Stored<>(value, left)));
  }

  private static Duration jittered(Duration lifetime) {
    double part = 1 - ThreadLocalRandom.current().nextDouble(JITTER);
    return Duration.ofMillis((long) (lifetime.toMillis() * part));
  }

  /**
   * What a look at a key found.
   *
   * @param generation the generation that was current
   * @param stored what was stored in it, if anything
   */
  record Look<V>(String generation, Optional<Stored<V>> stored) {}

  /**
   * What is stored under a key.
   *
   * @param value the value, or that there is none
   * @param left how much longer
   */
  record Stored<V>(Optional<V> value, Duration left) {}
}
