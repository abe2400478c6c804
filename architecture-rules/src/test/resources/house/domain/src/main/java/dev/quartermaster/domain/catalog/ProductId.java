package dev.quartermaster.domain.catalog;

public record ProductId(String value) {}
