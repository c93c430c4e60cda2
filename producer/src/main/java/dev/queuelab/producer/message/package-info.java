/** What a message is: its fields, its place among others, and which ones are poison. */
@NullMarked
package dev.queuelab.producer.message;

import org.jspecify.annotations.NullMarked;
