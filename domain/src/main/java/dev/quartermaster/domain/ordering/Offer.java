package dev.quartermaster.domain.ordering;

import dev.quartermaster.domain.catalog.ProductId;
import dev.quartermaster.domain.shared.Money;

/**
 * A product as it can be ordered now.
 *
 * @param productId the product
 * @param sku its sku
 * @param name its name
 * @param price the price of one piece
 */
public record Offer(ProductId productId, String sku, String name, Money price) {}
