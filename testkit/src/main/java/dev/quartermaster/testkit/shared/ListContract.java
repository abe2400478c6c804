package dev.quartermaster.testkit.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.quartermaster.domain.shared.FieldError;
import dev.quartermaster.domain.shared.InvalidInput;
import dev.quartermaster.domain.shared.PageRequest;
import dev.quartermaster.domain.shared.Slice;
import dev.quartermaster.domain.shared.Sort;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every list of the system promises, on top of what its port promises. */
public abstract class ListContract<T, F extends Enum<F>> extends PortContract {
  private static final int ITEMS = 7;

  /** The fields that the list can be sorted by. */
  protected abstract List<F> fields();

  /** The ascending order by a field alone. */
  protected abstract Comparator<T> by(F field);

  /** The order of a list for which none is asked. */
  protected abstract Comparator<T> naturalOrder();

  /** Identifies an item. */
  protected abstract UUID idOf(T item);

  /**
   * Adds an item that {@link #list} gives. Where a field need not be unique, items 0 to 4 differ in
   * it, and items that are 5 apart have it in common; each field has an order of its own.
   */
  protected abstract T addListed(int number);

  /** A part of a list that holds what {@link #addListed} added. */
  protected abstract Slice<T> list(PageRequest<F> page);

  @Test
  void listsInTheOrderOfEachField() {
    Set<T> added = addSome();
    for (F field : fields()) {
      assertThat(walk(List.of(new Sort<>(field, false)), 100))
          .filteredOn(added::contains)
          .containsExactlyInAnyOrderElementsOf(added)
          .isSortedAccordingTo(by(field));
      assertThat(walk(List.of(new Sort<>(field, true)), 100))
          .filteredOn(added::contains)
          .containsExactlyInAnyOrderElementsOf(added)
          .isSortedAccordingTo(by(field).reversed());
    }
  }

  @Test
  void listsInTheOrderOfSeveralFields() {
    Set<T> added = addSome();
    for (F first : fields()) {
      for (F second : fields()) {
        assertThat(walk(List.of(new Sort<>(first, true), new Sort<>(second, false)), 100))
            .filteredOn(added::contains)
            .containsExactlyInAnyOrderElementsOf(added)
            .isSortedAccordingTo(by(first).reversed().thenComparing(by(second)));
      }
    }
  }

  @Test
  void breaksTiesById() {
    Set<T> added = addSome();
    for (F field : fields()) {
      List<T> listed =
          walk(List.of(new Sort<>(field, false)), 100).stream().filter(added::contains).toList();
      Comparator<T> tiesAscending = by(field).thenComparing(this::idOf);
      Comparator<T> tiesDescending =
          by(field).thenComparing(Comparator.comparing(this::idOf).reversed());
      assertThat(listed)
          .isIn(
              listed.stream().sorted(tiesAscending).toList(),
              listed.stream().sorted(tiesDescending).toList());
    }
  }

  @Test
  void listsInItsOwnOrderWhenNoneIsAskedFor() {
    Set<T> added = addSome();
    assertThat(walk(List.of(), 100))
        .filteredOn(added::contains)
        .containsExactlyInAnyOrderElementsOf(added)
        .isSortedAccordingTo(naturalOrder());
  }

  @Test
  void countsTheTotal() {
    long before = page(1, 1, List.of()).total();
    addSome();
    assertThat(page(1, 1, List.of())).isEqualTo(new Slice.Numbered(1, 1, before + ITEMS));
  }

  @Test
  void pagesHoldEachItemOnceInTheOrderOfTheWalk() {
    addSome();
    for (List<Sort<F>> sort : someOrders()) {
      Slice.Numbered first = page(1, 3, sort);
      List<T> paged = new ArrayList<>();
      for (int number = 1; number <= first.pages(); number++) {
        Slice<T> part = part(new PageRequest.Page(number), 3, sort);
        assertThat(part.paging()).isEqualTo(new Slice.Numbered(number, 3, first.total()));
        assertThat(part.items())
            .hasSize(number < first.pages() ? 3 : Math.toIntExact((first.total() - 1) % 3 + 1));
        paged.addAll(part.items());
      }
      assertThat(paged).doesNotHaveDuplicates().isEqualTo(walk(sort, 100));
    }
  }

  @Test
  void aPageBehindTheLastIsEmpty() {
    addSome();
    long total = page(1, 100, List.of()).total();
    int number = Math.toIntExact(total / 100 + 2);
    Slice<T> behind = part(new PageRequest.Page(number), 100, List.of());
    assertThat(behind.items()).isEmpty();
    assertThat(behind.paging()).isEqualTo(new Slice.Numbered(number, 100, total));
    assertThat(part(new PageRequest.Page(PageRequest.MAX_PAGE), 100, List.of()).items()).isEmpty();
  }

  @Test
  void aWalkVisitsEachItemOnceWhateverItsStep() {
    Set<T> added = addSome();
    for (List<Sort<F>> sort : someOrders()) {
      List<T> walked = walk(sort, 2);
      assertThat(walked).doesNotHaveDuplicates().containsAll(added).isEqualTo(walk(sort, 100));
    }
    assertThat(walk(List.of(), 1)).isEqualTo(walk(List.of(), 100));
  }

  @Test
  void aWalkVisitsEachItemOnceWhileOthersAreAdded() {
    Set<T> added = addSome();
    int next = ITEMS;
    for (List<Sort<F>> sort : someOrders()) {
      Slice<T> part = part(new PageRequest.After(""), 3, sort);
      List<T> walked = new ArrayList<>(part.items());
      Optional<String> cursor = next(part);
      while (cursor.isPresent()) {
        if (next < 3 * ITEMS) {
          addListed(next);
          next++;
        }
        part = part(new PageRequest.After(cursor.get()), 3, sort);
        walked.addAll(part.items());
        cursor = next(part);
      }
      assertThat(walked)
          .doesNotHaveDuplicates()
          .filteredOn(added::contains)
          .containsExactlyInAnyOrderElementsOf(added);
    }
  }

  @Test
  void refusesWhatIsNoCursor() {
    addSome();
    String cursor = next(part(new PageRequest.After(""), 2, List.of())).orElseThrow();
    for (String malformed :
        List.of(
            "x",
            "no cursor",
            "AAAA",
            "%%%",
            "é",
            "'; select 1 --",
            "x".repeat(5_000),
            cursor.substring(0, cursor.length() / 2))) {
      assertRefused(malformed, List.of());
    }
  }

  @Test
  void refusesACursorOfAnotherOrder() {
    addSome();
    List<Sort<F>> order = List.of(new Sort<>(fields().getFirst(), false));
    String cursor = next(part(new PageRequest.After(""), 2, order)).orElseThrow();
    assertRefused(cursor, List.of(new Sort<>(fields().getFirst(), true)));
    for (F other : fields().subList(1, fields().size())) {
      assertRefused(cursor, List.of(new Sort<>(other, false)));
    }
  }

  private void assertRefused(String cursor, List<Sort<F>> sort) {
    assertThatExceptionOfType(InvalidInput.class)
        .as("the cursor %s", cursor)
        .isThrownBy(() -> part(new PageRequest.After(cursor), 2, sort))
        .satisfies(
            refusal ->
                assertThat(refusal.fieldErrors())
                    .extracting(FieldError::field)
                    .containsOnly("after"));
  }

  /** The own order, each field's, and one of several fields in mixed directions. */
  private List<List<Sort<F>>> someOrders() {
    List<List<Sort<F>>> orders = new ArrayList<>();
    orders.add(List.of());
    for (F field : fields()) {
      orders.add(List.of(new Sort<>(field, false)));
      orders.add(List.of(new Sort<>(field, true)));
    }
    orders.add(
        List.of(new Sort<>(fields().getLast(), true), new Sort<>(fields().getFirst(), false)));
    return orders;
  }

  private Set<T> addSome() {
    return new HashSet<>(IntStream.range(0, ITEMS).mapToObj(this::addListed).toList());
  }

  private List<T> walk(List<Sort<F>> sort, int limit) {
    Slice<T> part = part(new PageRequest.After(""), limit, sort);
    List<T> walked = new ArrayList<>(part.items());
    Optional<String> cursor = next(part);
    while (cursor.isPresent()) {
      part = part(new PageRequest.After(cursor.get()), limit, sort);
      assertThat(part.items()).as("what a cursor promises").isNotEmpty();
      walked.addAll(part.items());
      cursor = next(part);
    }
    return walked;
  }

  private Optional<String> next(Slice<T> part) {
    assertThat(part.paging()).isInstanceOf(Slice.Cursor.class);
    Slice.Cursor cursor = (Slice.Cursor) part.paging();
    assertThat(part.items().size()).isLessThanOrEqualTo(cursor.limit());
    return cursor.next();
  }

  private Slice.Numbered page(int number, int limit, List<Sort<F>> sort) {
    Slice<T> part = part(new PageRequest.Page(number), limit, sort);
    assertThat(part.paging()).isInstanceOf(Slice.Numbered.class);
    return (Slice.Numbered) part.paging();
  }

  private Slice<T> part(PageRequest.Position position, int limit, List<Sort<F>> sort) {
    return inTransaction(() -> list(new PageRequest<>(position, limit, sort)));
  }
}
