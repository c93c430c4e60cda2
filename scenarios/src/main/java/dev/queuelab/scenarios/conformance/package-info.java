/**
 * Scenarios that need nothing of a consumer but that it receives and deletes messages: they are made for consumers that are not
 * ours, and hold for ours as well.
 */
@NullMarked
package dev.queuelab.scenarios.conformance;

import org.jspecify.annotations.NullMarked;
