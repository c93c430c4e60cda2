package dev.queuelab.runner.it;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.parallel.ResourceLock;

/**
 * Tests that play many scenarios, which take up the processors. They take turns, or the machine would be too busy for what
 * must come about in time; and they come first, so that others run beside them.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ResourceLock("the processors")
@Order(1)
@interface PlaysMany {}
