package dev.quartermaster.persistence.catalog;

import dev.quartermaster.domain.catalog.Product;
import dev.quartermaster.domain.catalog.ProductField;
import dev.quartermaster.domain.catalog.ProductFilter;
import dev.quartermaster.domain.catalog.Products;
import dev.quartermaster.domain.shared.PageRequest;
import dev.quartermaster.domain.shared.Slice;
import dev.quartermaster.domain.shared.Sort;
import dev.quartermaster.persistence.shared.Conditions;
import dev.quartermaster.persistence.shared.Keyset;
import dev.quartermaster.persistence.shared.ListedRows;
import dev.quartermaster.persistence.shared.Listing;
import dev.quartermaster.persistence.shared.Select;
import dev.quartermaster.persistence.shared.SortColumn;
import dev.quartermaster.persistence.shared.SortKey;
import dev.quartermaster.persistence.shared.SortType;
import dev.quartermaster.persistence.shared.Statements;
import dev.quartermaster.persistence.shared.TableRows;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Lists products, from the index that has their order or by a search for what is in them. */
final class ProductLists {
  private static final Listing<ProductField, Product> PRODUCTS =
      new Listing<>(
          "products",
          new Sort<>(ProductField.CREATED_AT, true),
          ProductLists::column,
          product -> product.id().value());

  private static final List<SortKey<Found>> BY_RELEVANCE =
      List.of(
          new SortKey<>(new SortColumn<>("rank", SortType.NUMBER, Found::rank), false),
          new SortKey<>(
              new SortColumn<>(
                  "created_at", SortType.INSTANT, found -> found.product().createdAt()),
              true),
          new SortKey<>(
              new SortColumn<>("id", SortType.UUID, found -> found.product().id().value()), true));

  private final Statements statements;

  ProductLists(Statements statements) {
    this.statements = statements;
  }

  Slice<Product> list(ProductFilter filter, PageRequest<ProductField> page) {
    Conditions listed = ProductConditions.of(filter);
    if (!filter.isSearch()) {
      return PRODUCTS.slice(statements, listed, page, this::products);
    }
    // By what is searched rather than by the words it is taken for, which the next may not be.
    String name = "products " + filter.text() + listed;
    Optional<SearchedText> text = filter.text().map(this::read);
    Conditions searched =
        text.map(words -> listed.and(words.matches(Relevance.ANYTHING))).orElse(listed);
    ListedRows.Total total = total(searched);
    if (text.isPresent() && isByRelevance(page.sort())) {
      ListedRows rows =
          total.atLeast()
              ? new GradedRows(name, listed, text.get(), total)
              : new FoundRows(name, searched, text, total);
      return Listing.slice(
              new Keyset<>(name, BY_RELEVANCE), rows, page.position(), page.limit(), this::found)
          .map(Found::product);
    }
    ListedRows rows =
        total.atLeast()
            ? new TableRows(statements, "products", searched, name, Optional.of(total))
            : new FoundRows(name, searched, Optional.empty(), total);
    return PRODUCTS.slice(rows, page, this::products);
  }

  private SearchedText read(String text) {
    return SearchedText.read(statements, text);
  }

  private ListedRows.Total total(Conditions searched) {
    List<Object> values = new ArrayList<>(searched.values());
    values.add(Products.MAX_COUNTED + 1L);
    long found =
        statements
            .query(
                row -> row.number("total"),
                "SELECT count(*) AS total FROM (SELECT FROM products WHERE "
                    + searched.sql()
                    + " LIMIT ?) AS found",
                values.toArray())
            .getFirst();
    return new ListedRows.Total(
        Math.min(found, Products.MAX_COUNTED), found > Products.MAX_COUNTED);
  }

  private List<Product> products(Select select) {
    return statements.query(ProductRow::product, select.sql(), select.values().toArray());
  }

  private List<Found> found(Select select) {
    return statements.query(Found::of, select.sql(), select.values().toArray());
  }

  private static boolean isByRelevance(List<Sort<ProductField>> sort) {
    return sort.isEmpty() || sort.getFirst().field() == ProductField.RELEVANCE;
  }

  private static SortColumn<Product> column(ProductField field) {
    return switch (field) {
      case SKU -> new SortColumn<>("sku", SortType.TEXT, product -> product.sku().value());
      case NAME -> new SortColumn<>("name", SortType.TEXT, Product::name);
      case PRICE ->
          new SortColumn<>("price_amount", SortType.NUMBER, product -> product.price().amount());
      case CREATED_AT -> new SortColumn<>("created_at", SortType.INSTANT, Product::createdAt);
      case UPDATED_AT -> new SortColumn<>("updated_at", SortType.INSTANT, Product::updatedAt);
      case RELEVANCE -> throw new IllegalArgumentException("only a text has relevance, and alone");
    };
  }
}
