package dev.queuelab.gateway.fault;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** What a fault is; the documentation's table is made of these. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface Definition {

    /** Its name in a fault file, such as "reply-lost". */
    String name();

    /** What happens, in one sentence. */
    String claim();

    /** Where that is documented: the page's publisher and title. */
    String source();

    /** How it shows in a consumer or producer. */
    String shows();

    /** What protects against it. */
    String protection();

    /** The operations that it can meet; all if empty. */
    String[] operations() default {};

    /** Operations that it sees even where a rule is narrowed to others, since it learns from them. */
    String[] watches() default {};
}
