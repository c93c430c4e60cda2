/** The settings of a producer or consumer that is started by hand: read from {@code .env} or from Terraform's outputs. */
@NullMarked
package dev.queuelab.runner.settings;

import org.jspecify.annotations.NullMarked;
