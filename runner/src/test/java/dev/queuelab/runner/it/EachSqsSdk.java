package dev.queuelab.runner.it;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** A test of SQS alone that runs once with each SDK, and once with an older one that speaks the query protocol. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@ParameterizedTest
@FieldSource("dev.queuelab.runner.it.FaultyGateway#SQS_SDKS")
@interface EachSqsSdk {}
