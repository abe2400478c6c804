package dev.quartermaster.kafka.events;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.quartermaster.domain.events.EventSink;
import dev.quartermaster.domain.shared.PublishedEvent;
import dev.quartermaster.domain.shared.Unavailable;
import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.locks.ReentrantLock;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * Writes each event to one topic, as a CloudEvent in the structured mode, under the aggregate as
 * the key; so an aggregate's events share a partition and keep their order.
 *
 * @see <a
 *     href="https://github.com/cloudevents/spec/blob/v1.0.2/cloudevents/bindings/kafka-protocol-binding.md">
 *     Kafka Protocol Binding for CloudEvents 1.0.2</a>
 */
@Singleton
final class KafkaEventSink implements EventSink {
  private static final String CONTENT_TYPE = "application/cloudevents+json; charset=UTF-8";
  private static final Duration TIME_TO_CLOSE = Duration.ofSeconds(5);
  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  private final Optional<String> bootstrap;
  private final String topic;
  private final ReentrantLock one = new ReentrantLock();
  private @Nullable Producer<String, byte[]> producer;

  KafkaEventSink(
      @ConfigProperty(name = "quartermaster.kafka.bootstrap") Optional<String> bootstrap,
      @ConfigProperty(name = "quartermaster.kafka.topic", defaultValue = "quartermaster.events")
          String topic) {
    this.bootstrap = bootstrap;
    this.topic = topic;
  }

  @Override
  public boolean isOpen() {
    return bootstrap.isPresent();
  }

  @Override
  public void send(List<PublishedEvent> events) {
    one.lock();
    try {
      Producer<String, byte[]> current = current();
      List<Future<RecordMetadata>> pending = new ArrayList<>(events.size());
      for (PublishedEvent event : events) {
        Future<RecordMetadata> sent = current.send(message(event));
        if (sent.isDone()) {
          // One that failed at once has waited for the broker; the others need not wait as well.
          var _ = sent.get();
        }
        pending.add(sent);
      }
      current.flush();
      for (Future<RecordMetadata> each : pending) {
        var _ = each.get();
      }
    } catch (ExecutionException | KafkaException failure) {
      // What it still holds must not arrive behind what is sent again.
      close(Duration.ZERO);
      throw new Unavailable("Kafka", failure);
    } catch (InterruptedException interruption) {
      Thread.currentThread().interrupt();
      close(Duration.ZERO);
      throw new Unavailable("Kafka", interruption);
    } finally {
      one.unlock();
    }
  }

  void stop(@Observes ShutdownEvent stopping) {
    one.lock();
    try {
      close(TIME_TO_CLOSE);
    } finally {
      one.unlock();
    }
  }

  private Producer<String, byte[]> current() {
    if (producer == null) {
      producer = new KafkaProducer<>(ProducerSettings.of(bootstrap.orElseThrow()));
    }
    return producer;
  }

  private void close(Duration patience) {
    if (producer != null) {
      producer.close(patience);
      producer = null;
    }
  }

  private ProducerRecord<String, byte[]> message(PublishedEvent event) {
    ProducerRecord<String, byte[]> message =
        new ProducerRecord<>(topic, event.aggregateType() + "/" + event.aggregateId(), json(event));
    message.headers().add("content-type", CONTENT_TYPE.getBytes(StandardCharsets.UTF_8));
    return message;
  }

  private static byte[] json(PublishedEvent event) {
    try {
      return MAPPER.writeValueAsBytes(event.toCloudEvent());
    } catch (JsonProcessingException failure) {
      throw new IllegalArgumentException("an event is not of the values that JSON has", failure);
    }
  }
}
