package dev.quartermaster.application.webhooks;

/** Queues what has happened for the webhooks that want to hear of it. */
public interface QueueDeliveries {
  /** By which name webhooks read the log of events. */
  String SUBSCRIBER = "webhooks";

  /**
   * Reads the next events of the log and queues each for every webhook that wants it, in one
   * transaction with the place in the log, so that none is missed and none queued twice.
   */
  Result queue(Command command);

  /**
   * @param limit how many events at the most
   */
  record Command(int limit) {}

  /**
   * @param events how many events were read
   * @param deliveries how many deliveries were queued
   */
  record Result(int events, int deliveries) {}
}
