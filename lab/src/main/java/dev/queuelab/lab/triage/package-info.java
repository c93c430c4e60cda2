/** Dead letters: why they are there, and which of them go back. */
@NullMarked
package dev.queuelab.lab.triage;

import org.jspecify.annotations.NullMarked;
