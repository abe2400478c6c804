package dev.quartermaster.persistence.shared;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.hibernate.query.NativeQuery;

/**
 * Reads and writes a repository's entities so that none stays managed: each read tells what the
 * database holds now, whoever changed it, and each write is there, or refused, at once. Every call
 * needs a transaction.
 *
 * @param repository where the entities are
 * @param type what they are
 */
public record Entities<E>(PanacheRepositoryBase<E, UUID> repository, Class<E> type) {

  /** The one entity that Panache's query finds. */
  public Optional<E> find(String query, Object... parameters) {
    return repository.find(query, parameters).singleResultOptional().map(this::released);
  }

  /** The one entity that Panache's query finds, locked until the transaction ends. */
  public Optional<E> findForUpdate(String query, Object... parameters) {
    return repository
        .find(query, parameters)
        .withLock(LockModeType.PESSIMISTIC_WRITE)
        .singleResultOptional()
        .map(this::released);
  }

  /** The entities whose rows a query in SQL gives. */
  public List<E> select(Select select) {
    NativeQuery<E> query = repository.getSession().createNativeQuery(select.sql(), type);
    for (int index = 0; index < select.values().size(); index++) {
      query.setParameter(index + 1, select.values().get(index));
    }
    return query.getResultStream().map(this::released).toList();
  }

  /** Adds an entity. */
  public void add(E entity) {
    repository.persistAndFlush(entity);
    released(entity);
  }

  /** Changes the one entity that Panache's query finds. */
  public void change(Consumer<E> change, String query, Object... parameters) {
    E entity = repository.find(query, parameters).singleResult();
    change.accept(entity);
    repository.flush();
    released(entity);
  }

  private E released(E entity) {
    repository.getSession().detach(entity);
    return entity;
  }
}
