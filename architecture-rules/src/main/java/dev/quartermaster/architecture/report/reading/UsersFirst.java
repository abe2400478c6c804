package dev.quartermaster.architecture.report.reading;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;

/** Sorts things so that each comes after those that use it, and otherwise keeps their order. */
final class UsersFirst {
  private UsersFirst() {}

  /** Where things use each other in a circle, the one with the fewest users opens it. */
  static <T> List<T> sort(
      List<T> things, Function<T, String> nameOf, Function<T, List<String>> usesOf) {
    List<T> left = new ArrayList<>(things);
    List<T> sorted = new ArrayList<>();
    while (!left.isEmpty()) {
      T next =
          left.stream()
              .min(Comparator.comparingLong(thing -> users(nameOf.apply(thing), left, usesOf)))
              .orElseThrow();
      left.remove(next);
      sorted.add(next);
    }
    return sorted;
  }

  private static <T> long users(String name, List<T> among, Function<T, List<String>> usesOf) {
    return among.stream().filter(thing -> usesOf.apply(thing).contains(name)).count();
  }
}
