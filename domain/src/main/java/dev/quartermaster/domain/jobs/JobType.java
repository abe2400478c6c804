package dev.quartermaster.domain.jobs;

import dev.quartermaster.domain.shared.Permission;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What a job does. */
public enum JobType {
  /** Adds and changes products as a file says. */
  PRODUCT_IMPORT(Permission.CATALOG_WRITE, JobQueue.IMPORTS);

  private final Permission permission;
  private final JobQueue queue;

  JobType(Permission permission, JobQueue queue) {
    this.permission = permission;
    this.queue = queue;
  }

  /** What one must be allowed to do to have it done. */
  public Permission permission() {
    return permission;
  }

  /** Where jobs of this type wait. */
  public JobQueue queue() {
    return queue;
  }

  /** The name that clients know, such as {@code product-import}. */
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The type of that code, if there is one. */
  public static Optional<JobType> ofCode(String code) {
    return Stream.of(values()).filter(type -> type.code().equals(code)).findFirst();
  }
}
