package dev.queuelab.gateway.fault;

import java.util.OptionalLong;

/**
 * How much of a fault there is.
 *
 * @param share of the decisions that fall, from 0 to 1
 * @param after decisions that come first, and do not fall
 * @param times how often it falls at most
 */
record Dose(double share, long after, OptionalLong times) {}
