package dev.queuelab.gateway.fault;

import com.fasterxml.jackson.annotation.JacksonAnnotationsInside;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A field of a fault that a rule may set, under the field's name. Its value in a new object is the default. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.FIELD)
@JacksonAnnotationsInside
@JsonProperty
public @interface Parameter {

    /** What it means, with its unit. */
    String value();

    long from() default 0;

    long to() default Integer.MAX_VALUE;
}
