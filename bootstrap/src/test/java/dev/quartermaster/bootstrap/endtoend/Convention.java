package dev.quartermaster.bootstrap.endtoend;

import java.util.function.Consumer;
import java.util.function.Predicate;

/** What every operation keeps to; {@link ConventionExceptions} names those that do not, and why. */
enum Convention {
  /** OPTIONS, and an answer 405, name the methods that the description has. */
  ALLOW(_ -> true, SharedConventions::allow),
  /** Every answer says who may keep it, and a private one is nobody else's. */
  CACHE_CONTROL(_ -> true, SharedConventions::cacheControl),
  /** HEAD answers as GET does, without the body. */
  HEAD(DescribedOperation::isRead, ReadConventions::head),
  /** A strong tag; who has what it names gets 304. */
  CONDITIONAL_READ(DescribedOperation::isRead, ReadConventions::conditional),
  /** {@code fields} leaves what is asked for; an unknown one is refused with those known. */
  FIELDS(DescribedOperation::isRead, ReadConventions::fields),
  /** A query parameter that is not declared is refused. */
  UNKNOWN_PARAMETER(DescribedOperation::isRead, ReadConventions::unknownParameter),
  /** Links in the resource and in each item of a list, and a list's in the header as well. */
  LINKS(DescribedOperation::isRead, ReadConventions::links),
  /** Pages, cursors, sorting; whatever is wrong with them is named at once. */
  LIST(operation -> operation.isRead() && operation.id().startsWith("list"), ReadConventions::list),
  /** A repetition under an Idempotency-Key gets the first answer; another request is refused. */
  IDEMPOTENCY(operation -> !operation.isRead(), ChangeConventions::idempotency),
  /** A change names the version that was read. */
  PRECONDITION(DescribedOperation::isChangeOfResource, ChangeConventions::precondition);

  private final Predicate<DescribedOperation> appliesTo;
  private final Consumer<Visit> check;

  Convention(Predicate<DescribedOperation> appliesTo, Consumer<Visit> check) {
    this.appliesTo = appliesTo;
    this.check = check;
  }

  boolean appliesTo(DescribedOperation operation) {
    return appliesTo.test(operation);
  }

  /** Fails unless the operation keeps to it. */
  void check(Visit visit) {
    check.accept(visit);
  }
}
