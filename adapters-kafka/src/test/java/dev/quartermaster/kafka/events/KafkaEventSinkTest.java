package dev.quartermaster.kafka.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.quartermaster.domain.events.EventSink;
import dev.quartermaster.domain.shared.PublishedEvent;
import dev.quartermaster.domain.shared.Unavailable;
import dev.quartermaster.testkit.events.EventSinkContract;
import io.quarkus.runtime.ShutdownEvent;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@link EventSinkContract} on a real broker, which may be away. */
class KafkaEventSinkTest extends EventSinkContract {
  private static final String TOPIC = "quartermaster.events";
  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  @TempDir private static Path folder;
  private static @Nullable LoneBroker broker;

  private final KafkaEventSink sink = new KafkaEventSink(Optional.of(running().address()), TOPIC);

  @BeforeAll
  static void startBroker() throws IOException {
    broker = new LoneBroker(folder);
    broker.start();
  }

  @AfterAll
  static void stopBroker() {
    running().close();
  }

  @AfterEach
  void close() {
    sink.stop(new ShutdownEvent());
  }

  @Test
  void anEventIsACloudEventUnderItsAggregate() throws IOException {
    PublishedEvent event = event(UUID.randomUUID().toString(), 7);

    sink.send(List.of(event));

    ConsumerRecord<String, byte[]> message = messagesOf(event.aggregateId()).getFirst();
    assertThat(message.key()).isEqualTo("thing/" + event.aggregateId());
    assertThat(
            new String(
                message.headers().lastHeader("content-type").value(), StandardCharsets.UTF_8))
        .isEqualTo("application/cloudevents+json; charset=UTF-8");
    JsonNode json = MAPPER.readTree(message.value());
    assertThat(json.get("specversion").textValue()).isEqualTo("1.0");
    assertThat(json.get("id").textValue()).isEqualTo(event.id().toString());
    assertThat(json.get("type").textValue()).isEqualTo("thing.edited");
    assertThat(json.get("sequence").textValue()).isEqualTo("7");
    assertThat(json.get("data").get("name").textValue()).isEqualTo("lamp");
  }

  @Test
  void aBrokerThatIsAwayIsUnavailableInTimeAndTakesEventsWhenItIsBack() {
    String thing = UUID.randomUUID().toString();
    List<PublishedEvent> before = List.of(event(thing, 1), event(thing, 2));
    List<PublishedEvent> meanwhile = List.of(event(thing, 3), event(thing, 4));
    sink.send(before);
    running().close();

    assertThatExceptionOfType(Unavailable.class).isThrownBy(() -> sink.send(meanwhile));
    running().start();
    sendUntilTaken(meanwhile);

    assertThat(distinct(idsOf(thing)))
        .containsExactly(
            before.get(0).id(), before.get(1).id(), meanwhile.get(0).id(), meanwhile.get(1).id());
  }

  @Test
  void withoutAnAddressNobodyWantsEvents() {
    assertThat(new KafkaEventSink(Optional.empty(), TOPIC).isOpen()).isFalse();
  }

  private void sendUntilTaken(List<PublishedEvent> events) {
    for (int attempt = 1; ; attempt++) {
      try {
        sink.send(events);
        return;
      } catch (Unavailable away) {
        if (attempt == 10) {
          throw away;
        }
      }
    }
  }

  @Override
  protected EventSink sink() {
    return sink;
  }

  @Override
  protected List<UUID> idsOf(String aggregateId) {
    return messagesOf(aggregateId).stream().map(KafkaEventSinkTest::id).toList();
  }

  private static UUID id(ConsumerRecord<String, byte[]> message) {
    try {
      return UUID.fromString(MAPPER.readTree(message.value()).get("id").textValue());
    } catch (IOException failure) {
      throw new IllegalStateException(failure);
    }
  }

  private static List<UUID> distinct(List<UUID> ids) {
    return ids.stream().distinct().toList();
  }

  /** All that are there, in the order of their partition. */
  private static List<ConsumerRecord<String, byte[]>> messagesOf(String aggregateId) {
    try (KafkaConsumer<String, byte[]> consumer =
        new KafkaConsumer<>(
            Map.of("bootstrap.servers", running().address()),
            new StringDeserializer(),
            new ByteArrayDeserializer())) {
      List<TopicPartition> partitions =
          consumer.partitionsFor(TOPIC).stream()
              .map(info -> new TopicPartition(info.topic(), info.partition()))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
      List<ConsumerRecord<String, byte[]>> found = new ArrayList<>();
      while (partitions.stream()
          .anyMatch(partition -> consumer.position(partition) < ends.getOrDefault(partition, 0L))) {
        consumer.poll(Duration.ofSeconds(1)).forEach(found::add);
      }
      return found.stream()
          .filter(message -> message.key().equals("thing/" + aggregateId))
          .toList();
    }
  }

  private static LoneBroker running() {
    LoneBroker current = broker;
    if (current == null) {
      throw new IllegalStateException("the broker was not started");
    }
    return current;
  }
}
