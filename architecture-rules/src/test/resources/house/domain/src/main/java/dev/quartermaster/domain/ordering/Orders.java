package dev.quartermaster.domain.ordering;

/** All orders. There may be many. */
public interface Orders {
  String ownerOf(String order);
}
