package dev.quartermaster.domain.catalog;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Whether a product is for sale. */
public enum ProductStatus {
  /** In preparation: only those who may write the catalogue see it. */
  DRAFT,
  /** For sale and seen by everyone. */
  ACTIVE,
  /** No longer for sale: only those who may write the catalogue see it. */
  ARCHIVED;

  /** The name that clients know, such as {@code active}. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The status of that code, if there is one. */
  public static Optional<ProductStatus> ofCode(String code) {
    return Stream.of(values()).filter(status -> status.code().equals(code)).findFirst();
  }
}
