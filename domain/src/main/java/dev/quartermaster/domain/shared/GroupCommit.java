package dev.quartermaster.domain.shared;

import java.util.List;
import java.util.function.Function;

/**
 * Takes requests together that wait at the same time: one transaction for all of them, as a
 * database does for its log. Safe for use by many threads at once.
 *
 * <p>Nobody waits for company: who comes while nothing is in the way is begun at once. Whoever
 * comes later waits, for a bounded time and in a bounded crowd, and is begun in the order of
 * arrival.
 */
public interface GroupCommit {

  /**
   * Works on the request in a transaction, together with others of its kind, and answers once that
   * has committed. Each request is done or refused by itself. Should the work fail otherwise, all
   * of it is rolled back and done again in smaller groups, so that a request fails for no other
   * one's sake; the work must keep its effects inside the transaction. Within a transaction the
   * request joins that instead.
   *
   * @param kind what goes together; all requests of a kind have one type, and the same work
   * @param request what to work on
   * @param size what the request counts for, at least 1; a group is bounded by the sum
   * @param work gives an outcome for each request, in their order; who is refused has changed
   *     nothing
   * @return what came of the request
   * @throws DomainException when the request is refused
   * @throws Unavailable when too many wait, when it waited too long, or when the database does not
   *     answer; when that was lost during the commit, the work may have been committed
   */
  <T, R> R commit(String kind, T request, int size, Function<List<T>, List<Outcome<R>>> work);
}
