package dev.quartermaster.persistence.shared;

import java.time.Duration;

/**
 * What bounds requests that are taken together.
 *
 * @param lanes how many groups of a kind are worked on at the same time: while the database works
 *     on one, the next one is prepared
 * @param requests how many requests a group has at the most
 * @param size what the sizes of a group's requests sum up to at the most, unless one alone is
 *     larger
 * @param waiting how many requests wait at the most
 * @param patience how long one waits at the most until it is begun
 */
record GroupLimits(int lanes, int requests, int size, int waiting, Duration patience) {}
