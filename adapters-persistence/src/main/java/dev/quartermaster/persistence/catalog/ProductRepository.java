package dev.quartermaster.persistence.catalog;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.inject.Singleton;
import java.util.UUID;

@Singleton
class ProductRepository implements PanacheRepositoryBase<ProductEntity, UUID> {}
