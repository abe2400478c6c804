package dev.quartermaster.kafka.events;

import java.util.Map;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * How events are written: acknowledged by all replicas that are in sync, once for each try, one
 * request after the other so that nothing overtakes what fails, and given up after ten seconds.
 */
final class ProducerSettings {
  private static final int CONNECT_AND_LOOK_UP_MILLIS = 5_000;
  private static final int REQUEST_MILLIS = 5_000;
  private static final int DELIVERY_MILLIS = 10_000;
  private static final int GATHER_MILLIS = 5;

  private ProducerSettings() {}

  static Map<String, Object> of(String bootstrap) {
    return Map.of(
        ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
        bootstrap,
        ProducerConfig.CLIENT_ID_CONFIG,
        "quartermaster",
        ProducerConfig.KEY_SERIALIZER_CLASS_CONFIG,
        StringSerializer.class,
        ProducerConfig.VALUE_SERIALIZER_CLASS_CONFIG,
        ByteArraySerializer.class,
        ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG,
        true,
        ProducerConfig.MAX_IN_FLIGHT_REQUESTS_PER_CONNECTION,
        1,
        ProducerConfig.MAX_BLOCK_MS_CONFIG,
        CONNECT_AND_LOOK_UP_MILLIS,
        ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG,
        REQUEST_MILLIS,
        ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG,
        DELIVERY_MILLIS,
        ProducerConfig.LINGER_MS_CONFIG,
        GATHER_MILLIS);
  }
}
