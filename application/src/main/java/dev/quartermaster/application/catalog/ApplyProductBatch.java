package dev.quartermaster.application.catalog;

import dev.quartermaster.domain.catalog.Product;
import dev.quartermaster.domain.catalog.ProductChanges;
import dev.quartermaster.domain.catalog.ProductId;
import dev.quartermaster.domain.shared.Actor;
import dev.quartermaster.domain.shared.DomainException;
import dev.quartermaster.domain.shared.ExpectedVersion;
import java.util.List;

/** Creates, edits and deletes many products at once. */
public interface ApplyProductBatch {
  /** How many operations a batch may have. */
  int MAX_OPERATIONS = 500;

  /**
   * Carries the operations out one after the other, each accepted or refused by itself, in one
   * transaction and a constant number of statements. A sku that one operation takes from a product
   * by editing it is free for the others after the batch alone.
   *
   * @return what became of each operation, in their order
   * @throws dev.quartermaster.domain.shared.Forbidden without {@code catalog:write}
   * @throws dev.quartermaster.domain.catalog.SkuTaken when somebody else took a sku meanwhile, and
   *     nothing was done
   */
  List<Outcome> apply(Command command);

  /**
   * @param actor who asks
   * @param operations what to do, at most {@value #MAX_OPERATIONS}
   */
  record Command(Actor actor, List<Operation> operations) {
    public Command {
      operations = List.copyOf(operations);
    }
  }

  /** What to do with one product. */
  sealed interface Operation {}

  /**
   * @param details what the new product is
   */
  record Create(Product.Details details) implements Operation {}

  /**
   * @param productId which product
   * @param expected the version that the actor has read
   * @param changes what shall be different
   */
  record Edit(ProductId productId, ExpectedVersion expected, ProductChanges changes)
      implements Operation {}

  /**
   * @param productId which product
   * @param expected the version that the actor has read
   */
  record Delete(ProductId productId, ExpectedVersion expected) implements Operation {}

  /** What became of an operation. */
  sealed interface Outcome {}

  /**
   * @param product the new product
   */
  record Created(Product product) implements Outcome {}

  /**
   * @param product the product as it is then
   */
  record Edited(Product product) implements Outcome {}

  /** The product is gone. */
  record Deleted() implements Outcome {}

  /**
   * @param reason the rule that the operation would break
   */
  record Refused(DomainException reason) implements Outcome {}
}
