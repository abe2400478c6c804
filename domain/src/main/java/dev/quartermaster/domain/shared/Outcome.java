package dev.quartermaster.domain.shared;

import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;

/** What became of one of several requests that were worked on together. */
public sealed interface Outcome<R> {

  /**
   * It was done.
   *
   * @param result what came of it
   */
  record Done<R>(R result) implements Outcome<R> {
    @Override
    public R orThrow() {
      return result;
    }
  }

  /**
   * It was refused, and changed nothing.
   *
   * @param refusal why
   */
  record Refused<R>(DomainException refusal) implements Outcome<R> {
    @Override
    public R orThrow() {
      throw refusal;
    }
  }

  /** What came of the request; throws the refusal if it was refused. */
  R orThrow();

  /** What becomes of work for a single request. */
  static <R> Outcome<R> of(Supplier<R> work) {
    try {
      return new Done<>(work.get());
    } catch (DomainException refusal) {
      return new Refused<>(refusal);
    }
  }

  /**
   * Goes on with all that came of the requests so far, and leaves the refused ones as they are.
   *
   * @param next gives an outcome for each that it gets, in their order; not asked when there is
   *     none
   * @return an outcome for each request, in their order
   */
  static <R, S> List<Outcome<S>> then(
      List<Outcome<R>> outcomes, Function<List<R>, List<Outcome<S>>> next) {
    List<R> results =
        outcomes.stream().filter(Done.class::isInstance).map(Outcome::orThrow).toList();
    Iterator<Outcome<S>> later =
        results.isEmpty() ? Collections.emptyIterator() : next.apply(results).iterator();
    return outcomes.stream()
        .map(
            outcome ->
                switch (outcome) {
                  case Done<R> _ -> later.next();
                  case Refused<R>(var refusal) -> new Refused<S>(refusal);
                })
        .toList();
  }
}
