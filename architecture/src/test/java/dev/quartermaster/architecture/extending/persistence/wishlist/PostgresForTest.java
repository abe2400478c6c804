package dev.quartermaster.architecture.extending.persistence.wishlist;

import com.arjuna.ats.arjuna.common.ObjectStoreEnvironmentBean;
import com.arjuna.ats.arjuna.common.arjPropertyManager;
import com.arjuna.ats.internal.arjuna.objectstore.VolatileStore;
import com.arjuna.ats.internal.jta.transaction.arjunacore.TransactionSynchronizationRegistryImple;
import com.arjuna.common.internal.util.propertyservice.BeanPopulator;
import dev.quartermaster.domain.shared.UnitOfWork;
import dev.quartermaster.persistence.shared.Statements;
import io.agroal.api.AgroalDataSource;
import io.agroal.api.configuration.supplier.AgroalDataSourceConfigurationSupplier;
import io.agroal.narayana.NarayanaTransactionIntegration;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import jakarta.transaction.TransactionManager;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Constructor;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;

/**
 * A real PostgreSQL with the example's table, and the beans that adapters get. The container makes
 * them in the modules; the example lies in none that starts it.
 *
 * @param server the database
 * @param dataSource its connections, which take part in transactions
 * @param unitOfWork the transactions
 */
record PostgresForTest(EmbeddedPostgres server, AgroalDataSource dataSource, UnitOfWork unitOfWork)
    implements AutoCloseable {
  private static final Path TABLE =
      Path.of("src/test/java")
          .resolve(PostgresForTest.class.getPackageName().replace('.', '/'))
          .resolve("wishlist.sql");

  static PostgresForTest start() {
    try {
      EmbeddedPostgres server = EmbeddedPostgres.builder().setServerConfig("fsync", "off").start();
      createTable(server);
      keepNoTransactionLog();
      TransactionManager transactions = com.arjuna.ats.jta.TransactionManager.transactionManager();
      TransactionSynchronizationRegistry synchronizations =
          new TransactionSynchronizationRegistryImple();
      AgroalDataSource dataSource =
          AgroalDataSource.from(configuration(server, transactions, synchronizations));
      UnitOfWork unitOfWork =
          made(
              UnitOfWork.class,
              "dev.quartermaster.persistence.shared.JtaUnitOfWork",
              transactions,
              synchronizations,
              statements(dataSource));
      return new PostgresForTest(server, dataSource, unitOfWork);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    } catch (SQLException failure) {
      throw new IllegalStateException(failure);
    }
  }

  Statements statements() {
    return statements(dataSource);
  }

  @Override
  public void close() {
    dataSource.close();
    try {
      server.close();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** One database alone can be in a transaction, so there is nothing to recover. */
  private static void keepNoTransactionLog() {
    for (String store : List.of("default", "stateStore", "communicationStore")) {
      BeanPopulator.getNamedInstance(ObjectStoreEnvironmentBean.class, store)
          .setObjectStoreType(VolatileStore.class.getName());
    }
    arjPropertyManager.getCoordinatorEnvironmentBean().setTransactionStatusManagerEnable(false);
  }

  private static Statements statements(AgroalDataSource dataSource) {
    return made(Statements.class, Statements.class.getName(), dataSource);
  }

  private static void createTable(EmbeddedPostgres server) throws IOException, SQLException {
    try (Connection connection = server.getPostgresDatabase().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(Files.readString(TABLE));
    }
  }

  private static AgroalDataSourceConfigurationSupplier configuration(
      EmbeddedPostgres server,
      TransactionManager transactions,
      TransactionSynchronizationRegistry synchronizations) {
    return new AgroalDataSourceConfigurationSupplier()
        .connectionPoolConfiguration(
            pool ->
                pool.maxSize(20)
                    .acquisitionTimeout(Duration.ofSeconds(5))
                    .transactionIntegration(
                        new NarayanaTransactionIntegration(transactions, synchronizations))
                    .connectionFactoryConfiguration(
                        factory -> factory.jdbcUrl(server.getJdbcUrl("postgres", "postgres"))));
  }

  /** Constructors of beans are closed to all but the container. */
  private static <T> T made(Class<T> type, String bean, Object... arguments) {
    try {
      Constructor<?> constructor = Class.forName(bean).getDeclaredConstructors()[0];
      constructor.setAccessible(true);
      return type.cast(constructor.newInstance(arguments));
    } catch (ReflectiveOperationException fault) {
      throw new IllegalStateException(fault);
    }
  }
}
