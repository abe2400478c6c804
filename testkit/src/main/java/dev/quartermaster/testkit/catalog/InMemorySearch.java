package dev.quartermaster.testkit.catalog;

import dev.quartermaster.domain.catalog.Product;
import dev.quartermaster.domain.catalog.Products;
import dev.quartermaster.domain.catalog.Sku;
import java.text.Normalizer;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A text that products in memory are searched for. */
final class InMemorySearch {
  private static final double SIMILAR = 0.3;
  private static final int MAX_SIMILAR = 3;
  private static final int MIN_PREFIX = 2;
  private static final Pattern ACCENTS = Pattern.compile("[\u0300-\u036f]+");
  private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{N}\\p{So}]+");

  private final String text;
  private final List<Predicate<Set<String>>> wholeWords;
  private final List<Predicate<Set<String>>> words;

  /** The text, in a catalogue of those products. */
  InMemorySearch(String text, Collection<Product> catalogue) {
    Set<String> known =
        catalogue.stream()
            .flatMap(product -> Stream.of(named(product), categorized(product), described(product)))
            .flatMap(Set::stream)
            .filter(InMemorySearch::isOfLetters)
            .collect(Collectors.toSet());
    List<String> typed = words(text);
    this.text = text.toLowerCase(Locale.ROOT);
    this.wholeWords = typed.stream().map(word -> meant(word, false, known)).toList();
    this.words =
        IntStream.range(0, typed.size())
            .mapToObj(index -> meant(typed.get(index), index == typed.size() - 1, known))
            .toList();
  }

  /** How well the product meets the text, from 0 for the best; empty if it does not. */
  OptionalInt rank(Product product) {
    Set<String> fields = new HashSet<>(named(product));
    String sku = product.sku().value().toLowerCase(Locale.ROOT);
    boolean couldBeSku = text.length() >= Products.MIN_PART_OF_SKU && text.matches(Sku.FORM);
    if (all(wholeWords, fields) || (couldBeSku && sku.equals(text))) {
      return OptionalInt.of(0);
    }
    fields.addAll(words(sku));
    if (all(words, fields)) {
      return OptionalInt.of(1);
    }
    fields.addAll(categorized(product));
    if (all(words, fields)) {
      return OptionalInt.of(2);
    }
    fields.addAll(described(product));
    return all(words, fields) || (couldBeSku && sku.contains(text))
        ? OptionalInt.of(3)
        : OptionalInt.empty();
  }

  private static boolean all(List<Predicate<Set<String>>> words, Set<String> fields) {
    return !words.isEmpty() && words.stream().allMatch(word -> word.test(fields));
  }

  private static Predicate<Set<String>> meant(String typed, boolean last, Set<String> known) {
    boolean prefix = last && typed.length() >= MIN_PREFIX;
    Predicate<String> same = word -> last ? word.startsWith(typed) : word.equals(typed);
    if (!isOfLetters(typed) || known.stream().anyMatch(same)) {
      return fields ->
          fields.contains(typed)
              || (prefix && fields.stream().anyMatch(word -> word.startsWith(typed)));
    }
    Set<String> similar =
        known.stream()
            .filter(word -> similarity(word, typed) >= SIMILAR)
            .sorted(
                Comparator.comparingDouble((String word) -> similarity(word, typed))
                    .reversed()
                    .thenComparing(Comparator.naturalOrder()))
            .limit(MAX_SIMILAR)
            .collect(Collectors.toSet());
    return fields -> fields.stream().anyMatch(similar::contains);
  }

  private static Set<String> named(Product product) {
    return new HashSet<>(words(product.name()));
  }

  private static Set<String> categorized(Product product) {
    return new HashSet<>(words(product.category().orElse("")));
  }

  private static Set<String> described(Product product) {
    return new HashSet<>(words(product.description()));
  }

  private static List<String> words(String prose) {
    String plain =
        ACCENTS.matcher(Normalizer.normalize(prose, Normalizer.Form.NFKD)).replaceAll("");
    return BETWEEN_WORDS
        .splitAsStream(plain.toLowerCase(Locale.ROOT))
        .filter(word -> !word.isEmpty())
        .toList();
  }

  private static boolean isOfLetters(String word) {
    return word.length() >= 4
        && word.chars().noneMatch(character -> character >= '0' && character <= '9');
  }

  private static double similarity(String one, String other) {
    Set<String> both = trigrams(one);
    Set<String> common = trigrams(other);
    int sum = both.size() + common.size();
    common.retainAll(both);
    return (double) common.size() / (sum - common.size());
  }

  private static Set<String> trigrams(String word) {
    String padded = "  " + word + " ";
    Set<String> trigrams = new HashSet<>();
    for (int start = 0; start + 3 <= padded.length(); start++) {
      trigrams.add(padded.substring(start, start + 3));
    }
    return trigrams;
  }
}
