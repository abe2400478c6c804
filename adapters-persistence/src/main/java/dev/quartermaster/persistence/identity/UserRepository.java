package dev.quartermaster.persistence.identity;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.inject.Singleton;
import java.util.UUID;

@Singleton
class UserRepository implements PanacheRepositoryBase<UserEntity, UUID> {}
