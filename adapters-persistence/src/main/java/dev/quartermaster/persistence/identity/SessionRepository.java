package dev.quartermaster.persistence.identity;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.inject.Singleton;
import java.util.UUID;

@Singleton
class SessionRepository implements PanacheRepositoryBase<SessionEntity, UUID> {}
