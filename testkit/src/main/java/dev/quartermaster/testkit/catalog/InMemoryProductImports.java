package dev.quartermaster.testkit.catalog;

import dev.quartermaster.domain.catalog.ImportId;
import dev.quartermaster.domain.catalog.ImportLine;
import dev.quartermaster.domain.catalog.ProductImports;
import dev.quartermaster.testkit.shared.InMemoryTable;
import dev.quartermaster.testkit.shared.InMemoryUnitOfWork;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;

/** Files of products in memory. */
public final class InMemoryProductImports implements ProductImports {
  private final InMemoryTable<ImportId, Received> imports;

  /** No files. */
  public InMemoryProductImports(InMemoryUnitOfWork unitOfWork) {
    this.imports = new InMemoryTable<>(unitOfWork);
  }

  @Override
  public void open(ImportId id, Instant at) {
    imports.put(id, new Received(id, at, false, List.of()));
  }

  @Override
  public void append(ImportId id, List<ImportLine> lines) {
    imports
        .findForUpdate(id)
        .filter(received -> !received.claimed())
        .ifPresent(
            received ->
                imports.put(
                    id,
                    received.having(
                        Stream.concat(received.parts().stream(), Stream.of(lines)).toList())));
  }

  @Override
  public OptionalLong claim(ImportId id) {
    Optional<Received> unclaimed =
        imports.findForUpdate(id).filter(received -> !received.claimed());
    unclaimed.ifPresent(
        received -> imports.put(id, new Received(id, received.at(), true, received.parts())));
    return unclaimed.stream()
        .mapToLong(received -> received.parts().stream().mapToLong(List::size).sum())
        .findFirst();
  }

  @Override
  public List<ImportLine> take(ImportId id) {
    Optional<Received> left =
        imports.findForUpdate(id).filter(received -> !received.parts().isEmpty());
    left.ifPresent(
        received ->
            imports.put(id, received.having(received.parts().subList(1, received.parts().size()))));
    return left.map(received -> received.parts().getFirst()).orElse(List.of());
  }

  @Override
  public void discard(ImportId id) {
    imports.remove(id);
  }

  @Override
  public int forgetAbandoned(Instant before, int limit) {
    List<Received> abandoned =
        imports.rows().stream()
            .filter(received -> !received.claimed() && received.at().isBefore(before))
            .limit(limit)
            .toList();
    abandoned.forEach(received -> imports.remove(received.id()));
    return abandoned.size();
  }

  /** A file, or what is left of it. */
  private record Received(ImportId id, Instant at, boolean claimed, List<List<ImportLine>> parts) {
    Received having(List<List<ImportLine>> others) {
      return new Received(id, at, claimed, List.copyOf(others));
    }
  }
}
