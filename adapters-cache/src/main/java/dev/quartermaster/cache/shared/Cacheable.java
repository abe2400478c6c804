package dev.quartermaster.cache.shared;

import java.time.Duration;

/** Everything that is cached: under which name, how much of it in a node's memory, and how long. */
public enum Cacheable {
  /** A product, or that there is none, by its id. */
  PRODUCTS(
      "products", 10_000, Duration.ofSeconds(60), Duration.ofSeconds(30), Duration.ofSeconds(5)),

  /** Parts of lists of the products for sale; each weighs as much as it holds products. */
  PRODUCT_LISTS(
      "product-lists", 10_000, Duration.ofSeconds(60), Duration.ofSeconds(30), Duration.ZERO);

  /**
   * How long a node keeps what it may not be told the end of: what it read while Redis was away or
   * while a change was under way. A change is seen everywhere within a second, so less than that.
   */
  static final Duration UNCONFIRMED = Duration.ofMillis(500);

  private final String code;
  private final long capacity;
  private final Duration fresh;
  private final Duration stale;
  private final Duration absent;

  /**
   * @param code the name in keys, messages and metrics
   * @param capacity how much a node keeps in memory, by weight
   * @param fresh how long a value is as good as read just now, unless it changes
   * @param stale how much longer it is served while it is read again, unless it changes
   * @param absent how long it is known that there is no value, unless there comes one
   */
  Cacheable(String code, long capacity, Duration fresh, Duration stale, Duration absent) {
    this.code = code;
    this.capacity = capacity;
    this.fresh = fresh;
    this.stale = stale;
    this.absent = absent;
  }

  String code() {
    return code;
  }

  long capacity() {
    return capacity;
  }

  Duration fresh() {
    return fresh;
  }

  Duration stale() {
    return stale;
  }

  Duration absent() {
    return absent;
  }
}
