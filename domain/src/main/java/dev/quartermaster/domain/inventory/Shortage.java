package dev.quartermaster.domain.inventory;

import dev.quartermaster.domain.catalog.ProductId;

/**
 * A wish for more pieces than there are.
 *
 * @param field the input field that states the wish, such as {@code items[0].quantity}
 * @param productId the product
 * @param requested how many pieces were wished for
 * @param available how many could be had
 */
public record Shortage(String field, ProductId productId, long requested, long available) {}
