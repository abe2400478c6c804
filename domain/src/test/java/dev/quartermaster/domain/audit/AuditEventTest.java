package dev.quartermaster.domain.audit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quartermaster.domain.shared.Change;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class AuditEventTest {
  private static final Instant AT = Instant.parse("2026-03-01T10:15:30.123456Z");
  private static final UUID ID = UUID.fromString("01980f3c-6f4e-7cc0-8d3e-2f1f0a5b7c1d");
  private static final Change RENAMED =
      new Change("name", Optional.of("Mug"), Optional.of("Beaker"));

  /** Chains that were stored must stay valid, so the form of what is hashed never changes. */
  @Test
  void theHashIsWhatItHasAlwaysBeen() {
    assertThat(
            event("user:1", "thing.edited", "thing", "1", List.of(RENAMED), Optional.of("r-1"), AT)
                .linkAfter(ChainLink.START))
        .isEqualTo(
            new ChainLink(
                1,
                new ChainHash("c725acc654dab7cce44faacca518308611092ac869e74ef01bf8eb444b3258cf")));
  }

  @Test
  void everyFieldCounts() {
    List<Change> renamed = List.of(RENAMED);
    Optional<String> request = Optional.of("r-1");
    Stream<ChainHash> hashes =
        Stream.of(
                event("user:1", "thing.edited", "thing", "1", renamed, request, AT),
                event("user:2", "thing.edited", "thing", "1", renamed, request, AT),
                event("user:1", "thing.made", "thing", "1", renamed, request, AT),
                event("user:1", "thing.edited", "other", "1", renamed, request, AT),
                event("user:1", "thing.edited", "thing", "2", renamed, request, AT),
                event("user:1", "thing.edited", "thing", "1", List.of(), request, AT),
                event("user:1", "thing.edited", "thing", "1", renamed, Optional.of(""), AT),
                event("user:1", "thing.edited", "thing", "1", renamed, Optional.empty(), AT),
                event(
                    "user:1", "thing.edited", "thing", "1", renamed, request, AT.plusNanos(1_000)),
                event("user:1", "thing.edited", "thing", "1", renamed, request, AT.plusSeconds(1)))
            .map(event -> event.linkAfter(ChainLink.START).hash());
    assertThat(hashes).doesNotHaveDuplicates();
  }

  @Test
  void nothingCanMoveFromOneFieldToAnother() {
    Stream<ChainHash> hashes =
        Stream.of(
                changed(),
                changed(change("ab", "c", "d")),
                changed(change("a", "bc", "d")),
                changed(change("a", "b", "cd")),
                changed(new Change("a", Optional.empty(), Optional.of("bcd"))),
                changed(new Change("a", Optional.of("bcd"), Optional.empty())),
                changed(new Change("abcd", Optional.empty(), Optional.empty())),
                changed(change("a", "b", "c"), change("d", "", "")),
                changed(change("d", "", ""), change("a", "b", "c")))
            .map(event -> event.linkAfter(ChainLink.START).hash());
    assertThat(hashes).doesNotHaveDuplicates();
  }

  @Test
  void theHashDependsOnAllThatCameBefore() {
    AuditEvent event = changed();
    ChainLink other = new ChainLink(0, new ChainHash("1".repeat(64)));
    ChainLink later = new ChainLink(1, ChainLink.START.hash());

    assertThat(
            Stream.of(ChainLink.START, other, later)
                .map(previous -> event.chainedAfter(previous).link().orElseThrow().hash()))
        .doesNotHaveDuplicates();
    assertThat(event.chainedAfter(later).link().orElseThrow().sequence()).isEqualTo(2);
  }

  private static Change change(String field, String before, String after) {
    return new Change(field, Optional.of(before), Optional.of(after));
  }

  private static AuditEvent changed(Change... changes) {
    return event("user:1", "thing.edited", "thing", "1", List.of(changes), Optional.of("r-1"), AT);
  }

  private static AuditEvent event(
      String actor,
      String action,
      String targetType,
      String targetId,
      List<Change> changes,
      Optional<String> requestId,
      Instant at) {
    return new AuditEvent(
        ID, actor, action, targetType, targetId, changes, requestId, at, Optional.empty());
  }
}
