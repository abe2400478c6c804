package dev.quartermaster.architecture.report.facts;

import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * What a use case asks of the actor, besides being signed in.
 *
 * @param needs permissions without which it refuses
 * @param grants permissions that let an actor do or see more
 * @param owner whether it looks at whose thing it is
 */
public record PermissionCheck(List<String> needs, List<String> grants, boolean owner) {
  /** Nothing at all. */
  public static final PermissionCheck NONE = new PermissionCheck(List.of(), List.of(), false);

  public PermissionCheck {
    needs = List.copyOf(needs);
    grants = grants.stream().filter(not(needs)).toList();
  }

  /** What several use cases ask together. */
  public PermissionCheck and(PermissionCheck other) {
    return new PermissionCheck(
        union(needs, other.needs), union(grants, other.grants), owner || other.owner);
  }

  private static Predicate<String> not(List<String> needs) {
    return permission -> !needs.contains(permission);
  }

  private static List<String> union(List<String> some, List<String> others) {
    SortedSet<String> all = new TreeSet<>(some);
    all.addAll(others);
    return List.copyOf(all);
  }
}
