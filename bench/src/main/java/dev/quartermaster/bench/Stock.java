package dev.quartermaster.bench;

/**
 * How many pieces of a product there are.
 *
 * @param available pieces that can still be ordered
 * @param reserved pieces promised to orders
 * @param onHand pieces in the warehouse
 */
record Stock(long available, long reserved, long onHand) {}
