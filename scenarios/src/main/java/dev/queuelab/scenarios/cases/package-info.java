/**
 * The catalogue of conformance cases: what any consumer can be held to, where that is known from, and which scenario and
 * checks judge it.
 */
@NullMarked
package dev.queuelab.scenarios.cases;

import org.jspecify.annotations.NullMarked;
