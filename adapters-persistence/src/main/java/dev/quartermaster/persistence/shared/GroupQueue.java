package dev.quartermaster.persistence.shared;

import dev.quartermaster.domain.shared.Outcome;
import dev.quartermaster.domain.shared.Unavailable;
import dev.quartermaster.domain.shared.UnitOfWork;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;

/**
 * Requests of one kind on their way through transactions. Lanes take groups from the head of the
 * queue; who stands first in a group works for all of it, in their own thread, and then calls
 * whoever is first in the queue to do the same. So nobody waits while a lane is free, and a lane
 * without requests costs nothing.
 */
final class GroupQueue<T, R> {
  private final UnitOfWork unitOfWork;
  private final GroupLimits limits;
  private final Deque<GroupMember<T, R>> waiting = new ArrayDeque<>();
  private int busyLanes;

  GroupQueue(UnitOfWork unitOfWork, GroupLimits limits) {
    this.unitOfWork = unitOfWork;
    this.limits = limits;
  }

  R commit(T request, int size, Function<List<T>, List<Outcome<R>>> work) {
    GroupMember<T, R> member = new GroupMember<>(request, size);
    if (findsFreeLane(member) || isCalled(member)) {
      lead(member, work);
    }
    return member.answer();
  }

  /** Takes a lane or stands in the queue, which is empty while there is a lane. */
  private synchronized boolean findsFreeLane(GroupMember<T, R> member) {
    if (busyLanes < limits.lanes()) {
      busyLanes++;
      return true;
    }
    if (waiting.size() == limits.waiting()) {
      throw Unavailable.tooManyWait();
    }
    waiting.add(member);
    return false;
  }

  /** Waits until it is called to lead a group, or answered by who led it. */
  private boolean isCalled(GroupMember<T, R> member) {
    if (!member.isWokenWithin(limits.patience())) {
      leave(member);
    }
    return member.isCalled();
  }

  /** Gives up, unless it is out of the queue already, and on its way. */
  private synchronized void leave(GroupMember<T, R> member) {
    if (waiting.remove(member)) {
      throw Unavailable.tooManyWait();
    }
  }

  private void lead(GroupMember<T, R> first, Function<List<T>, List<Outcome<R>>> work) {
    try {
      execute(group(first), work);
    } finally {
      passOn();
    }
  }

  private synchronized List<GroupMember<T, R>> group(GroupMember<T, R> first) {
    List<GroupMember<T, R>> group = new ArrayList<>();
    group.add(first);
    int size = first.size();
    GroupMember<T, R> next = waiting.peek();
    while (next != null
        && group.size() < limits.requests()
        && size + next.size() <= limits.size()) {
      size += next.size();
      group.add(waiting.remove());
      next = waiting.peek();
    }
    return group;
  }

  private synchronized void passOn() {
    GroupMember<T, R> next = waiting.poll();
    if (next == null) {
      busyLanes--;
    } else {
      next.call();
    }
  }

  /**
   * Works for the group; if that fails, for its halves, down to those that fail alone. What may
   * have been committed is not done again, nor is anything while the database does not answer.
   */
  private void execute(List<GroupMember<T, R>> group, Function<List<T>, List<Outcome<R>>> work) {
    AtomicBoolean isRolledBack = new AtomicBoolean(true);
    try {
      List<Outcome<R>> outcomes =
          unitOfWork.inTransaction(
              () -> {
                isRolledBack.set(true);
                List<Outcome<R>> done = outcomes(group, work);
                isRolledBack.set(false);
                return done;
              });
      for (int index = 0; index < group.size(); index++) {
        group.get(index).answer(outcomes.get(index));
      }
    } catch (Unavailable unavailable) {
      group.forEach(member -> member.fail(unavailable));
    } catch (RuntimeException failure) {
      if (group.size() > 1 && isRolledBack.get()) {
        execute(group.subList(0, group.size() / 2), work);
        execute(group.subList(group.size() / 2, group.size()), work);
      } else {
        group.forEach(member -> member.fail(failure));
      }
    } catch (Error failure) {
      group.forEach(member -> member.fail(failure));
    }
  }

  private List<Outcome<R>> outcomes(
      List<GroupMember<T, R>> group, Function<List<T>, List<Outcome<R>>> work) {
    List<Outcome<R>> outcomes = work.apply(group.stream().map(GroupMember::request).toList());
    if (outcomes.size() != group.size()) {
      throw new IllegalStateException(
          outcomes.size() + " outcomes for " + group.size() + " requests");
    }
    return outcomes;
  }
}
