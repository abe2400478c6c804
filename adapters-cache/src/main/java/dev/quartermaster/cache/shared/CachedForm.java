package dev.quartermaster.cache.shared;

/** How keys and values look in Redis. */
public interface CachedForm<K, V> {

  /** Names the form, so that nodes of different releases do not misread each other. */
  String format();

  /** A key as a text without spaces. */
  String writeKey(K key);

  /** The key of which that is the text. */
  K readKey(String text);

  /** A value as a text. */
  String writeValue(V value);

  /** The value of which that is the text. */
  V readValue(String text);

  /** The version of a value, from 1; each change of it has a higher one. */
  long version(V value);
}
