/** Conformance cases as tests of JUnit Jupiter, of version 5.9 or newer. {@link dev.queuelab.junit.QueueLab} is where to begin. */
@org.jspecify.annotations.NullMarked
package dev.queuelab.junit;
